package dev.daybreak.rehearsal.command;

import dev.daybreak.rehearsal.world.Injection;
import dev.daybreak.rehearsal.world.Options;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// What goes on after the cutover.
final class LaterOptions {
    private static final int DAYS_MAX = 90;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Goes on after the cutover: the clock jumps from day to day while the"
                            + " application writes on.")
    private int days;

    @Option(
            names = "--rollback-on-day",
            paramLabel = "DAY",
            description =
                    "On this day the application goes back to RDS, with everything that it wrote to"
                            + " Aurora.")
    private @Nullable Integer rollbackOnDay;

    @Option(
            names = "--inject",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "Something that goes wrong in those days, to see what people are told:"
                            + " ${COMPLETION-CANDIDATES}.")
    private List<Injection> injections = List.of();

    Options.Later read(CommandLine command) {
        var on = Optional.ofNullable(rollbackOnDay);
        if (days < 0
                || days > DAYS_MAX
                || on.filter(day -> day < 1 || day > DAYS_MAX).isPresent()) {
            throw new ParameterException(
                    command,
                    "--days and --rollback-on-day are whole numbers from 1 to %d."
                            .formatted(DAYS_MAX));
        }
        return new Options.Later(
                Math.max(days, on.orElse(0)),
                on.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                on.isEmpty(),
                Set.copyOf(injections));
    }
}
