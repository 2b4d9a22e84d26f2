package dev.daybreak.preflight;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Session;
import dev.daybreak.fault.Fault;
import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Application;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.settings.MigrationJson;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.ExternalSecret;
import dev.daybreak.workload.Pod;
import dev.daybreak.workload.RenderedSecret;
import dev.daybreak.workload.Scaler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A migration's surroundings in which everything is well; a test spoils one thing of it.
final class World {
    static final String RUN = "evening-1-3ac693f2";

    /// The shipped example, with an owner who is not the application.
    Migration migration =
            Changed.with(
                    ((MigrationJson.Reading.Read) MigrationJson.read(Path.of("../migration.json")))
                            .migration(),
                    "source",
                    new Migration.Source("mosaic-prod-db", "mosaic/prod/rds/owner", true));

    {
        changeKubernetes(
                "access",
                new Migration.Kubernetes.Access(
                        Migration.Kubernetes.Access.Entry.ACCESS_ENTRY,
                        List.of("database"),
                        List.of("core-api")));
    }

    Map<String, DatabaseInstance> instances =
            new HashMap<>(Map.of("mosaic-prod-db", Healthy.instance()));

    Optional<Long> freeBytes = Optional.of(50L << 30);
    List<String> auroraVersions = List.of("15.14", "16.4-limitless", "16.8", "16.10", "17.6");
    Map<String, String> clusters = new HashMap<>();
    Map<String, String> stacks = new HashMap<>();
    Set<String> snapshots = new HashSet<>();

    Map<String, SecretFields> secrets =
            new HashMap<>(
                    Map.of(
                            "mosaic/prod/rds/credentials",
                            new SecretFields(
                                    Map.of(
                                            "username", "mosaic",
                                            "password", "hunter2",
                                            "host", "127.0.0.2",
                                            "port", 20_432,
                                            "dbname", "mosaic",
                                            "engine", "postgres")),
                            "mosaic/prod/rds/owner",
                            new SecretFields(Map.of("username", "owner", "password", "hunter4"))));

    SecretFacts secretFacts =
            new SecretFacts("arn", false, Optional.empty(), Map.of("v1", Set.of("AWSCURRENT")));

    Map<String, Login> logins =
            new HashMap<>(
                    Map.of(
                            "mosaic", new Login.Accepted("16.9"),
                            "owner", new Login.Accepted("16.9"),
                            "daybreak", new Login.Accepted("16.9")));

    Facts facts = Healthy.facts();

    List<Session> sessions =
            new ArrayList<>(
                    List.of(
                            Healthy.session("mosaic", Optional.of("127.0.1.1")),
                            Healthy.session("rdsadmin", Optional.empty())));

    Optional<Deployment> deployment =
            Optional.of(new Deployment("core-api", 2, 2, 2, 2, 7, 7, Duration.ofSeconds(30)));

    List<Pod> pods =
            new ArrayList<>(List.of(Healthy.pod("a", "127.0.1.1"), Healthy.pod("b", "127.0.1.2")));
    List<Scaler> scalers = new ArrayList<>();

    List<ExternalSecret> externalSecrets = new ArrayList<>(List.of(Healthy.externalSecret()));

    Optional<RenderedSecret> rendered =
            Optional.of(
                    new RenderedSecret(
                            "database-credentials",
                            "DB_URL",
                            "17",
                            "postgresql+psycopg://mosaic:hunter2@127.0.0.2:20432/mosaic"));

    List<String> missingPermissions = List.of();
    Application.Answer health = new Application.Answer(200, "");

    /// What looking into the database throws, where it throws.
    Optional<Fault> factsFault = Optional.empty();

    Facts lookIntoDatabase() {
        factsFault.ifPresent(
                fault -> {
                    throw fault;
                });
        return facts;
    }

    void change(String component, Object value) {
        instances.computeIfPresent(
                "mosaic-prod-db", (_, was) -> Changed.with(was, component, value));
    }

    void changeSecret(String field, Object value) {
        secrets.computeIfPresent(
                "mosaic/prod/rds/credentials",
                (_, was) -> {
                    var fields = new HashMap<>(was.fields());
                    fields.put(field, value);
                    return new SecretFields(fields);
                });
    }

    void changeFacts(String component, Object value) {
        facts = Changed.with(facts, component, value);
    }

    void changeSecretFacts(String component, Object value) {
        secretFacts = Changed.with(secretFacts, component, value);
    }

    void changeDeployment(String component, Object value) {
        deployment = deployment.map(was -> Changed.with(was, component, value));
    }

    void changeExternalSecret(String component, Object value) {
        externalSecrets.set(0, Changed.with(externalSecrets.getFirst(), component, value));
    }

    void changeKubernetes(String component, Object value) {
        migration =
                Changed.with(
                        migration,
                        "kubernetes",
                        Changed.with(migration.kubernetes(), component, value));
    }

    /// As it is after the approval: what preflight found free is now ours.
    void prepare() {
        secrets.put(
                "daybreak/mosaic-prod/database",
                new SecretFields(Map.of("username", "daybreak", "password", "hunter3")));
        clusters.put("mosaic-prod-aurora", "available");
        stacks.put("mosaic-prod-aurora", "CREATE_COMPLETE");
        snapshots.add("mosaic-prod-" + RUN + "-first");
    }

    Preflight.Answer preflight(boolean again) {
        return new Preflight(Fakes.wiring(this)).answer(new Preflight.Order(RUN, again));
    }
}
