package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.world.Rehearsal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./daybreak check`.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the settings, the workflow and the Aurora template, and says what is wrong, all"
                    + " of it at once.",
            "Nothing is started and nothing is asked of AWS."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are good", "65:something is wrong; every problem is listed"})
final class CheckCommand implements Callable<Integer> {
    @Mixin private SettingsOption settings = new SettingsOption();

    @Override
    public Integer call() {
        var migration = settings.read();
        var states = Rehearsal.workflow(Place.repository()).allStates().size();
        var resources = Rehearsal.template(Place.repository()).resources().size();
        System.out.printf(
                "good: %s describes migration %s (%s to %s); the workflow has %d states, the"
                        + " Aurora template %d resources.%n",
                settings.file(),
                migration.name(),
                migration.source().instance(),
                migration.target().cluster(),
                states,
                resources);
        return ExitCode.GOOD;
    }
}
