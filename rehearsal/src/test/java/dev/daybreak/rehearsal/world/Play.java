package dev.daybreak.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.alert.Alert;
import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.asl.Execution;
import dev.daybreak.rehearsal.asl.HistoryEvent;
import dev.daybreak.rehearsal.asl.Outcome;
import dev.daybreak.rehearsal.asl.Tasks.Work;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.data.Size;
import dev.daybreak.rehearsal.report.Recording;
import dev.daybreak.rehearsal.report.Report;
import dev.daybreak.rehearsal.report.Visit;
import dev.daybreak.rehearsal.terminal.PlainLines;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.settings.MigrationJson.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// One whole rehearsal in a test, as small and as fast as it can be.
final class Play {
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target", "daybreak").toAbsolutePath();

    /// Pauses of 20 s last 0.1 s here.
    private static final double PACE = 200;

    /// Still never at once: what does not wait is found out.
    private static final Delays QUICK =
            new Delays(Duration.ofMillis(30), Duration.ofMillis(20), Duration.ofMillis(100));

    private Options options =
            new Options(
                    REPOSITORY.resolve("migration.json"),
                    REPOSITORY,
                    HOME,
                    Size.parse("50MB"),
                    false,
                    Optional.empty(),
                    false,
                    false,
                    PACE,
                    false,
                    Options.Later.NONE);
    private Migration migration = migration(text -> text);
    private Approver approver = Approver.YES;
    private boolean indiscreet;
    private Meddler meddler = Meddler.NONE;

    /// What came of it.
    ///
    /// @param before how things stood before the first execution, after it how they stand now
    /// @param printed everything that went to the terminal
    /// @param secrets every password that there ever was
    record Ended(
            Report report, Standing before, Standing after, String printed, Set<String> secrets) {
        /// States that the judged execution was in.
        Set<String> states() {
            var states = new TreeSet<String>();
            report.visits().stream().map(Visit::state).forEach(states::add);
            return states;
        }

        String error() {
            return report.error().orElse("FINISHED");
        }

        /// How it ended and which promises were broken, on one line.
        String verdict() {
            var broken =
                    report.promises().stream()
                            .filter(verdict -> !verdict.held())
                            .map(verdict -> verdict.id() + verdict.broken())
                            .toList();
            return error() + (broken.isEmpty() ? "" : " " + broken);
        }

        /// The messages that told how it ended.
        List<Alert> endings() {
            return report.alerts().stream()
                    .filter(alert -> alert.level() != Alert.Level.ASK)
                    .toList();
        }

        Set<String> brokenPromises() {
            var ids = new TreeSet<String>();
            report.promises().stream()
                    .filter(verdict -> !verdict.held())
                    .forEach(verdict -> ids.add(verdict.id()));
            return ids;
        }
    }

