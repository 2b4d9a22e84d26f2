package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.cloud.template.Templates;
import dev.daybreak.rehearsal.world.Play.Ended;
import org.junit.jupiter.api.Test;

/// A template that makes another Aurora than the settings want is found out before anybody is
/// asked.
class SpoiledAuroraTest {
    @Test
    void aClusterWithoutDeletionProtectionIsRefused() {
        var ended = played(Templates.without("/Resources/Cluster/Properties/DeletionProtection"));

        assertThat(ended.verdict()).isEqualTo("Daybreak.Refused");
        assertThat(ended.states()).doesNotContain("RequestApproval");
        assertThat(ended.endings().getFirst().happened()).contains("target.deletionProtection");
    }

    @Thorough
    @Test
    void aParameterThatIsMissingIsRefused() {
        var ended =
                played(
                        Templates.without(
                                "/Resources/ParameterGroup/Properties/Parameters/rds.logical_replication"));

        assertThat(ended.verdict()).isEqualTo("Daybreak.Refused");
        assertThat(ended.endings().getFirst().happened()).contains("wal_level is replica");
    }

    @Thorough
    @Test
    void anotherEngineIsNeverMade() {
        var ended =
                played(Templates.with("/Resources/Cluster/Properties/Engine", "'aurora-mysql'"));

        assertThat(ended.error()).isNotEqualTo("FINISHED");
        assertThat(ended.states()).doesNotContain("RequestApproval");
        assertThat(ended.endings().getFirst().happened()).contains("aurora-mysql");
    }

    private static Ended played(Template spoiled) {
        var meddler =
                new Meddler() {
                    @Override
                    public Template template(Template template) {
                        return spoiled;
                    }
                };
        return new Play().meddler(meddler).run();
    }
}
