package dev.daybreak.fitness;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Side;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Instances;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Places;
import java.util.List;

/// Proves that the new cluster is fit for the application: its own login, the version, the
/// extensions, the parameters, encryption, and what the schema was written for.
public final class ProveFit {
    private final Migration migration;
    private final Instances instances;
    private final Clusters clusters;
    private final Databases databases;
    private final Places places;
    private final Logins logins;

    public ProveFit(
            Migration migration,
            Instances instances,
            Clusters clusters,
            Databases databases,
            Places places,
            Logins logins) {
        this.migration = migration;
        this.instances = instances;
        this.clusters = clusters;
        this.databases = databases;
        this.places = places;
        this.logins = logins;
    }

    /// Nothing to tell: it is all in the settings.
    public record Order() {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Everything that the application needs is there.
        record Fit(String version, int tables, long bytes) implements Answer {}

        /// It is not; each problem says what is missing and what to do.
        record Unfit(String why, List<String> problems) implements Answer {
            public Unfit {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Everything that the decision looks at.
    ///
    /// @param wanted the cluster as the settings want it
    record Sight(
            DatabaseInstance instance,
            Cluster cluster,
            Login application,
            Facts source,
            Facts target,
            Migration.Target wanted) {}

    public Answer answer(Order order) {
        var aurora = places.of(Side.AURORA);
        var login = databases.login(aurora, logins.application());
        var sight =
                new Sight(
                        instances.find(migration.source().instance()).orElseThrow(),
                        clusters.find(migration.target().cluster()).orElseThrow(),
                        login,
                        databases.facts(places.of(Side.RDS), logins.daybreak()),
                        databases.facts(aurora, logins.daybreak()),
                        migration.target());
        return decide(sight);
    }

    static Answer decide(Sight sight) {
        var problems =
                FitnessCheck.all().stream()
                        .flatMap(check -> check.problems().apply(sight).stream())
                        .toList();
        return problems.isEmpty()
                ? new Answer.Fit(
                        sight.target().version(),
                        sight.target().tables().size(),
                        sight.target().bytes())
                : new Answer.Unfit(String.join(" ", problems), problems);
    }
}