    /// The settings that come with Daybreak, with a change.
    static Migration migration(UnaryOperator<String> change) {
        try {
            var text = change.apply(Files.readString(REPOSITORY.resolve("migration.json")));
            return switch (MigrationJson.read(text)) {
                case Reading.Read read -> read.migration();
                case Reading.Refused refused -> throw new AssertionError(refused.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Play settings(String from, String to) {
        assertThat(migration(text -> text)).isNotNull();
        migration =
                migration(
                        text -> {
                            assertThat(text).contains(from);
                            return text.replace(from, to);
                        });
        return this;
    }

    /// Limits shorter than settings may have them.
    Play limits(UnaryOperator<Limits> change) {
        var m = migration;
        migration =
                new Migration(
                        m.name(),
                        m.region(),
                        m.way(),
                        m.source(),
                        m.target(),
                        m.secret(),
                        m.kubernetes(),
                        m.health(),
                        m.network(),
                        m.alerts(),
                        m.approval(),
                        m.onLateWrites(),
                        m.rollback(),
                        m.validation(),
                        m.keepStopped(),
                        m.decommission(),
                        change.apply(m.limits()),
                        m.polls());
        return this;
    }

    Play quiet() {
        return options(true, options.fail(), options.replay());
    }

    Play failing(String state) {
        return options(options.quiet(), Optional.of(state), options.replay());
    }

    Play replayed() {
        return options(options.quiet(), options.fail(), true);
    }

    /// A password may get out.
    Play indiscreet() {
        indiscreet = true;
        return this;
    }

    Play approver(Approver other) {
        approver = other;
        return this;
    }

    Play meddler(Meddler other) {
        meddler = other;
        return this;
    }

    private Play options(boolean quiet, Optional<String> fail, boolean replay) {
        var o = options;
        options =
                new Options(
                        o.settings(),
                        o.repository(),
                        o.home(),
                        o.size(),
                        quiet,
                        fail,
                        o.ask(),
                        o.keep(),
                        o.pace(),
                        replay,
                        o.later());
        return this;
    }

    /// Days pass, and on this one the application goes back.
    Play rollbackOn(int day) {
        options = options.then(new Options.Later(day, OptionalInt.of(day), false, Set.of()));
        return this;
    }

    /// Days pass, the old instance is taken away once it may be, and these things go wrong.
    Play injecting(int days, Set<Injection> injections) {
        options = options.then(new Options.Later(days, OptionalInt.empty(), true, injections));
        return this;
    }

    /// Runs it, and finds nothing left behind.
    Ended run() {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        var terminal = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var witness = new Witness(meddler);
        System.setOut(terminal);
        System.setErr(terminal);
        Report report;
        try {
            var display = new PlainLines(terminal);
            var workflow = Rehearsal.workflow(options.repository());
            var reporter = new Recording(workflow, InstantSource.system(), display);
            report = new Rehearsal(options, migration, reporter, approver, witness).run();
            display.finished(reporter.finished(report));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        Leftovers.none(report.folder());
        var text = printed.toString(StandardCharsets.UTF_8);
        if (!indiscreet) {
            Leftovers.noSecrets(report.folder(), text, witness.secrets);
        }
        return new Ended(
                report,
                witness.before.orElseThrow(),
                witness.after.orElseThrow(),
                text,
                witness.secrets);
    }

    /// Looks before and after, and lets the meddler meddle.
    private static final class Witness implements Meddler {
        private final Meddler meddler;
        private Optional<Standing> before = Optional.empty();
        private Optional<Standing> after = Optional.empty();
        private Set<String> secrets = Set.of();

        private Witness(Meddler meddler) {
            this.meddler = meddler;
        }

        @Override
        public void dawned(World world, int day) {
            meddler.dawned(world, day);
        }

        @Override
        public void heardLater(World world, HistoryEvent event) {
            meddler.heardLater(world, event);
        }

        @Override
        public void started(Execution execution) {
            meddler.started(execution);
        }

        @Override
        public boolean startsAgain(Outcome outcome) {
            return meddler.startsAgain(outcome);
        }

        @Override
        public boolean hasMovedAgain() {
            return meddler.hasMovedAgain();
        }

        @Override
        public boolean acceptsLoss() {
            return meddler.acceptsLoss();
        }

        @Override
        public Delays delays() {
            return QUICK;
        }

        @Override
        public Template template(Template template) {
            return meddler.template(template);
        }

        @Override
        public boolean mends(World world) {
            return meddler.mends(world);
        }

        @Override
        public Wiring wiring(World world, Wiring wiring) {
            return meddler.wiring(world, wiring);
        }

        @Override
        public Work work(World world, Work work) {
            return meddler.work(world, work);
        }

        @Override
        public ObjectNode input(ObjectNode input) {
            return meddler.input(input);
        }

        @Override
        public void begun(World world, Executions executions) {
            meddler.begun(world, executions);
            before = Optional.of(Standing.of(world));
        }

        @Override
        public void heard(World world, HistoryEvent event) {
            meddler.heard(world, event);
        }

        @Override
        public void over(World world) {
            meddler.over(world);
            after = Optional.of(Standing.of(world));
            var password = world.migration().secret().fields().password();
            secrets = world.cloud().secrets().everHeld(password);
        }
    }
}
