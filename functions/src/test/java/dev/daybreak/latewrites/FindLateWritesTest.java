package dev.daybreak.latewrites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.daybreak.database.Mark;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.latewrites.FindLateWrites.Answer;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindLateWritesTest {
    private static final Mark BEFORE = mark(100, 10, 0, 40);

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("nothing moved", mark(100, 10, 0, 40), own(), noLateWrites()),
                arguments("the fence's own", mark(102, 10, 0, 40), own(100, 101), noLateWrites()),
                arguments("own, listed twice", mark(101, 10, 0, 40), own(100, 100), noLateWrites()),
                arguments("a foreign id too", mark(103, 10, 0, 40), own(100, 101), unclear(1)),
                arguments("own ids elsewhere", mark(101, 10, 0, 40), own(99, 101), unclear(1)),
                arguments("one id, no row", mark(101, 10, 0, 40), own(), unclear(1)),
                arguments("a row", mark(101, 10, 0, 41), own(), rows(1)),
                arguments("late counters", mark(101, 10, 0, 41), own(100), noLateWrites()),
                arguments("a sequence", mark(100, 11, 0, 40), own(), sequencesMoved()),
                arguments("a sequence, back", mark(100, 9, 0, 40), own(), sequencesMoved()),
                arguments("prepared since", mark(100, 10, 1, 40), own(), unclear(0)),
                arguments("statistics reset", mark(101, 10, 0, 3), own(), unclear(1)),
                arguments("ids went back", mark(90, 10, 0, 40), own(), unclear(-10)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void believesOnlyWhatTheMarksProve(String what, Mark now, List<Long> own, Answer expected) {
        assertThat(FindLateWrites.decide(BEFORE, now, own)).as(what).isEqualTo(expected);
    }

    @Test
    void aTransactionThatWasPreparedAtTheMarkIsNotForgotten() {
        var prepared = mark(100, 10, 1, 40);

        assertThat(FindLateWrites.decide(prepared, BEFORE, List.of())).isEqualTo(unclear(0));
    }

    @Test
    void aTransactionThatWasOpenAtTheMarkIsNotForgotten() {
        var open = new Mark(100, BigInteger.TEN, 0, 1, 40, Map.of("t", 40L));

        assertThat(FindLateWrites.decide(open, BEFORE, List.of())).isEqualTo(unclear(0));
    }

    @Test
    void saysNoLateWritesExactlyWhereTheMarksAreEqual() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var before = anyMark(random);
            var now = random.nextBoolean() ? before : anyMark(random);
            var isProven =
                    before.nextTransaction() == now.nextTransaction()
                            && before.sequences().equals(now.sequences())
                            && before.preparedTransactions() + now.preparedTransactions() == 0;

            var answer = FindLateWrites.decide(before, now, List.of());

            assertThat(answer.equals(noLateWrites()))
                    .as("%s then %s gives %s", before, now, answer)
                    .isEqualTo(isProven);
        }
    }

    @Test
    void namesTheTablesWithTheMostWritesAndCountsTheRest() {
        var tables = new HashMap<String, Long>();
        for (long i = 10; i < 23; i++) {
            tables.put("public.t" + i, i);
        }
        tables.put("public.idle", 5L);
        var before = new Mark(100, BigInteger.TEN, 0, 0, 5, Map.of("public.idle", 5L));
        var now = new Mark(101, BigInteger.TEN, 0, 0, 213, tables);

        assertThat(FindLateWrites.decide(before, now, List.of()))
                .isEqualTo(
                        new Answer.LateWrites(
                                208,
                                "public.t22 22, public.t21 21, public.t20 20, public.t19 19,"
                                        + " public.t18 18, public.t17 17, public.t16 16,"
                                        + " public.t15 15, public.t14 14, public.t13 13"
                                        + " and 3 tables more"));
    }

    @Test
    void marksAndLooksAtTheSource() {
        var world = new World();
        var wiring = world.wiring();
        var marking =
                new MarkSource(wiring.databases(), wiring.places(), wiring.logins())
                        .answer(new MarkSource.Order());
        world.databases.mark(World.RDS, Examples.mark(105, 47));

        var answer =
                new FindLateWrites(wiring.databases(), wiring.places(), wiring.logins())
                        .answer(new FindLateWrites.Order(Examples.mark(100, 40), List.of()));

        assertThat(marking).isEqualTo(new MarkSource.Answer.Marked(Examples.mark(100, 40)));
        assertThat(answer).isEqualTo(new Answer.LateWrites(7, "public.orders 7"));
    }

    private static Mark anyMark(Random random) {
        return mark(
                100 + random.nextInt(2),
                10 + random.nextInt(2),
                random.nextInt(2),
                40 + random.nextInt(2));
    }

    private static Mark mark(long next, long sequences, int prepared, long changes) {
        return new Mark(
                next, BigInteger.valueOf(sequences), prepared, 0, changes, Map.of("t", changes));
    }

    private static List<Long> own(long... ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    private static Answer noLateWrites() {
        return new Answer.NoLateWrites();
    }

    private static Answer unclear(long transactions) {
        return new Answer.Unclear(transactions);
    }

    private static Answer rows(long rows) {
        return new Answer.LateWrites(rows, "t " + rows);
    }

    private static Answer sequencesMoved() {
        return new Answer.LateWrites(0, "sequences moved");
    }
}
