package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CloudWatch metrics = new TestCloud().cloud.metrics();

    @Test
    void tellsWhatWasRecordedInTime() {
        metrics.record("db", "DatabaseConnections", NOON, 2);
        metrics.record("db", "DatabaseConnections", NOON.plusSeconds(60), 4);
        metrics.record("db", "DatabaseConnections", NOON.plusSeconds(120), 9);

        assertThat(metrics.maximum("db", "DatabaseConnections", NOON, NOON.plusSeconds(120)))
                .contains(4.0);
        assertThat(metrics.average("db", "DatabaseConnections", NOON, NOON.plusSeconds(120)))
                .contains(3.0);
    }

    @Test
    void hasNoDataWhereNothingWasRecorded() {
        metrics.record("db", "DatabaseConnections", NOON, 2);

        assertThat(metrics.maximum("other", "DatabaseConnections", NOON, NOON.plusSeconds(1)))
                .isEmpty();
        assertThat(metrics.maximum("db", "Other", NOON, NOON.plusSeconds(1))).isEmpty();
        assertThat(metrics.maximum("db", "DatabaseConnections", NOON.plusSeconds(1), NOON))
                .isEmpty();
    }

    @Test
    void keepsWhatDaybreakPut() {
        metrics.put(NOON, Map.of("Cluster", 0.0));

        assertThat(metrics.puts())
                .containsExactly(new CloudWatch.Put(NOON, Map.of("Cluster", 0.0)));
    }
}
