package dev.daybreak.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.TableFacts;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.World;
import dev.daybreak.fitness.ProveFit.Answer;
import dev.daybreak.fitness.ProveFit.Sight;
import dev.daybreak.migration.Migration;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProveFitTest {
    private static final Facts GOOD = Examples.facts();
    private static final Sight FIT =
            new Sight(
                    Examples.instance(),
                    Examples.cluster(),
                    new Login.Accepted("16.15"),
                    GOOD,
                    GOOD,
                    Examples.migration().target());

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("the application's login", login(new Login.WrongPassword()), "rotation"),
                arguments(
                        "version",
                        target(version("16.14")),
                        "16.14, older than the source's 16.15"),
                arguments("version", target(version("15.99")), "15.99"),
                arguments("required extensions", requiring("age"), "Extension age is required"),
                arguments(
                        "the source's extensions",
                        target(extensions(Map.of("plpgsql", "1.0"))),
                        "Extension pg_trgm is installed on the source"),
                arguments(
                        "parameters",
                        target(parameter("max_connections", "87")),
                        "max_connections is 87"),
                arguments("parameters", target(without("wal_level")), "wal_level is not set"),
                arguments(
                        "encryption",
                        cluster(false, true, FIT.instance(), FIT.wanted()),
                        "The source's storage is encrypted"),
                arguments(
                        "encryption",
                        cluster(false, true, unencrypted(), wanting(Optional.of("arn:of:a:key"))),
                        "target.kmsKey"),
                arguments(
                        "deletion protection",
                        cluster(true, false, FIT.instance(), FIT.wanted()),
                        "target.deletionProtection"),
                arguments(
                        "encoding and collation",
                        target(parameter("server_encoding", "LATIN1")),
                        "server_encoding"),
                arguments(
                        "encoding and collation",
                        target(parameter("lc_collate", "C")),
                        "lc_collate"),
                arguments("encoding and collation", target(parameter("lc_ctype", "C")), "lc_ctype"),
                arguments("encoding and collation", both(without("lc_collate")), "lc_collate"),
                arguments(
                        "collation versions",
                        target(collations(Map.of("pg_catalog.default", "2.28"))),
                        "pg_catalog.default, version 2.36 on the source and 2.28 on Aurora"),
                arguments("collation versions", target(collations(Map.of())), "none on Aurora"),
                arguments("tables", target(tables("public.orders")), "public.users"),
                arguments(
                        "tables", target(tables("public.orders", "public.other")), "public.users"),
                arguments(
                        "tables",
                        target(tables("public.orders", "public.users", "public.x")),
                        "public.x"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("failures")
    void eachCheckFindsWhatItIsAboutAndNoOtherDoes(String name, Sight sight, String says) {
        var failing =
                FitnessCheck.all().stream()
                        .filter(check -> !check.problems().apply(sight).isEmpty())
                        .map(FitnessCheck::name)
                        .toList();

        assertThat(failing).containsExactly(name);
        assertThat(ProveFit.decide(sight))
                .isInstanceOfSatisfying(
                        Answer.Unfit.class,
                        unfit -> {
                            assertThat(unfit.problems()).anyMatch(one -> one.contains(says));
                            assertThat(unfit.why()).contains(says);
                        });
    }

    @Test
    void everyCheckHasACaseThatMakesItFail() {
        var tried = failures().map(one -> one.get()[0]).collect(Collectors.toSet());

        assertThat(tried)
                .isEqualTo(
                        FitnessCheck.all().stream()
                                .map(FitnessCheck::name)
                                .collect(Collectors.toSet()));
    }

    @Test
    void everyParameterOfTheGroupIsLookedAt() {
        FitnessCheck.PARAMETERS
                .keySet()
                .forEach(
                        name ->
                                assertThat(ProveFit.decide(target(parameter(name, "odd"))))
                                        .as(name)
                                        .isInstanceOf(Answer.Unfit.class));
    }

    @Test
    void listsEveryProblemAtOnce() {
        var sight = requiring("age");
        var bad =
                new Sight(
                        sight.instance(),
                        sight.cluster(),
                        new Login.WrongPassword(),
                        GOOD,
                        GOOD,
                        sight.wanted());

        assertThat(ProveFit.decide(bad))
                .isInstanceOfSatisfying(
                        Answer.Unfit.class, unfit -> assertThat(unfit.problems()).hasSize(2));
    }

    @Test
    void whoIsShutOutByTheFenceHasTheRightPassword() {
        assertThat(ProveFit.decide(login(new Login.NotAdmitted()))).isInstanceOf(Answer.Fit.class);
    }

    @Test
    void whatIsNotAskedForIsNotMissed() {
        var whole = FIT.wanted();
        var careless =
                new Migration.Target(
                        whole.cluster(),
                        whole.instanceClass(),
                        whole.requiredExtensions(),
                        false,
                        Optional.empty());

        assertThat(ProveFit.decide(cluster(false, false, unencrypted(), careless)))
                .isInstanceOf(Answer.Fit.class);
    }

    @Test
    void aNewerAuroraIsFit() {
        assertThat(ProveFit.decide(target(version("16.100")))).isInstanceOf(Answer.Fit.class);
    }

    @Test
    void looksAtBothDatabasesWithTheApplicationsOwnLogin() {
        var world = new World();

        assertThat(prove(world)).isEqualTo(new Answer.Fit("16.15", 2, 1_000_000));

        world.secrets.put(Examples.SECRET, "v2", World.secret(World.RDS, "application", "rotated"));

        assertThat(prove(world)).isInstanceOf(Answer.Unfit.class);
    }

    @Test
    void refusesByNameAnExtensionThatAuroraDoesNotOffer() {
        var world = new World(Examples.migration("mosaic-prod", List.of("pg_trgm", "age")));

        assertThat(prove(world))
                .isInstanceOfSatisfying(
                        Answer.Unfit.class,
                        unfit ->
                                assertThat(unfit.problems())
                                        .singleElement()
                                        .asString()
                                        .startsWith("Extension age is required"));
    }

    private static Answer prove(World world) {
        var wiring = world.wiring();
        return new ProveFit(
                        wiring.migration(),
                        wiring.instances(),
                        wiring.clusters(),
                        wiring.databases(),
                        wiring.places(),
                        wiring.logins())
                .answer(new ProveFit.Order());
    }

    private static Sight login(Login login) {
        return new Sight(FIT.instance(), FIT.cluster(), login, GOOD, GOOD, FIT.wanted());
    }

    private static Sight requiring(String extension) {
        return new Sight(
                FIT.instance(),
                FIT.cluster(),
                FIT.application(),
                GOOD,
                GOOD,
                Examples.migration("mosaic-prod", List.of(extension)).target());
    }

    private static Sight target(UnaryOperator<Facts> change) {
        return new Sight(
                FIT.instance(),
                FIT.cluster(),
                FIT.application(),
                GOOD,
                change.apply(GOOD),
                FIT.wanted());
    }

    private static Sight both(UnaryOperator<Facts> change) {
        return new Sight(
                FIT.instance(),
                FIT.cluster(),
                FIT.application(),
                change.apply(GOOD),
                change.apply(GOOD),
                FIT.wanted());
    }

    private static Sight cluster(
            boolean encrypted,
            boolean deletionProtected,
            DatabaseInstance source,
            Migration.Target wanted) {
        var whole = Examples.cluster();
        var cluster =
                new Cluster(
                        whole.id(),
                        whole.status(),
                        whole.version(),
                        whole.host(),
                        whole.port(),
                        encrypted,
                        deletionProtected,
                        whole.members(),
                        whole.tags());
        return new Sight(source, cluster, FIT.application(), GOOD, GOOD, wanted);
    }

    private static DatabaseInstance unencrypted() {
        var whole = Examples.instance();
        return new DatabaseInstance(
                whole.id(),
                whole.arn(),
                whole.status(),
                whole.engine(),
                whole.version(),
                whole.host(),
                whole.port(),
                whole.allocatedGibibytes(),
                false,
                whole.minorUpgradesAutomatic(),
                whole.replicas(),
                whole.pendingMaintenance(),
                whole.masterSecret(),
                whole.restorableUntil());
    }

    private static Migration.Target wanting(Optional<String> kmsKey) {
        var whole = FIT.wanted();
        return new Migration.Target(
                whole.cluster(), whole.instanceClass(), whole.requiredExtensions(), true, kmsKey);
    }

    private static UnaryOperator<Facts> version(String version) {
        return old -> facts(version, old.extensions(), old.parameters(), old.tables());
    }

    private static UnaryOperator<Facts> extensions(Map<String, String> extensions) {
        return old -> facts(old.version(), extensions, old.parameters(), old.tables());
    }

    private static UnaryOperator<Facts> parameter(String name, String value) {
        return old -> {
            var parameters = new HashMap<>(old.parameters());
            parameters.put(name, value);
            return facts(old.version(), old.extensions(), parameters, old.tables());
        };
    }

    private static UnaryOperator<Facts> without(String name) {
        return old -> {
            var parameters = new HashMap<>(old.parameters());
            parameters.remove(name);
            return facts(old.version(), old.extensions(), parameters, old.tables());
        };
    }

    private static UnaryOperator<Facts> collations(Map<String, String> collations) {
        return old ->
                new Facts(
                        old.version(),
                        old.extensions(),
                        old.available(),
                        old.parameters(),
                        old.tables(),
                        old.sequences(),
                        old.largeObjects(),
                        old.preparedTransactions(),
                        old.oldestTransaction(),
                        old.otherDatabases(),
                        collations,
                        old.bytes(),
                        old.writers(),
                        old.owner(),
                        old.ownerIsMember());
    }

    private static UnaryOperator<Facts> tables(String... names) {
        var tables = Stream.of(names).map(name -> new TableFacts(name, 1, 1, true, false)).toList();
        return old -> facts(old.version(), old.extensions(), old.parameters(), tables);
    }

    private static Facts facts(
            String version,
            Map<String, String> extensions,
            Map<String, String> parameters,
            List<TableFacts> tables) {
        return new Facts(
                version,
                extensions,
                GOOD.available(),
                parameters,
                tables,
                GOOD.sequences(),
                GOOD.largeObjects(),
                GOOD.preparedTransactions(),
                GOOD.oldestTransaction(),
                GOOD.otherDatabases(),
                GOOD.collations(),
                GOOD.bytes(),
                GOOD.writers(),
                GOOD.owner(),
                GOOD.ownerIsMember());
    }
}
