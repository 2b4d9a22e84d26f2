package dev.daybreak.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.equality.ProveEqual.Answer;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.proof.Difference;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProveEqualTest {
    private final World world = new World();

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
                        (_, _, _) -> {
                            throw new Unavailable("connection lost");
                        },
                        wiring.places(),
                        wiring.logins());

        assertThatThrownBy(() -> step.answer(new ProveEqual.Order()))
                .isInstanceOf(Unavailable.class);
    }

    private Answer prove() {
        var wiring = world.wiring();
        return new ProveEqual(wiring.comparisons(), wiring.places(), wiring.logins())
                .answer(new ProveEqual.Order());
    }
}
