package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.simulation.fault.FaultPlan;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How the hand-written runbook that Daybreak replaces fares in the same world: with nothing going
/// wrong, and with one fault at each of its calls.
public final class Runbook {
    private static final String FILE = "runbook.asl.json";
    private static final int FAULTY_WORLDS = 2;

    private final Workflows workflows;

    public Runbook(Workflows workflows) {
        this.workflows = RunbookLife.with(workflows, machine());
    }

    /// How the lives of one kind ended.
    ///
    /// @param ending what people do once the application runs on Aurora
    /// @param faulty whether one thing goes wrong in each
    /// @param straggler whether a client that nobody thought of goes on using the old host
    /// @param abandoned in how many people gave up at a step that failed again and again
    /// @param lostWrites in how many an acknowledged write was lost
    /// @param stranded in how many the application was not well at the end
    /// @param deletedTooEarly in how many the instance was deleted that held the only copy
    public record Row(
            String ending,
            boolean faulty,
            boolean straggler,
            int lives,
            int abandoned,
            int lostWrites,
            int stranded,
            int deletedTooEarly) {}

    /// What people do once the application runs on Aurora.
    public enum Ending {
        STAY("stay"),
        GO_BACK("go back"),
        LEAVE("leave");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        /// For people, and for the runbook's input.
        String words() {
            return words;
        }
    }

    /// All rows: each ending without and with a straggler, without and with a fault.
    ///
    /// @param worlds how many lives without a fault, each in a world of its own
    public List<Row> rows(long seed, int worlds) {
        var rows = new ArrayList<Row>();
        for (var ending : Ending.values()) {
            for (var straggler : List.of(false, true)) {
                rows.add(quiet(ending, straggler, seed, worlds));
                rows.add(faulty(ending, straggler, seed));
            }
        }
        return rows;
    }

    /// Lives in which nothing goes wrong.
    public Row quiet(Ending ending, boolean straggler, long seed, int worlds) {
        var lives =
                LongStream.range(seed, seed + worlds)
                        .mapToObj(one -> life(one, FaultPlan.NONE, straggler));
        return row(ending, false, straggler, lives);
    }

    /// One fault at each call, in worlds where the runbook comes to its end without.
    private Row faulty(Ending ending, boolean straggler, long seed) {
        var lives =
                LongStream.iterate(seed, one -> one + 1)
                        .filter(this::works)
                        .limit(FAULTY_WORLDS)
                        .boxed()
                        .flatMap(
                                world ->
                                        plans(ending, world)
                                                .map(plan -> life(world, plan, straggler)));
        return row(ending, true, straggler, lives);
    }

    private boolean works(long seed) {
        return !life(seed, FaultPlan.NONE, false)
                .live(Ending.STAY)
                .contains(RunbookLife.Harm.ABANDONED);
    }

    private Stream<FaultPlan> plans(Ending ending, long seed) {
        return life(seed, FaultPlan.NONE, false).recorded(ending).stream()
                .flatMap(
                        site ->
                                FaultPlan.KINDS.stream()
                                        .filter(site::takes)
                                        .map(kind -> FaultPlan.of(site.number(), kind)));
    }

    private RunbookLife life(long seed, FaultPlan plan, boolean straggler) {
        return new RunbookLife(workflows, seed, plan, straggler);
    }

    private static Row row(
            Ending ending, boolean faulty, boolean straggler, Stream<RunbookLife> lives) {
        var ended = lives.parallel().map(life -> life.live(ending)).toList();
        return new Row(
                ending.words(),
                faulty,
                straggler,
                ended.size(),
                count(ended, RunbookLife.Harm.ABANDONED),
                count(ended, RunbookLife.Harm.LOST_WRITES),
                count(ended, RunbookLife.Harm.STRANDED),
                count(ended, RunbookLife.Harm.DELETED_TOO_EARLY));
    }

    private static int count(List<Set<RunbookLife.Harm>> ended, RunbookLife.Harm harm) {
        return (int) ended.stream().filter(one -> one.contains(harm)).count();
    }

    private static StateMachine machine() {
        try (var file = Runbook.class.getResourceAsStream(FILE)) {
            var definition = Json.MAPPER.readTree(Objects.requireNonNull(file, FILE));
            return StateMachine.of("runbook", definition);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
