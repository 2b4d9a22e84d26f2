package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.bench.Bench;
import dev.daybreak.rehearsal.data.Size;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./daybreak bench`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Rehearses at several sizes, with and without late writes, and measures: the downtime and"
                    + " where it went, the equality proof beside a plain SELECT count(*) over the"
                    + " same tables of the same servers, the whole rehearsal.",
            "Reads cached tables with the proof's own queries, beside count(*) and beside each row's"
                    + " text: narrow rows and rows of 12 types, one backend and two.",
            "Starts the handlers from the jar that is deployed, each in a process of its own, beside"
                    + " the same handlers built naively: the time to the first answer, and memory.",
            "Simulates lives on one core, by the kind of fault that they have: lives and state"
                    + " transitions a second, beside lives without a fault.",
            "A table on the terminal; every figure, split by state, in .daybreak/bench."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every rehearsal ended well; how fast it was does not matter",
            "1:one did not",
            "64-73, 130:as of ./daybreak rehearse"
        })
final class BenchCommand implements Callable<Integer> {
    /// A cluster with KEDA.
    private static final long SEED = 3;

    @Mixin private SettingsOption settings = new SettingsOption();

    /// What can be measured by itself.
    enum Part {
        handlers,
        simulator,
        proof,
        rehearsals
    }

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "One of ${COMPLETION-CANDIDATES}; by default all.")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--steps",
            split = ",",
            paramLabel = "STEP",
            description = "Whose handlers are started; by default every step's.")
    private List<String> steps = List.of();

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "10",
            description = "How often each handler is started; by default ${DEFAULT-VALUE}.")
    private int starts = 10;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "3000000",
            description = "Rows of the proof's narrow tables; by default ${DEFAULT-VALUE}.")
    private int rows = 3_000_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each is read, of which the best counts; ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "SIZE",
            defaultValue = "200MB,1GB",
            converter = SizeConverter.class,
            description = "With commas between them; by default ${DEFAULT-VALUE}.")
    private List<Size> sizes = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often each is rehearsed; by default ${DEFAULT-VALUE}.")
    private int runs = 1;

    @Override
    public Integer call() {
        var migration = settings.read();
        try (var interruption = Interruption.watch()) {
            var bench =
                    new Bench(
                            settings.file(),
                            Place.repository(),
                            Place.home(),
                            migration,
                            System.out);
            try {
                if (only.contains(Part.handlers)) {
                    bench.handlers(steps, starts);
                }
                if (only.contains(Part.simulator)) {
                    bench.simulator(SEED);
                }
                if (only.contains(Part.proof)) {
                    bench.proof(rows, rounds);
                }
                var good = !only.contains(Part.rehearsals) || bench.run(sizes, runs);
                return good ? ExitCode.GOOD : ExitCode.NOT_GOOD;
            } catch (RuntimeException e) {
                if (interruption.happened()) {
                    return ExitCode.STOPPED;
                }
                throw e;
            }
        }
    }
}
