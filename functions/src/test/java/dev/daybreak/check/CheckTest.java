package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Finding;
import dev.daybreak.validation.Looked;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// A world some days after the cutover, in which everything is well.
abstract class CheckTest {
    static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    static final java.time.Instant CUTOVER = World.START;

    final World world = new World();

    CheckTest() {
        world.clock.pass(Duration.ofDays(5));
        world.secrets.put(
                Examples.SECRET,
                "v2",
                World.secret(World.AURORA, "application", Examples.PASSWORD));
        world.render(World.AURORA);
        world.streams.flow();
        world.metrics.put("DatabaseConnections", 0);
        world.databases.sessions(
                World.AURORA, List.of(World.session("10.0.0.1"), World.session("10.0.0.2")));
    }

    Wiring wiring() {
        return world.wiring();
    }

    java.time.Instant now() {
        return world.clock.instant();
    }

    static void assertNothing(Looked looked, Check... checks) {
        assertThat(looked.findings()).isEmpty();
        assertThat(looked.checks()).containsExactly(checks);
    }

    static void assertFinding(Looked looked, Check check, String... words) {
        assertThat(looked.findings()).extracting(Finding::check).containsExactly(check);
        for (var word : words) {
            assertThat(looked.findings().getFirst().what()).contains(word);
        }
        assertThat(looked.findings().getFirst().todo()).isNotBlank();
    }
}
