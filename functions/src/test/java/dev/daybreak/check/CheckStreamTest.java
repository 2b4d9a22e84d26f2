package dev.daybreak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.check.CheckStream.Answer;
import dev.daybreak.fakes.World;
import dev.daybreak.note.Reading;
import dev.daybreak.note.Readings;
import dev.daybreak.ports.Notes;
import dev.daybreak.stream.StreamState;
import dev.daybreak.stream.StreamState.Subscription;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import dev.daybreak.validation.Sequence;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckStreamTest extends CheckTest {
    private boolean flows = true;

    @Test
    void findsNothingWhereAllIsWell() {
        world.soundings.sequences(World.RDS, sequence(5));
        world.soundings.sequences(World.AURORA, sequence(7));

        assertNothing(looked(), Check.STREAM, Check.SEQUENCES);
    }

    @Test
    void looksAtNoStreamWhereThereIsNone() {
        flows = false;
        world.streams.put(state(Subscription.MISSING, 0, false, Optional.empty(), 0));

        assertNothing(looked(), Check.SEQUENCES);
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, 0, true, reserved, 0, is broken",
        "ENABLED, 0, true, lost, 0, is broken",
        "DISABLED, 0, true, reserved, 0, switched off",
        "ENABLED, 0, false, reserved, 0, does not read",
        "ENABLED, 0, true, unreserved, 0, about to drop",
        "ENABLED, 0, true, extended, 2000000000, MiB of WAL behind",
        "ENABLED, 3, true, reserved, 0, failed 3 times",
    })
    void findsAStreamThatDoesNotFlow(
            Subscription subscription,
            long errors,
            boolean active,
            String wal,
            long lag,
            String words) {
        world.streams.put(state(subscription, errors, active, Optional.of(wal), lag));

        assertThat(looked().findings())
                .anySatisfy(
                        one -> {
                            assertThat(one.check()).isEqualTo(Check.STREAM);
                            assertThat(one.what()).contains(words);
                        });
    }

    @Test
    void errorsThatWereToldYesterdayAreNotToldAgain() {
        world.wiring()
                .journal()
                .write(
                        Notes.Topic.STREAM,
                        Readings.NONE.with(
                                new Reading(DAY.minusDays(1), Map.of("applyErrors", 3L))));
        world.streams.put(state(Subscription.ENABLED, 3, true, Optional.of("reserved"), 0));

        assertThat(looked().findings()).isEmpty();
    }

    @Test
    void errorsOfADayAreToldByEveryValidationOfThatDay() {
        world.streams.put(state(Subscription.ENABLED, 3, true, Optional.of("reserved"), 0));
        looked();

        assertFinding(looked(), Check.STREAM, "failed 3 times");
    }

    @Test
    void findsTablesThatDoNotFlowBack() {
        world.soundings.leaveUnpublished("public.young");

        assertFinding(looked(), Check.STREAM, "public.young");
    }

    @Test
    void findsSequencesBehindRdsOrMissing() {
        world.soundings.sequences(World.RDS, sequence(5));
        world.soundings.sequences(World.AURORA, sequence(4));
        assertFinding(looked(), Check.SEQUENCES, "behind those of RDS", "public.s");

        world.soundings.sequences(World.AURORA);
        assertFinding(looked(), Check.SEQUENCES, "missing");
    }

    @Test
    void findsASequenceNearItsEnd() {
        world.soundings.sequences(World.AURORA, sequence(950));

        assertFinding(looked(), Check.SEQUENCES, "near their end", "public.s (94%)");
    }

    private static Sequence sequence(long last) {
        return new Sequence(
                "public.s",
                Optional.of(BigInteger.valueOf(last)),
                BigInteger.ONE,
                BigInteger.ONE,
                BigInteger.valueOf(1_000),
                false);
    }

    private static StreamState state(
            Subscription subscription,
            long errors,
            boolean active,
            Optional<String> wal,
            long lag) {
        return new StreamState(subscription, errors, 0, wal.isPresent(), active, wal, lag);
    }

    /// What is left once nothing passes by itself.
    private Looked looked() {
        var since = now();
        world.clock.pass(world.migration.limits().verification());
        return ((Answer.Checked) answer(since)).looked();
    }

    private Answer answer(java.time.Instant since) {
        var wiring = wiring();
        return new CheckStream(
                        wiring.migration(),
                        wiring.journal(),
                        wiring.daysAfter().streams(),
                        wiring.daysAfter().soundings(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock())
                .answer(new CheckStream.Order(DAY, flows, since));
    }
}
