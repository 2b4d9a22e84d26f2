package dev.daybreak.rehearsal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> done = new ArrayList<>();

    @Test
    void virtualTimeJumpsFromAppointmentToAppointment() {
        var time = VirtualTime.startingAt(START);
        time.after(Duration.ofDays(400), () -> done.add("late " + time.instant()));
        time.after(Duration.ofHours(1), () -> done.add("early " + time.instant()));
        time.soon(() -> done.add("now " + time.instant()));
        time.runUntil(() -> done.size() == 3);
        assertThat(done)
                .containsExactly(
                        "now 2026-01-01T00:00:00Z",
                        "early 2026-01-01T01:00:00Z",
                        "late 2027-02-05T00:00:00Z");
    }

    @Test
    void appointmentsAtTheSameMomentAreKeptInTheOrderInWhichTheyWereMade() {
        var time = VirtualTime.startingAt(START);
        for (var name : List.of("a", "b", "c", "d")) {
            time.pause(Duration.ofSeconds(1), () -> done.add(name));
        }
        time.runUntil(() -> done.size() == 4);
        assertThat(done).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatIsCalledOffNeitherHappensNorMovesTheClock() {
        var time = VirtualTime.startingAt(START);
        time.after(Duration.ofHours(1), () -> done.add("off")).callOff();
        assertThat(time.step()).isFalse();
        assertThat(time.instant()).isEqualTo(START);
    }

    @Test
    void waitingForNothingIsAnErrorAndNoHang() {
        var time = VirtualTime.startingAt(START);
        assertThatThrownBy(() -> time.runUntil(() -> false)).isInstanceOf(NothingLeftToDo.class);
    }

    @Test
    void thePaceShortensPausesAndNothingElse() {
        var time = RealTime.atPace(1_000_000);
        time.after(Duration.ofMillis(300), () -> done.add("timeout"));
        time.pause(Duration.ofHours(1), () -> done.add("pause"));
        time.runUntil(() -> done.size() == 2);
        assertThat(done).containsExactly("pause", "timeout");
    }

    @Test
    void otherThreadsWakeRealTime() throws InterruptedException {
        var time = RealTime.atPace(1);
        var other = Thread.ofVirtual().start(() -> time.soon(() -> done.add("woken")));
        time.runUntil(() -> done.size() == 1);
        other.join();
        assertThat(done).containsExactly("woken");
    }

    @Test
    void aPaceBelowOneIsRefused() {
        assertThatThrownBy(() -> RealTime.atPace(0.5))
                .hasMessage("pace is 0.5; it must be 1 or more");
    }
}
