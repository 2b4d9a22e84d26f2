package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackEditsTest {
    private static final String OLD = "mosaic-prod-rds";
    private static final String SECRET = "mosaic/prod/rds/credentials";
    private static final String LOOSE =
            """
            {"Resources": {
              "Attachment": {"Type": "AWS::SecretsManager::SecretTargetAttachment"},
              "Role": {"Type": "AWS::IAM::Role"}}}
            """;
    private static final String RETAINING =
            LOOSE.replace("Attachment\"}", "Attachment\", \"DeletionPolicy\": \"Retain\"}");
    private static final String AURORA =
            """
            {"Resources": {"Cluster": {"Type": "AWS::RDS::DBCluster",
              "Properties": {"SnapshotIdentifier": {"Ref": "SnapshotArn"}}}}}
            """;

    private final TestCloud sky = new TestCloud();
    private final StackEdits edits = sky.cloud.changes();

    StackEditsTest() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("username", "app");
        fields.put("host", "aurora");
        fields.put("port", 5432);
        sky.cloud.secrets().create(SECRET, new SecretFields(fields), Map.of());
        edits.plant(
                OLD,
                LOOSE,
                List.of(
                        new StackResource(
                                "Attachment",
                                "AWS::SecretsManager::SecretTargetAttachment",
                                SECRET),
                        new StackResource("Role", "AWS::IAM::Role", "core-api")));
    }

    @Test
    void anAttachmentThatGoesStripsTheSecret() {
        sky.cloud.stacks().delete(OLD);
        sky.settle();

        assertThat(sky.stackStatus(OLD)).isEqualTo("none");
        assertThat(fields()).containsOnlyKeys("username");
        assertThat(edits.gone()).containsExactly("Attachment", "Role");
    }

    @Test
    void whatIsRetainedStays() {
        edits.update(OLD, RETAINING, "t");
        sky.settle();
        sky.cloud.stacks().delete(OLD);
        sky.settle();

        assertThat(fields()).containsOnlyKeys("username", "host", "port");
        assertThat(edits.gone()).containsExactly("Role");
    }

    @Test
    void anUpdateTakesTimeAndTakesNoOtherMeanwhile() {
        edits.update(OLD, RETAINING, "t");
        sky.clock.pass(Delays.BRISK.sight().minusMillis(120));

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> edits.update(OLD, LOOSE, "u"))
                .withMessageContaining("UPDATE_IN_PROGRESS");
        sky.settle();
        assertThat(sky.stackStatus(OLD)).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aClusterWhoseSnapshotIsDroppedIsReplaced() {
        sky.aurora();
        edits.plant(
                "aurora-by-hand",
                AURORA,
                List.of(new StackResource("Cluster", "AWS::RDS::DBCluster", TestCloud.AURORA)));
        edits.update("aurora-by-hand", AURORA.replaceAll("\"SnapshotIdentifier.*\"}", ""), "t");
        sky.settle();

        assertThat(sky.clusterStatus()).isEqualTo("none");
    }

    @Test
    void anImportIsPlannedRowByRow() {
        sky.aurora();
        edits.describe(TestCloud.AURORA, AURORA);
        plan("good", AURORA.replace("{\"Resources\": {", "{\"Resources\": {" + ROLE + ","));
        plan("bad", "{\"Resources\": {" + ROLE + "}}");

        assertThat(rows("good")).containsExactly("Import HandedOverRole");
        assertThat(rows("bad")).containsExactly("Remove Cluster", "Import HandedOverRole");
    }

    private static final String ROLE =
            "\"HandedOverRole\": {\"Type\": \"AWS::IAM::Role\", \"DeletionPolicy\": \"Retain\"}";

    @Test
    void whatAnotherStackOwnsCannotBeImported() {
        sky.aurora();
        edits.describe(TestCloud.AURORA, AURORA);

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> order("x", "{\"Resources\": {" + ROLE + "}}", "core-api"))
                .withMessageContaining("belongs to stack " + OLD);
    }

    @Test
    void whatIsImportedNeedsADeletionPolicy() {
        sky.aurora();
        edits.describe(TestCloud.AURORA, AURORA);

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(
                        () ->
                                plan(
                                        "x",
                                        "{\"Resources\": {\"HandedOverRole\": {\"Type\": \"AWS::IAM::Role\"}}}"))
                .withMessageContaining("DeletionPolicy");
    }

    @Test
    void anExecutedImportIsOwned() {
        sky.aurora();
        edits.describe(TestCloud.AURORA, AURORA);
        plan("good", AURORA.replace("{\"Resources\": {", "{\"Resources\": {" + ROLE + ","));
        edits.execute(TestCloud.AURORA, "good");
        sky.settle();

        assertThat(sky.stackStatus(TestCloud.AURORA)).isEqualTo("IMPORT_COMPLETE");
        assertThat(edits.resources(TestCloud.AURORA))
                .containsExactly(new StackResource("HandedOverRole", "AWS::IAM::Role", "other"));
        assertThat(edits.parameters(TestCloud.AURORA)).containsKey("SnapshotArn");
    }

    private void plan(String changeSet, String template) {
        order(changeSet, template, "other");
    }

    private void order(String changeSet, String template, String role) {
        edits.plan(
                new ImportOrder(
                        TestCloud.AURORA,
                        changeSet,
                        template,
                        List.of(
                                new ImportOrder.Imported(
                                        "HandedOverRole",
                                        "AWS::IAM::Role",
                                        Map.of("RoleName", role)))));
    }

    private List<String> rows(String changeSet) {
        return edits
                .look(TestCloud.AURORA, changeSet)
                .map(ImportPlan::changes)
                .orElseThrow()
                .stream()
                .map(row -> row.action() + " " + row.logicalId())
                .toList();
    }

    private Map<String, Object> fields() {
        return sky.cloud.secrets().current(SECRET).fields().fields();
    }
}
