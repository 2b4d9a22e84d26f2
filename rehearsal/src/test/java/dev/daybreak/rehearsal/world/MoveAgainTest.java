package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import dev.daybreak.rehearsal.writers.Ledger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// After a rollback the next evening may come, on the same real servers.
class MoveAgainTest {
    @Test
    void movesAgainAfterARollbackOnceAuroraIsRemoved() {
        var ended = new Play().quiet().rollbackOn(1).meddler(new NextEvening()).run();

        assertThat(ended.verdict()).isEqualTo("FINISHED");
        assertThat(ended.endings())
                .extracting(Alert::subject)
                .map(subject -> subject.replaceAll(".*: ", ""))
                .containsExactly(
                        "the application runs on Aurora",
                        "rolled back, the application runs on RDS",
                        "not started, nothing was touched",
                        "the application runs on Aurora");
    }

    /// Tries at once, removes Aurora as `docs/what-if.md` says, and moves once more.
    private static final class NextEvening implements Meddler {
        private static final Duration PATIENCE = Duration.ofSeconds(60);
        private static final Duration LOOK_EVERY = Duration.ofMillis(20);

        private Optional<Executions> executions = Optional.empty();
        private Optional<Outcome> again = Optional.empty();

        @Override
        public void begun(World world, Executions more) {
            executions = Optional.of(more);
        }

        @Override
        public void over(World world) {
            assertThat(executions.orElseThrow().run("too-early"))
                    .isInstanceOf(Outcome.Failed.class);
            removeAurora(world);
            again = Optional.of(executions.orElseThrow().run("again"));
        }

        @Override
        public boolean hasMovedAgain() {
            return again.filter(Outcome.Succeeded.class::isInstance).isPresent();
        }

        /// The clients' judge follows the judged executions by itself, and others not.
        @Override
        public Work work(World world, Work work) {
            return call -> {
                if (call.origin().execution().contains("again")) {
                    follow(call.origin().state(), world.clients().ledger());
                }
                return work.call(call);
            };
        }

        private static void follow(String state, Ledger ledger) {
            switch (state) {
                case "FindLateWrites" -> ledger.forbid("rds");
                case "OpenForWrites" -> ledger.allow("aurora");
                default -> {}
            }
        }

        private static void removeAurora(World world) {
            var id = world.migration().target().cluster();
            var clusters = world.cloud().clusters();
            var stacks = world.cloud().stacks();
            clusters.unprotect(id);
            clusters.find(id)
                    .orElseThrow()
                    .members()
                    .forEach(one -> clusters.deleteMember(one.id()));
            until(() -> clusters.find(id).orElseThrow().members().isEmpty());
            clusters.delete(id);
            until(() -> clusters.find(id).isEmpty());
            stacks.delete(id);
            until(() -> stacks.find(id).isEmpty());
        }

        private static void until(BooleanSupplier condition) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }
}
