package dev.daybreak.rehearsal.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.runtime.Wiring;

/// Somebody who takes a guard away or breaks something, to see that the workflow copes or that the
/// promises notice. A rehearsal has none; each method says what happens without one.
interface Meddler {
    /// Leaves everything as it is.
    Meddler NONE = new Meddler() {};

    /// How slow AWS is.
    default Delays delays() {
        return Delays.BRISK;
    }

    /// What the Aurora stack is made from.
    default Template template(Template template) {
        return template;
    }

    /// What the handlers see of the world.
    default Wiring wiring(World world, Wiring wiring) {
        return wiring;
    }

    /// Stands between the workflow and its functions.
    default Work work(World world, Work work) {
        return work;
    }

    /// What the execution is started with.
    default ObjectNode input(ObjectNode input) {
        return input;
    }

    /// The application runs, and no execution was started yet.
    default void begun(World world, Executions executions) {}

    /// Something happened in the judged execution; called on its own thread, which waits.
    default void heard(World world, HistoryEvent event) {}

    /// The judged execution is over, and nobody was asked yet what came of it.
    default void over(World world) {}

    /// Whether the application was moved once more after it had gone back.
    default boolean hasMovedAgain() {
        return false;
    }

    /// A day after the cutover begins.
    default void dawned(World world, int day) {}

    /// Something happened in an execution of the days after.
    default void heardLater(World world, HistoryEvent event) {}

    /// An execution has begun.
    default void started(Execution execution) {}

    /// A rollback is over: whether somebody starts it once more.
    default boolean startsAgain(Outcome outcome) {
        return false;
    }

    /// Whether whoever starts the rollback accepts that writes are lost.
    default boolean acceptsLoss() {
        return false;
    }

    /// The workflow is stuck, and a person was paged: whether the cause is mended now.
    default boolean mends(World world) {
        return false;
    }

    /// Starts executions beside the one that is judged.
    @FunctionalInterface
    interface Executions {
        /// Runs one more from its first to its last state.
        Outcome run(String name);
    }
}
