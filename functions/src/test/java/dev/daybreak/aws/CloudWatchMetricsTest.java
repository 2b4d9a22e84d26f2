package dev.daybreak.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.daybreak.fault.Throttled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudWatchMetricsTest {
    private static final Instant FROM = Instant.parse("2026-03-01T07:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T07:00:00Z");

    private final Wire wire = new Wire(Optional.empty());
    private final CloudWatchMetrics metrics = new CloudWatchMetrics(wire.clients(), "mosaic-prod");

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void tellsTheHighestMaximum() {
        wire.cbor("GetMetricStatistics", points("Maximum", 0, 4, 2));

        assertThat(maximum()).contains(4.0);
        assertThat(wire.requests("GetMetricStatistics").getFirst().body())
                .contains(
                        "DatabaseConnections", "DBInstanceIdentifier", "mosaic-prod-db", "AWS/RDS");
    }

    @Test
    void zeroIsNotTheSameAsNoData() {
        wire.cbor("GetMetricStatistics", points("Maximum", 0));
        assertThat(maximum()).contains(0.0);
    }

    @Test
    void noDataIsEmpty() {
        wire.cbor("GetMetricStatistics", points("Maximum"));

        assertThat(maximum()).isEmpty();
        assertThat(average()).isEmpty();
    }

    @Test
    void tellsTheAverageOfACluster() {
        wire.cbor("GetMetricStatistics", points("Average", 10, 20));

        assertThat(average().orElseThrow()).isCloseTo(15, within(0.001));
        assertThat(wire.requests("GetMetricStatistics").getFirst().body())
                .contains("VolumeReadIOPs", "DBClusterIdentifier", "mosaic-prod-aurora");
    }

    @Test
    void putsEachValueIntoItsOwnNamespaceWithTheMigrationAsDimension() {
        wire.cbor("PutMetricData", new byte[] {(byte) 0xA0});

        metrics.put(TO, Map.of("Cluster", 0.0, "GreenDays", 3.0));

        assertThat(wire.requests("PutMetricData").getFirst().body())
                .contains("Daybreak", "Migration", "mosaic-prod", "Cluster", "GreenDays");
    }

    @Test
    void aQuestionThatFailsIsAFault() {
        wire.failing("GetMetricStatistics", 429, "Throttling", "Rate exceeded");

        assertThatThrownBy(this::maximum).isInstanceOf(Throttled.class);
    }

    private Optional<Double> maximum() {
        return metrics.maximum("mosaic-prod-db", "DatabaseConnections", FROM, TO);
    }

    private Optional<Double> average() {
        return metrics.average("mosaic-prod-aurora", "VolumeReadIOPs", FROM, TO);
    }

    /// `{"Datapoints": [{"Maximum": 4.0}, …]}` in CBOR, which the SDK speaks with CloudWatch.
    private static byte[] points(String statistic, double... values) {
        var out = ByteBuffer.allocate(20 + values.length * 20);
        out.put((byte) 0xA1).put((byte) 0x6A).put("Datapoints".getBytes(UTF_8));
        out.put((byte) (0x80 + values.length));
        for (var value : values) {
            out.put((byte) 0xA1).put((byte) 0x67).put(statistic.getBytes(UTF_8));
            out.put((byte) 0xFB).putDouble(value);
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
