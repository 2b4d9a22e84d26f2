package dev.daybreak.check;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How many errors the application logged within a day.
public final class CheckLogs {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int EXAMPLES_MAX = 3;

    /// Greedy: a password may hold any of these characters.
    private static final Pattern URL_LOGIN = Pattern.compile("://\\S*@");

    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(passw(?:or)?d[\"']?\\s*[=:]\\s*).*");

    private final Migration migration;
    private final PodLogs podLogs;
    private final InstantSource clock;

    public CheckLogs(Migration migration, PodLogs podLogs, InstantSource clock) {
        this.migration = migration;
        this.podLogs = podLogs;
        this.clock = clock;
    }

    /// @param since when the look began
    public record Order(Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        looks.at(Check.LOGS, this::logs);
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void logs(Looks.Page page) {
        var validation = migration.validation();
        long count = 0;
        var isWhole = true;
        var examples = new ArrayList<String>();
        for (var workload : migration.kubernetes().deployments()) {
            var found = podLogs.matching(workload.selector(), validation.errors(), DAY);
            count += found.count();
            isWhole &= found.isWhole();
            found.examples().stream().map(CheckLogs::withoutLogins).forEach(examples::add);
        }
        if (count > validation.errorsTolerated()) {
            page.finding(
                    "The application logged %d errors within a day (%d are tolerated), for example: %s"
                            .formatted(count, validation.errorsTolerated(), shown(examples)),
                    "Read them: kubectl -n %s logs --since=24h -l %s"
                            .formatted(
                                    migration.kubernetes().namespace(),
                                    migration.kubernetes().deployments().getFirst().selector()));
        }
        page.detail("%d lines look like errors.".formatted(count));
        if (!isWhole) {
            page.detail(
                    "Not all of the application's log was read: a container had not started, or wrote more than %d MiB within a day."
                            .formatted(PodLogs.BYTES_MAX >> 20));
        }
    }

    private static String shown(List<String> examples) {
        return String.join(" | ", examples.subList(0, Math.min(EXAMPLES_MAX, examples.size())));
    }

    /// What an application logs may hold its connection string.
    private static String withoutLogins(String line) {
        var withoutUrl = URL_LOGIN.matcher(line).replaceAll("://…@");
        return PASSWORD.matcher(withoutUrl).replaceAll("$1…");
    }
}
