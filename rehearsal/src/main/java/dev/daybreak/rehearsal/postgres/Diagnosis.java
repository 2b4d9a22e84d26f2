package dev.daybreak.rehearsal.postgres;

import dev.daybreak.rehearsal.postgres.ServerTrouble.Reason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads from what a server wrote why it ended, and says what to do about it.
record Diagnosis(Reason reason, String advice) {
    private record Sign(String words, Reason reason, String advice) {}

    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(
                            "No space left on device",
                            Reason.NO_SPACE,
                            "the disk is full: free some space, or choose a smaller --size"),
                    new Sign(
                            "Address already in use",
                            Reason.PORT_IN_USE,
                            "another program listens on this port: choose another one"),
                    new Sign(
                            "unrecognized configuration parameter",
                            Reason.BAD_SETTING,
                            "PostgreSQL does not know this setting: check the parameter group"),
                    new Sign(
                            "invalid value for parameter",
                            Reason.BAD_SETTING,
                            "PostgreSQL refuses this value: check the parameter group"),
                    new Sign(
                            "is outside the valid range for parameter",
                            Reason.BAD_SETTING,
                            "PostgreSQL refuses this value: check the parameter group"),
                    new Sign(
                            "could not map anonymous shared memory",
                            Reason.BAD_SETTING,
                            "there is not enough memory for shared_buffers and max_connections"),
                    new Sign(
                            "error while loading shared libraries",
                            Reason.CANNOT_RUN,
                            "delete the cache folder and try again"),
                    new Sign(
                            "failed to execute",
                            Reason.CANNOT_RUN,
                            "delete the cache folder and try again"),
                    new Sign(
                            "not empty",
                            Reason.BAD_DIRECTORY,
                            "choose a folder that does not exist yet"),
                    new Sign(
                            "is not a database cluster directory",
                            Reason.BAD_DIRECTORY,
                            "there are no data of a server in this folder"),
                    new Sign(
                            "directory \"",
                            Reason.BAD_DIRECTORY,
                            "the folder is not as PostgreSQL needs it"));

    private static final Pattern COMPLAINT =
            Pattern.compile("FATAL|PANIC|ERROR|error|HINT|failed|parameter|could not");

    static Diagnosis of(String written, Reason otherwise) {
        return SIGNS.stream()
                .filter(sign -> written.contains(sign.words()))
                .findFirst()
                .map(sign -> new Diagnosis(sign.reason(), sign.advice()))
                .orElse(new Diagnosis(otherwise, "its own words follow"));
    }

    ServerTrouble trouble(String what, String written) {
        return new ServerTrouble(reason, "%s: %s%n%s".formatted(what, advice, complaints(written)));
    }

    private static String complaints(String written) {
        var lines = written.lines().filter(line -> !line.isBlank()).toList();
        var bad = lines.stream().filter(COMPLAINT.asPredicate()).toList();
        var chosen = bad.isEmpty() ? lines : bad;
        return chosen.stream()
                .skip(Math.max(0, chosen.size() - 6))
                .map(line -> "    " + line)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
