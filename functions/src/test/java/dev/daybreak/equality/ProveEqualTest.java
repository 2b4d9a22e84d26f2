package dev.daybreak.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.equality.ProveEqual.Answer;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Difference;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.Reach;
import dev.daybreak.proof.Tally;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProveEqualTest {
    private final World world = new World();

    private static final Duration PATIENCE = Duration.ofHours(1);

    @Test
    void isEqualWhereNothingDiffers() {
        assertThat(prove())
                .isInstanceOfSatisfying(
                        Answer.Equal.class,
                        equal -> assertThat(equal.comparison().tablesCompared()).isEqualTo(7));
    }

    @Test
    void tellsTheFirstDifferencesWithTheirKeysAndCountsAll() {
        var differences =
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        new Difference(
                                                "public.t" + i,
                                                Difference.Kind.CONTENT,
                                                "1 row differs",
                                                i == 0 ? List.of("17", "18") : List.of()))
                        .toArray(Difference[]::new);
        world.comparisons.plant(differences);

        assertThat(prove())
                .isInstanceOfSatisfying(
                        Answer.Different.class,
                        different ->
                                assertThat(different.why())
                                        .isEqualTo(
                                                "The databases differ in 6 places:"
                                                        + " public.t0: 1 row differs (17, 18);"
                                                        + " public.t1: 1 row differs;"
                                                        + " public.t2: 1 row differs;"
                                                        + " public.t3: 1 row differs;"
                                                        + " public.t4: 1 row differs"));
    }

    @Test
    void aComparisonThatFailedIsNeverAnEqual() {
        var wiring = world.wiring();
        var step =
                new ProveEqual(
                        (_, _, _, _) -> {
                            throw new Unavailable("connection lost");
                        },
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock(),
                        PATIENCE);

        assertThatThrownBy(() -> step.answer(new ProveEqual.Order("")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void goesOnWhereTheLastCallEndedUntilItsPatienceIsSpent() {
        var cursor = cursor(world.wiring().clock().instant().minus(PATIENCE).plusSeconds(1));
        world.comparisons.interrupt(cursor, cursor(cursor.began().minusSeconds(1)));

        var first = prove();

        assertThat(first).isInstanceOf(Answer.Unfinished.class);
        assertThat(prove(((Answer.Unfinished) first).cursor()))
                .isEqualTo(
                        new Answer.Failed(
                                "The databases are not compared after 3600 s (limits.proof is 3600 s):"
                                        + " 3 tables are done, 0 differences were found. A longer"
                                        + " limit gives the comparison more time."));
        assertThat(world.comparisons.from()).contains(cursor);
    }

    private static Cursor cursor(Instant began) {
        var tally = new Tally(5, new BigInteger("-170141183460469231731687303"), began, began);
        return new Cursor(
                began,
                0,
                "0000-1",
                "0000-2",
                new Comparison(Method.CHAIN, List.of(), 3, 9, 9, 9, List.of(), 0),
                new Reach(2, 16_384, Map.of("public.a", tally)),
                Reach.NOTHING);
    }

    private Answer prove() {
        return prove("");
    }

    private Answer prove(String cursor) {
        var wiring = world.wiring();
        return new ProveEqual(
                        wiring.comparisons(),
                        wiring.places(),
                        wiring.logins(),
                        wiring.clock(),
                        PATIENCE)
                .answer(new ProveEqual.Order(cursor));
    }
}
