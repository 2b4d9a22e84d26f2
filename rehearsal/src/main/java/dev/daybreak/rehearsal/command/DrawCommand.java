package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.picture.Pictures;
import dev.daybreak.rehearsal.world.Rehearsal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./daybreak draw`.
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        description = {
            "Draws the workflow anew, from statemachine/migrate.asl.json: docs/workflow.svg, and the"
                    + " diagram between the markers of README.md.",
            "A test fails while a picture is not what the workflow's file gives."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the pictures are drawn", "65:the workflow's file is wrong"})
final class DrawCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var repository = Place.repository();
        Pictures.drawn(Rehearsal.workflow(repository), repository)
                .forEach(
                        (file, drawn) -> {
                            var same = Pictures.isUpToDate(repository, file, drawn);
                            Pictures.write(repository, file, drawn);
                            System.out.printf("%s  %s%n", same ? "as before" : "drawn    ", file);
                        });
        return ExitCode.GOOD;
    }
}
