package dev.daybreak.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Decommission;
import dev.daybreak.migration.Migration;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private static final String OLD = "mosaic-prod-rds";
    private static final List<String> KEPT =
            List.of("AppRole", "Attachment", "Credentials", "ReadGrant");
    private static final String TEMPLATE =
            """
            {"Resources": {
              "AppRole": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument":
                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "pods.eks.amazonaws.com"}}]}}},
              "Attachment": {"Type": "AWS::SecretsManager::SecretTargetAttachment"},
              "Credentials": {"Type": "AWS::SecretsManager::Secret",
                "Properties": {"GenerateSecretString": {}}},
              "Database": {"Type": "AWS::RDS::DBInstance"},
              "OtherSecret": {"Type": "AWS::SecretsManager::Secret"},
              "ReadGrant": {"Type": "AWS::IAM::Policy", "Properties": {"Roles": [{"Ref": "AppRole"}]}}
            }}
            """;

    private final World world = new World(migration());

    HandoverTest() {
        aurora(Map.of());
        world.stacks.put(Examples.stack(OLD, "CREATE_COMPLETE"));
        world.changes.put(
                OLD,
                TEMPLATE,
                List.of(
                        new StackResource("AppRole", "AWS::IAM::Role", "core-api"),
                        new StackResource(
                                "Credentials",
                                "AWS::SecretsManager::Secret",
                                "arn:" + Examples.SECRET),
                        new StackResource(
                                "OtherSecret", "AWS::SecretsManager::Secret", "arn:other")));
        world.changes.put(Examples.CLUSTER, "{\"Resources\": {\"Cluster\": {}}}", List.of());
    }

    @Test
    void secretAttachmentRoleAndItsGrantOutliveTheOldStack() {
        assertThat(plan()).isEqualTo(new PlanHandover.Answer.Planned(KEPT));
        retain();

        assertThat(world.changes.template(OLD)).contains("\"DeletionPolicy\":\"Retain\"");
        assertThat(retained()).isEqualTo(new CheckRetained.Answer.Retained());
        assertThat(
                        OldTemplate.read(OLD, world.changes.template(OLD))
                                .unretained(List.of("Database")))
                .containsExactly("Database");
    }

    @Test
    void anUpdateThatChangedNothingIsFoundOut() {
        world.changes.ignoreUpdates();
        plan();
        retain();

        assertThat(retained())
                .isInstanceOfSatisfying(
                        CheckRetained.Answer.Failed.class,
                        answer -> assertThat(answer.why()).contains("Attachment"));
        assertThat(deleteStack())
                .isInstanceOfSatisfying(
                        DeleteOldStack.Answer.Failed.class,
                        answer -> assertThat(answer.why()).contains("left alone"));
        assertThat(world.journal.effects()).noneMatch(one -> one.startsWith("delete stack"));
    }

    @Test
    void aYamlTemplateIsRefusedWithWordsOnHowToConvertIt() {
        world.changes.put(OLD, "Resources:\n  Database:\n", List.of());

        assertThatThrownBy(this::plan)
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("cfn-flip");
    }

    @Test
    void aRoleThatTheStackDoesNotOwnIsRefused() {
        world.changes.put(OLD, TEMPLATE, List.of());

        assertThat(plan())
                .isInstanceOfSatisfying(
                        PlanHandover.Answer.Refused.class,
                        answer -> assertThat(answer.why()).contains("core-api"));
    }

    @Test
    void theOldStackGoesOnceItRetainsThem() {
        plan();
        retain();
        assertThat(deleteStack()).isEqualTo(new DeleteOldStack.Answer.NotYet("DELETE_IN_PROGRESS"));
        assertThat(deleteStack()).isEqualTo(new DeleteOldStack.Answer.NotYet("DELETE_IN_PROGRESS"));
        assertThat(world.journal.effects()).containsOnlyOnce("delete stack " + OLD);
        world.stacks.remove(OLD);
        assertThat(deleteStack()).isEqualTo(new DeleteOldStack.Answer.Gone());
    }

    @Test
    void aStrippedSecretIsFoundAndMended() {
        keep();
        assertThat(verify()).isInstanceOf(VerifySecret.Answer.Unharmed.class);
        var stripped =
                new LinkedHashMap<>(world.secrets.current(Examples.SECRET).fields().fields());
        stripped.remove("host");
        stripped.remove("port");
        world.secrets.put(Examples.SECRET, "v9", new SecretFields(stripped));

        assertThat(verify())
                .isInstanceOfSatisfying(
                        VerifySecret.Answer.Harmed.class,
                        answer ->
                                assertThat(answer.why())
                                        .contains("host", "port")
                                        .doesNotContain(Examples.PASSWORD));
        assertThat(mend()).isEqualTo(new MendSecret.Answer.Mended("v2"));
        assertThat(mend()).isEqualTo(new MendSecret.Answer.Mended("v2"));
        assertThat(verify()).isEqualTo(new VerifySecret.Answer.Unharmed("v2"));
    }

    @Test
    void whatAnotherWriterPutInIsNoHarmAndOutlivesTheMending() {
        keep();
        var theirs = new LinkedHashMap<>(fields());
        theirs.put("apiKey", "theirs");
        world.secrets.put(Examples.SECRET, "v8", new SecretFields(theirs));

        assertThat(verify()).isInstanceOf(VerifySecret.Answer.Unharmed.class);

        theirs.remove("host");
        world.secrets.put(Examples.SECRET, "v9", new SecretFields(theirs));
        mend();

        assertThat(fields()).containsEntry("apiKey", "theirs").containsKey("host");
    }

    private Map<String, Object> fields() {
        return world.secrets.current(Examples.SECRET).fields().fields();
    }

    @Test
    void aPasswordThatWasRotatedAndOpensAuroraIsNoHarm() {
        keep();
        world.databases.password(new dev.daybreak.database.Credentials("application", "rotated"));
        aurora(Map.of("password", "rotated"));
        assertThat(verify()).isInstanceOf(VerifySecret.Answer.Unharmed.class);
        aurora(Map.of("password", "wrong"));
        assertThat(verify()).isInstanceOf(VerifySecret.Answer.Harmed.class);
    }

    @Test
    void aSecretThatPointsElsewhereIsNotTakenForTheGoodOne() {
        world.secrets.put(
                Examples.SECRET, "v3", World.secret(World.RDS, "application", Examples.PASSWORD));

        assertThat(keep()).isInstanceOf(KeepSecret.Answer.Failed.class);
    }

    @Test
    void theImportBringsNothingThatCouldWriteIntoTheSecret() {
        plan();
        assertThat(planImport())
                .isEqualTo(
                        new PlanImport.Answer.Planned(
                                List.of("HandedOverRole", "HandedOverSecret")));

        var order = world.changes.orders().getFirst();
        assertThat(order.template())
                .contains("HandedOverSecret", "\"RoleName\":\"core-api\"")
                .doesNotContain("GenerateSecretString");
        assertThat(check()).isEqualTo(new CheckImport.Answer.Safe(2));
    }

    @Test
    void anImportThatReplacesOrRemovesIsRefused() {
        for (var row :
                List.of(
                        new ImportPlan.Change("Modify", "True", "Cluster", "AWS::RDS::DBCluster"),
                        new ImportPlan.Change("Remove", "", "Writer", "AWS::RDS::DBInstance"))) {
            var world = new HandoverTest();
            world.world.changes.nextPlan(
                    new ImportPlan(
                            "CREATE_COMPLETE",
                            "",
                            List.of(
                                    new ImportPlan.Change(
                                            "Import", "", "HandedOverRole", "AWS::IAM::Role"),
                                    row)));
            world.plan();
            world.planImport();

            assertThat(world.check())
                    .isInstanceOfSatisfying(
                            CheckImport.Answer.Refused.class,
                            answer -> assertThat(answer.why()).contains(row.logicalId()));
        }
    }

    @Test
    void aStackWithoutItsSnapshotsIdDoesNotStandAlone() {
        assertThat(alone()).isInstanceOf(CheckAlone.Answer.Failed.class);
        world.changes.parameters(Examples.CLUSTER, Map.of("SnapshotArn", "arn:first"));
        assertThat(alone()).isEqualTo(new CheckAlone.Answer.Alone("arn:first"));
    }

    private PlanHandover.Answer plan() {
        return new PlanHandover(
                        world.migration,
                        world.wiring().journal(),
                        world.changes,
                        world.stacks,
                        world.secrets)
                .answer(new PlanHandover.Order());
    }

    private void retain() {
        new RetainResources(world.migration, world.changes)
                .answer(new RetainResources.Order("run-1", KEPT));
    }

    private CheckRetained.Answer retained() {
        return new CheckRetained(world.migration, world.changes)
                .answer(new CheckRetained.Order(KEPT));
    }

    private DeleteOldStack.Answer deleteStack() {
        return new DeleteOldStack(world.migration, world.stacks, world.changes, world.clock)
                .answer(new DeleteOldStack.Order(KEPT, world.clock.instant()));
    }

    private KeepSecret.Answer keep() {
        return new KeepSecret(world.migration, world.secrets, world.wiring().places())
                .answer(new KeepSecret.Order());
    }

    private VerifySecret.Answer verify() {
        return new VerifySecret(
                        world.migration, world.secrets, world.databases, world.wiring().places())
                .answer(new VerifySecret.Order());
    }

    private MendSecret.Answer mend() {
        return new MendSecret(world.migration, world.secrets).answer(new MendSecret.Order("v9"));
    }

    private PlanImport.Answer planImport() {
        return new PlanImport(
                        world.migration,
                        world.wiring().journal(),
                        world.stacks,
                        world.changes,
                        world.secrets)
                .answer(new PlanImport.Order("import-1"));
    }

    private CheckImport.Answer check() {
        return new CheckImport(world.migration, world.changes, world.clock)
                .answer(new CheckImport.Order("import-1", world.clock.instant()));
    }

    private CheckAlone.Answer alone() {
        return new CheckAlone(world.migration, world.stacks, world.changes, world.clusters)
                .answer(new CheckAlone.Order());
    }

    /// The application's secret as it is after the move.
    private void aurora(Map<String, Object> changes) {
        var fields =
                new LinkedHashMap<>(
                        World.secret(World.AURORA, "application", Examples.PASSWORD).fields());
        fields.putAll(changes);
        world.secrets.put(
                Examples.SECRET, changes.isEmpty() ? "v2" : "v4", new SecretFields(fields));
    }

    private static Migration migration() {
        return Examples.migration(
                new Decommission(
                        7,
                        7,
                        Decommission.Remove.STACK,
                        Optional.of(OLD),
                        Optional.of("core-api"),
                        true,
                        Examples.INSTANCE + "-final-snapshot"));
    }
}
