package dev.daybreak.fakes;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Session;
import dev.daybreak.migration.Migration;
import dev.daybreak.runtime.DaysAfter;
import dev.daybreak.runtime.Leaving;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.secret.SecretFields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Everything outside of Daybreak, in memory and well: the application runs on RDS, Aurora stands
/// ready beside it. A test breaks what it is about.
public final class World {
    public static final Access OPEN =
            new Access(true, List.of("application", "owner"), Optional.empty());
    public static final Address RDS = new Address(Examples.RDS_HOST, 5432, "mosaic");
    public static final Address AURORA = new Address(Examples.AURORA_HOST, 5432, "mosaic");
    public static final Instant START = Instant.parse("2026-03-01T20:00:00Z");

    public final Migration migration;
    public final Journal journal = new Journal();
    public final MovableClock clock = new MovableClock(START);
    public final FakeInstances instances = new FakeInstances();
    public final FakeSnapshots snapshots = new FakeSnapshots(journal);
    public final FakeClusters clusters = new FakeClusters(journal);
    public final FakeStacks stacks = new FakeStacks(journal);
    public final FakeSecrets secrets = new FakeSecrets(journal);
    public final FakeAlerts alerts = new FakeAlerts(journal);
    public final FakeWebhooks webhooks = new FakeWebhooks(journal);
    public final FakeApplication application = new FakeApplication();
    public final FakeDeployments deployments = new FakeDeployments(journal);
    public final FakeScalers scalers = new FakeScalers(journal);
    public final FakeExternalSecrets externalSecrets = new FakeExternalSecrets(journal);
    public final FakeFences fences = new FakeFences(journal);
    public final FakeDatabases databases = new FakeDatabases(journal, fences);
    public final FakeComparisons comparisons = new FakeComparisons();
    public final FakeNotes notes = new FakeNotes(journal);
    public final FakeExecutions executions = new FakeExecutions();
    public final FakeStreams streams = new FakeStreams(journal);
    public final FakeMetrics metrics = new FakeMetrics();
    public final FakeLogs logs = new FakeLogs();
    public final FakeSoundings soundings = new FakeSoundings();
    public final FakeInstanceLife life = new FakeInstanceLife(journal, instances);
    public final FakeStackChanges changes = new FakeStackChanges(journal, stacks);
    public final FakeHoldings holdings = new FakeHoldings();

    public World() {
        this(Examples.migration());
    }

    public World(Migration migration) {
        this.migration = migration;
        instances.put(Examples.instance());
        clusters.put(Examples.cluster());
        stacks.put(Examples.stack("CREATE_COMPLETE"));
        secrets.put(Examples.SECRET, "v1", secret(RDS, "application", Examples.PASSWORD));
        secrets.put(Examples.OWNER_SECRET, "o1", login("owner", "owner-" + Examples.PASSWORD));
        secrets.put(Examples.OWN_SECRET, "d1", login("daybreak", "own-" + Examples.PASSWORD));
        databases.password(new Credentials("application", Examples.PASSWORD));
        databases.password(new Credentials("owner", "owner-" + Examples.PASSWORD));
        databases.password(new Credentials("daybreak", "own-" + Examples.PASSWORD));
        databases.facts(RDS, Examples.facts());
        databases.facts(AURORA, Examples.facts());
        holdings.put(RDS, Examples.HOLDING);
        databases.mark(RDS, Examples.mark(100, 40));
        databases.sessions(RDS, List.of());
        databases.sessions(AURORA, List.of());
        deployments.put(Examples.deployment(2));
        deployments.pods(
                Examples.SELECTOR,
                List.of(Examples.pod("pod-a", "10.0.0.1"), Examples.pod("pod-b", "10.0.0.2")));
        externalSecrets.put(Examples.externalSecret("database-credentials", "1-abc"));
        render(RDS);
    }

    /// The operator writes the Kubernetes Secret that pods read.
    public void render(Address address) {
        externalSecrets.render(
                "database-credentials",
                "DB_URL",
                "postgresql+psycopg://application:%s@%s:%d/mosaic?sslmode=require"
                        .formatted(Examples.PASSWORD, address.host(), address.port()));
    }

    public Wiring wiring() {
        return new Wiring(
                migration,
                clock,
                () -> "made-" + Examples.PASSWORD,
                instances,
                snapshots,
                clusters,
                stacks,
                secrets,
                alerts,
                webhooks,
                new FakePermissions(),
                application,
                deployments,
                scalers,
                externalSecrets,
                databases,
                fences,
                comparisons,
                new DaysAfter(
                        notes,
                        executions,
                        streams,
                        metrics,
                        logs,
                        logs,
                        soundings,
                        new Leaving(life, changes, holdings)));
    }

    /// A secret as an application has it: more fields than Daybreak knows, the port a number.
    public static SecretFields secret(Address address, String username, String password) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("engine", "postgres");
        fields.put("username", username);
        fields.put("password", password);
        fields.put("host", address.host());
        fields.put("port", address.port());
        fields.put("dbname", address.database());
        return new SecretFields(fields);
    }

    public static Session session(String client) {
        return new Session(7, "application", "core-api", Optional.of(client), Optional.empty());
    }

    private static SecretFields login(String username, String password) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("username", username);
        fields.put("password", password);
        return new SecretFields(fields);
    }
}
