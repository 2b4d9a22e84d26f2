package dev.daybreak.straggler;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in lines of a PostgreSQL log who was refused by a fence. Lines begin as RDS has it
/// (`log_line_prefix` is `%t:%r:%u@%d:[%p]:`, and nobody can change it there,
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html>).
/// The refusal itself does not name the application: that is in the line before it, of the same
/// process, where `log_connections` is on.
public final class RefusalLog {
    /// Daybreak's own sessions are no stragglers.
    private static final String DAYBREAK = "daybreak";

    private static final Pattern LINE =
            Pattern.compile(
                    "(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC"
                            + ":(?<client>[^()\\s]*?)(?:\\(\\d+\\))?:(?<user>.*?)@(?<database>.*?)"
                            + ":\\[(?<pid>\\d+)]:(?<level>[A-Z0-9]+):\\s+(?<text>.*)");
    private static final Pattern APPLICATION =
            Pattern.compile("connection authorized: .*?application_name=(.*?)(?: SSL enabled .*)?");
    private static final String AUTHORIZED = "connection authorized:";
    private static final String REFUSED = "permission denied for database ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final String database;
    private final Instant since;
    private final Map<String, String> applications = new HashMap<>();
    private final Map<Who, Long> attempts = new HashMap<>();

    private record Who(String client, String user, String application) {}

    /// @param database whose refusals count
    public RefusalLog(String database, Instant since) {
        this.database = database;
        this.since = since;
    }

    /// Takes the next line; what is no beginning of an entry is passed over.
    public void read(String line) {
        var found = LINE.matcher(line);
        if (found.matches() && found.group("database").equals(database)) {
            entry(found);
        }
    }

    private void entry(Matcher line) {
        var text = line.group("text");
        var pid = line.group("pid");
        if (text.startsWith(AUTHORIZED)) {
            var application = APPLICATION.matcher(text);
            applications.put(pid, application.matches() ? application.group(1) : "");
        } else if (line.group("level").equals("FATAL") && text.startsWith(REFUSED)) {
            refused(line, applications.getOrDefault(pid, ""));
            applications.remove(pid);
        }
    }

    private void refused(Matcher line, String application) {
        var at = LocalDateTime.parse(line.group("time"), TIME).toInstant(ZoneOffset.UTC);
        if (!at.isBefore(since) && !application.equals(DAYBREAK)) {
            attempts.merge(
                    new Who(line.group("client"), line.group("user"), application), 1L, Long::sum);
        }
    }

    /// Forgets who was seen coming in: another file has other processes.
    public void nextFile() {
        applications.clear();
    }

    /// @param isWhole whether all of the log was read
    public Refusals refusals(boolean isWhole) {
        var most =
                Comparator.comparingLong(Refusals.Straggler::attempts)
                        .reversed()
                        .thenComparing(Refusals.Straggler::toString);
        return new Refusals(
                attempts.entrySet().stream()
                        .map(
                                one ->
                                        new Refusals.Straggler(
                                                one.getKey().client(),
                                                one.getKey().user(),
                                                one.getKey().application(),
                                                one.getValue()))
                        .sorted(most)
                        .toList(),
                isWhole);
    }
}
