package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.data.Size;
import dev.daybreak.rehearsal.report.Recording;
import dev.daybreak.rehearsal.report.ReportFiles;
import dev.daybreak.rehearsal.simulation.Workflows;
import dev.daybreak.rehearsal.terminal.Silent;
import dev.daybreak.rehearsal.world.Approver;
import dev.daybreak.rehearsal.world.Options;
import dev.daybreak.rehearsal.world.Rehearsal;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rehearses at several sizes, with and without late writes, and measures. Nothing here passes or
/// fails by time: a figure depends on the machine.
public final class Bench {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path settings;
    private final Path repository;
    private final Path home;
    private final Migration migration;
    private final PrintStream out;

    public Bench(Path settings, Path repository, Path home, Migration migration, PrintStream out) {
        this.settings = settings;
        this.repository = repository;
        this.home = home;
        this.migration = migration;
        this.out = out;
    }

    /// Prints a line for each handler, and keeps its figures.
    ///
    /// @param steps by name; all of them where it is empty
    public void handlers(List<String> steps, int starts) {
        var figures = new HandlerBench(repository, settings, out).run(steps, starts);
        out.println("All figures: " + write("handlers", figures));
    }

    /// Prints a line for each kind of fault, and keeps the figures.
    public void simulator(long seed) {
        var figures = new SimulatorBench(Workflows.load(repository, migration), out).run(seed);
        out.println("All figures: " + write("simulator", figures));
    }

    /// Prints a line a table, and keeps its figures.
    ///
    /// @param rows of a narrow table
    public void proof(int rows, int rounds) {
        var figures = ProofBench.run(home, rows, rounds, out);
        out.println("All figures: " + write("proof", figures));
    }

    /// Prints a line a rehearsal, and answers whether all of them were good.
    public boolean run(List<Size> sizes, int runs) {
        var all = new ArrayList<Measured>();
        out.println(Measured.HEADER);
        for (var size : sizes) {
            for (var quiet : List.of(true, false)) {
                for (var run = 0; run < runs; run++) {
                    var measured = measure(size, quiet);
                    all.add(measured);
                    out.println(measured.line());
                }
            }
        }
        out.println("All figures, split by state: " + write(all));
        return all.stream().allMatch(one -> one.story().report().isGood());
    }

    /// The servers are kept until their tables were counted, too: on the same machine, warm alike.
    private Measured measure(Size size, boolean quiet) {
        var machine = Rehearsal.workflow(repository);
        var recording = new Recording(machine, InstantSource.system(), new Silent());
        var report = new Rehearsal(options(size, quiet), migration, recording, Approver.YES).run();
        try (var servers = new KeptServers(report.folder())) {
            var story = recording.finished(report);
            ReportFiles.write(story);
            return new Measured(story, quiet, Proof.in(report), servers.count());
        }
    }

    private Options options(Size size, boolean quiet) {
        return new Options(
                settings,
                repository,
                home,
                size,
                quiet,
                Optional.empty(),
                false,
                true,
                Options.PACE,
                false,
                Options.Later.NONE);
    }

    private Path write(List<Measured> all) {
        var array = Json.MAPPER.createArrayNode();
        all.forEach(one -> array.add(one.json()));
        return write("rehearsals", array);
    }

    private Path write(String what, JsonNode figures) {
        var name = "%s-%s.json".formatted(NAME.format(InstantSource.system().instant()), what);
        var file = home.resolve("bench").resolve(name);
        try {
            Files.createDirectories(home.resolve("bench"));
            Files.writeString(file, figures.toPrettyString() + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
