package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The table of all functions. A test derives the same permissions from the handlers' own code.
public final class Steps {
    /// Its policy names the roles of others, so it is stated last.
    public static final String PREFLIGHT = "Preflight";

    private final Migration migration;

    public Steps(Migration migration) {
        this.migration = migration;
    }

    /// Every function that the migration and the way back call.
    public List<Step> migration(Deployed deployed) {
        return together(
                Stream.of(
                        new MigrationSteps(migration).table(deployed),
                        new RollbackSteps(migration).table(),
                        new DepartureSteps(migration).starting()));
    }

    /// Every function that the days after call, besides.
    public List<Step> daysAfter(Deployed deployed) {
        return together(
                Stream.of(
                        new ValidationSteps(migration).table(deployed),
                        new DepartureSteps(migration).table(deployed),
                        new HandoverSteps(migration).table()));
    }

    /// The function that the topic starts, where there is a webhook.
    ///
    /// @param letters ARN of the queue for what it could not deliver
    public Optional<Step> slack(String letters) {
        var arns = new Arns(migration);
        var may = new Permissions(arns);
        return migration
                .alerts()
                .slackWebhook()
                .map(arns::secret)
                .map(secret -> all(may.secrets().read(secret), may.send(letters)))
                .map(permissions -> Step.of("NotifySlack", "slack", Set.of(), permissions));
    }

    private static List<Step> together(Stream<List<Step>> parts) {
        return parts.flatMap(List::stream).toList();
    }
}
