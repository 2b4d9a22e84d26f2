package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.kubernetes.KubernetesPodLogs;
import dev.daybreak.ports.PodLogs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The real client's reading of what the stand-in's pods wrote.
class PodLogsTest {
    @Test
    void tellsWhatPodsWroteWithinTheSpan() {
        try (var shop = Shop.open()) {
            var now = Instant.now();
            shop.processes.getFirst().written.add(line(now, "ERROR now"));
            shop.processes.getFirst().written.add(line(now, "INFO well"));
            shop.processes.getLast().written.add(line(now.minusSeconds(7_200), "ERROR long ago"));

            assertThat(matching(shop))
                    .isEqualTo(new PodLogs.Matches(1, List.of("ERROR now"), true));
        }
    }

    @Test
    void cutsALogThatIsTooLong() {
        try (var shop = Shop.open()) {
            var half = "x".repeat(PodLogs.BYTES_MAX / 2);
            for (int i = 0; i < 3; i++) {
                shop.processes.getFirst().written.add(line(Instant.now(), half));
            }
            shop.processes.getFirst().written.add(line(Instant.now(), "ERROR too late"));

            assertThat(matching(shop)).isEqualTo(new PodLogs.Matches(0, List.of(), false));
        }
    }

    private static PodProcess.Line line(Instant at, String text) {
        return new PodProcess.Line(at, text);
    }

    private static PodLogs.Matches matching(Shop shop) {
        return new KubernetesPodLogs(shop.client, Shop.NAMESPACE)
                .matching(Shop.SELECTOR, Pattern.compile("ERROR"), Duration.ofHours(1));
    }
}
