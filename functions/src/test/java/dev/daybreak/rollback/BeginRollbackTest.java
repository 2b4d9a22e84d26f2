package dev.daybreak.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.fakes.World;
import dev.daybreak.note.Operation;
import dev.daybreak.rollback.BeginRollback.Answer;
import dev.daybreak.rollback.BeginRollback.Order;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeginRollbackTest {
    private final World world = new World();

    @Test
    void losesNothingUnlessItIsTold() {
        assertThat(plan(Map.of()).settleSeconds()).isZero();
        assertThat(plan(Map.of()).acceptLoss()).isFalse();
        assertThat(plan(Map.of("acceptLoss", true, "Comment", "x")).acceptLoss()).isTrue();
    }

    @Test
    void refusesEverythingElseAtOnceAndByName() {
        assertThat(answer("arn:1", Map.of("acceptLoss", "yes", "force", true)))
                .isEqualTo(
                        new Answer.Refused(
                                List.of(
                                        "acceptLoss: found something else; allowed: true, false",
                                        "force: found an unknown field; allowed: acceptLoss,"
                                                + " Comment")));
    }

    @Test
    void waitsForAnOperationThatStillRuns() {
        var other = new Operation(Operation.Kind.DECOMMISSION, "arn:other", World.START);
        world.wiring().journal().claim(other);
        world.executions.run("arn:other");

        assertThat(answer("arn:1", Map.of()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problems()).containsExactly(other.refusal()));
    }

    /// However it ended: by itself, stopped by hand, or lost with its answer.
    @Test
    void takesOverFromOneThatHasEnded() {
        world.wiring()
                .journal()
                .claim(new Operation(Operation.Kind.ROLLBACK, "arn:stopped", World.START));

        assertThat(plan(Map.of()).settleSeconds()).isEqualTo(60);
        assertThat(plan(Map.of()).settleSeconds()).isEqualTo(60);
        assertThat(world.wiring().journal().claim(mine("arn:1"))).isEmpty();
    }

    private static Operation mine(String execution) {
        return new Operation(Operation.Kind.ROLLBACK, execution, World.START);
    }

    private RollbackPlan plan(Map<String, Object> input) {
        return ((Answer.Begun) answer("arn:1", input)).plan();
    }

    private Answer answer(String execution, Map<String, Object> input) {
        return new BeginRollback(world.migration, world.wiring().journal())
                .answer(new Order(execution, "back-1", World.START, input));
    }
}
