package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.settings.MigrationJson;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RbacManifestTest {
    private static final Path DOCUMENTED = Path.of("../docs/kubernetes-access.yaml");

    @Test
    void theDocumentedManifestIsThatOfTheShippedExample() throws IOException {
        var example =
                ((MigrationJson.Reading.Read) MigrationJson.read(Path.of("../migration.json")))
                        .migration();

        assertThat(RbacManifest.of(example)).isEqualTo(Files.readString(DOCUMENTED));
    }

    @Test
    void itsRulesAreTheGrantsWhateverANameLooksLike() {
        var migration = Shops.full();

        var roles = documents(migration, "Role");

        assertThat(roles.stream().flatMap(RbacManifestTest::grants).toList())
                .isEqualTo(
                        Grants.of(migration).stream().map(RbacManifestTest::withoutWhy).toList());
    }

    @Test
    void eachRoleIsBoundToTheGroupInItsNamespace() {
        var bindings = documents(Shops.full(), "RoleBinding");

        assertThat(bindings)
                .extracting(
                        one -> one.at("/metadata/namespace").asText(),
                        one -> one.at("/subjects/0/name").asText(),
                        one -> one.at("/roleRef/name").asText())
                .containsExactly(
                        tuple("shop", "daybreak:mosaic-prod", "daybreak-mosaic-prod"),
                        tuple("argocd", "daybreak:mosaic-prod", "daybreak-mosaic-prod"));
    }

    @Test
    void argoCdInTheApplicationsNamespaceIsInTheSameRole() {
        var migration = Shops.of("shop", List.of("db"), List.of());

        assertThat(documents(migration, "Role")).hasSize(1);
    }

    @Test
    void mapsEachRoleByItsArnWithoutAPath() {
        var roles =
                List.of(
                        "arn:aws:iam::123456789012:role/team/dev/resume",
                        "arn:aws:iam::123456789012:role/quiesce",
                        "arn:aws:iam::123456789012:role/quiesce");

        assertThat(RbacManifest.mapRoles(Shops.full(), roles))
                .isEqualTo(
                        """
                        - rolearn: "arn:aws:iam::123456789012:role/quiesce"
                          username: "daybreak:mosaic-prod:{{SessionName}}"
                          groups:
                            - "daybreak:mosaic-prod"
                        - rolearn: "arn:aws:iam::123456789012:role/resume"
                          username: "daybreak:mosaic-prod:{{SessionName}}"
                          groups:
                            - "daybreak:mosaic-prod"
                        """);
    }

    private static List<JsonNode> documents(Migration migration, String kind) {
        var yaml = new KubernetesSerialization();
        return Stream.of(RbacManifest.of(migration).split("---\n"))
                .skip(1)
                .map(text -> yaml.unmarshal(text, JsonNode.class))
                .filter(one -> one.path("kind").asText().equals(kind))
                .toList();
    }

    private static Stream<Grant> grants(JsonNode role) {
        var namespace = role.at("/metadata/namespace").asText();
        var grants = new ArrayList<Grant>();
        for (var rule : role.path("rules")) {
            var resource = rule.at("/resources/0").asText().split("/", 2);
            grants.add(
                    new Grant(
                            texts(rule.path("verbs")),
                            rule.at("/apiGroups/0").asText(),
                            resource[0],
                            resource.length == 1 ? "" : resource[1],
                            texts(rule.path("resourceNames")),
                            namespace,
                            ""));
        }
        return grants.stream();
    }

    private static List<String> texts(JsonNode list) {
        return Fields.items(list).filter(JsonNode::isTextual).map(JsonNode::asText).toList();
    }

    private static Grant withoutWhy(Grant one) {
        return new Grant(
                one.verbs(),
                one.group(),
                one.resource(),
                one.subresource(),
                one.names(),
                one.namespace(),
                "");
    }
}
