package dev.daybreak.rehearsal.command;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.asl.StateMachine;
import dev.daybreak.rehearsal.data.Size;
import dev.daybreak.rehearsal.report.Recording;
import dev.daybreak.rehearsal.report.ReportFiles;
import dev.daybreak.rehearsal.world.Approver;
import dev.daybreak.rehearsal.world.Options;
import dev.daybreak.rehearsal.world.Rehearsal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./daybreak rehearse`.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a whole migration on this machine: the very state machine and handlers that get"
                    + " deployed, on real PostgreSQL servers, while two pods and a stray client"
                    + " write all the time. It measures the downtime as they feel it, and judges"
                    + " every promise.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./daybreak rehearse                       the whole migration, at 200 MB",
            "  ./daybreak rehearse --fail SwapHost       see how everything returns to RDS",
            "  ./daybreak rehearse --quiet --size 1GB    no late writes, a larger database",
            "  ./daybreak rehearse --rollback-on-day 5   go back on the fifth day, without loss",
            "  ./daybreak rehearse --keep                look at both servers afterwards",
            "  ./daybreak rehearse --json | jq .downtime.milliseconds"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it ended as it should, and every promise was held",
            "1:it ended otherwise, or a promise was broken",
            "64:an option is wrong",
            "65:settings, workflow or Aurora template are wrong; every problem is listed",
            "69:this machine cannot run it: a port, a server, a missing program",
            "70:a mistake in Daybreak (DAYBREAK_TRACE=1 shows where)",
            "73:there is not enough room on the disk",
            "130:Ctrl-C; the servers are down and their data deleted"
        })
public final class RehearseCommand implements Callable<Integer> {
    /// Who approves the cutover.
    enum Approval {
        ask,
        auto
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            defaultValue = "200MB",
            converter = SizeConverter.class,
            description =
                    "How large the database is: 50MB to 100GB, by default ${DEFAULT-VALUE}. Six"
                            + " times as much is needed on the disk.")
    private Size size = new Size(200);

    @Option(
            names = "--quiet",
            description =
                    "The writers only read from the snapshot to the fence, so there are no late"
                            + " writes and the first cluster is the one to move to.")
    private boolean quiet;

    @Option(
            names = "--fail",
            paramLabel = "STEP",
            description =
                    "This step of the workflow fails for good, so that the return can be watched."
                            + " A name that is none lists them all.")
    private @Nullable String fail;

    @Option(
            names = "--approval",
            paramLabel = "WHO",
            defaultValue = "auto",
            description =
                    "ask shows forecast and warnings and asks you; auto approves by itself, and is"
                            + " the default.")
    private Approval approval = Approval.auto;

    @Option(
            names = "--replay",
            description = "Every step is run twice, as after a lost answer: that must do no harm.")
    private boolean replay;

    @Mixin private LaterOptions later = new LaterOptions();

    @Option(
            names = "--keep",
            description =
                    "Leaves both servers running at the end, and says how to connect and how to"
                            + " stop them.")
    private boolean keep;

    @Option(
            names = "--json",
            description =
                    "One JSON document on standard output, at the end; progress goes to standard"
                            + " error. docs/report-json.md tells its fields.")
    private boolean json;

    @Override
    public Integer call() {
        var migration = settings.read();
        var machine = Rehearsal.workflow(Place.repository());
        Rehearsal.template(Place.repository());
        checkFail(machine);
        var screen = Screen.choose(json);
        var approver = approver(screen);
        try (var interruption = Interruption.watch()) {
            return rehearse(migration, machine, screen, approver, interruption);
        }
    }

    private int rehearse(
            Migration migration,
            StateMachine machine,
            Screen screen,
            Approver approver,
            Interruption interruption) {
        var recording = new Recording(machine, InstantSource.system(), screen.display());
        try {
            var report = new Rehearsal(options(), migration, recording, approver).run();
            var story = recording.finished(report);
            ReportFiles.write(story);
            screen.display().finished(story);
            screen.kept(report.folder());
            if (json) {
                System.out.println(ReportFiles.json(story));
            }
            return report.isGood() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
        } catch (RuntimeException e) {
            screen.gone();
            if (interruption.happened()) {
                return ExitCode.STOPPED;
            }
            throw e;
        }
    }

    private Options options() {
        return new Options(
                settings.file(),
                Place.repository(),
                Place.home(),
                size,
                quiet,
                Optional.ofNullable(fail),
                approval == Approval.ask,
                keep,
                Options.PACE,
                replay,
                later.read(spec.commandLine()));
    }

    private void checkFail(StateMachine machine) {
        Optional.ofNullable(fail)
                .flatMap(new FailOption(machine)::problem)
                .ifPresent(
                        problem -> {
                            throw new ParameterException(spec.commandLine(), problem);
                        });
    }

    private Approver approver(Screen screen) {
        return switch (approval) {
            case auto -> Approver.YES;
            case ask ->
                    screen.person()
                            .orElseThrow(
                                    () ->
                                            new ParameterException(
                                                    spec.commandLine(),
                                                    "--approval ask needs a terminal to ask on, and"
                                                            + " this is none. Run it in a terminal, or"
                                                            + " with --approval auto."));
        };
    }
}
