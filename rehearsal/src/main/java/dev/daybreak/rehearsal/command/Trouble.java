package dev.daybreak.rehearsal.command;

import dev.daybreak.fault.Fault;
import dev.daybreak.rehearsal.asl.RefusedDefinition;
import dev.daybreak.rehearsal.cloud.template.RefusedTemplate;
import dev.daybreak.rehearsal.postgres.ServerTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Objects;

/// Why a command could not do its work: the exit code, and a sentence with the way out.
record Trouble(int code, String words) {
    private static final String NOTHING_LEFT = "Nothing was left running.";

    static Trouble of(Throwable thrown) {
        return switch (thrown) {
            case BadSettings bad -> new Trouble(ExitCode.BAD_SETTINGS, said(bad));
            case NotNow notNow -> new Trouble(ExitCode.MACHINE, said(notNow));
            case RefusedDefinition refused ->
                    new Trouble(
                            ExitCode.BAD_SETTINGS,
                            said(refused)
                                    + "\nCorrect the file, or `git checkout statemachine`. Nothing"
                                    + " was started.");
            case RefusedTemplate refused ->
                    new Trouble(
                            ExitCode.BAD_SETTINGS,
                            said(refused)
                                    + "\nTeach the stand-in (rehearsal/cloud/template) what that"
                                    + " means, or `git checkout infra/templates`. Nothing was"
                                    + " started.");
            case ServerTrouble trouble -> of(trouble);
            case UncheckedIOException io when io.getCause() != null -> of(io);
            case Fault fault ->
                    new Trouble(
                            ExitCode.MACHINE,
                            said(fault)
                                    + "\nA server of the rehearsal does not answer. Was it killed, by"
                                    + " somebody or for want of memory (dmesg tells)? Run it again. "
                                    + NOTHING_LEFT);
            case OutOfMemoryError _ ->
                    new Trouble(
                            ExitCode.BUG,
                            "Daybreak ran out of memory. That must not happen at any size: please"
                                    + " report it, with the command. "
                                    + NOTHING_LEFT);
            default -> unknown(thrown);
        };
    }

    private static Trouble of(ServerTrouble trouble) {
        var code =
                switch (trouble.reason()) {
                    case NO_SPACE -> ExitCode.NO_SPACE;
                    case PORT_IN_USE, CANNOT_RUN, DIED, TOO_SLOW, BAD_DIRECTORY -> ExitCode.MACHINE;
                    case BAD_SETTING -> ExitCode.BAD_SETTINGS;
                };
        var way =
                switch (trouble.reason()) {
                    case NO_SPACE ->
                            "Free some space (old rehearsals and caches are in .daybreak), or"
                                    + " choose a smaller --size.";
                    case PORT_IN_USE -> "Run it again: another free port is chosen each time.";
                    case CANNOT_RUN ->
                            "Delete .daybreak/cache and run it again: PostgreSQL is unpacked anew.";
                    case DIED ->
                            "Was it killed, by somebody or for want of memory (dmesg tells)? Run it"
                                    + " again.";
                    case TOO_SLOW -> "Is the machine busy? Run it again, or with a smaller --size.";
                    case BAD_DIRECTORY -> "Delete .daybreak and run it again.";
                    case BAD_SETTING -> "It comes from the parameters of the Aurora stack.";
                };
        return new Trouble(code, said(trouble) + "\n" + way + " " + NOTHING_LEFT);
    }

    private static Trouble of(UncheckedIOException thrown) {
        var io = Objects.requireNonNull(thrown.getCause());
        if (String.valueOf(io.getMessage()).contains("No space left")) {
            return of(
                    new ServerTrouble(
                            ServerTrouble.Reason.NO_SPACE, "The disk is full: " + said(io)));
        }
        var way =
                io instanceof AccessDeniedException
                        ? "Its rights do not allow that: is it somebody else's?"
                        : "Is the disk well, and the path right?";
        return new Trouble(
                ExitCode.MACHINE,
                "%s: %s. %s %s".formatted(said(thrown), why(io), way, NOTHING_LEFT));
    }

    private static String why(IOException io) {
        return io.getClass().getSimpleName() + " " + said(io);
    }

    private static Trouble unknown(Throwable thrown) {
        return new Trouble(
                ExitCode.BUG,
                ("%s: %s%nDaybreak did not expect that: please report it, with what DAYBREAK_TRACE=1"
                                + " says. %s")
                        .formatted(thrown.getClass().getSimpleName(), said(thrown), NOTHING_LEFT));
    }

    private static String said(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null || message.isBlank() ? "no reason was given" : message;
    }
}
