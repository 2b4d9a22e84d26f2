package dev.daybreak.fitness;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.ServerVersion;
import dev.daybreak.database.TableFacts;
import dev.daybreak.fitness.ProveFit.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that the new cluster must have.
///
/// @param problems what is wrong, a sentence each; empty where it is as it must be
record FitnessCheck(String name, Function<Sight, List<String>> problems) {
    /// What the cluster's parameter group sets, as PostgreSQL shows it.
    static final Map<String, String> PARAMETERS =
            Map.of(
                    "max_connections", "100",
                    "random_page_cost", "1.1",
                    "effective_io_concurrency", "200",
                    "log_min_duration_statement", "1s",
                    "log_connections", "on",
                    "log_disconnections", "on",
                    "log_lock_waits", "on",
                    "idle_in_transaction_session_timeout", "5min",
                    "statement_timeout", "30s",
                    "wal_level", "logical");

    private static final List<String> LETTERS =
            List.of("server_encoding", "lc_collate", "lc_ctype");

    private static final String NOT_SET = "not set";

    private static final int TABLES_NAMED_MAX = 10;

    static List<FitnessCheck> all() {
        return List.of(
                new FitnessCheck("the application's login", FitnessCheck::login),
                new FitnessCheck("version", FitnessCheck::version),
                new FitnessCheck("required extensions", FitnessCheck::required),
                new FitnessCheck("the source's extensions", FitnessCheck::installed),
                new FitnessCheck("parameters", FitnessCheck::parameters),
                new FitnessCheck("encryption", FitnessCheck::encryption),
                new FitnessCheck("deletion protection", FitnessCheck::protection),
                new FitnessCheck("encoding and collation", FitnessCheck::letters),
                new FitnessCheck("collation versions", FitnessCheck::collations),
                new FitnessCheck("tables", FitnessCheck::tables));
    }

    private static List<String> login(Sight sight) {
        return switch (sight.application()) {
            case Login.Accepted _, Login.NotAdmitted _ -> List.of();
            case Login.WrongPassword _ ->
                    List.of(
                            "The application's credentials are refused: the password was changed after the snapshot. Switch rotation off and start again.");
        };
    }

    private static List<String> version(Sight sight) {
        return ServerVersion.of(sight.target().version())
                                .compareTo(ServerVersion.of(sight.source().version()))
                        >= 0
                ? List.of()
                : List.of(
                        "Aurora runs %s, older than the source's %s. Choose a newer Aurora version."
                                .formatted(sight.target().version(), sight.source().version()));
    }

    private static List<String> required(Sight sight) {
        return sight.wanted().requiredExtensions().stream()
                .filter(name -> !sight.target().available().containsKey(name))
                .map(
                        name ->
                                "Extension %s is required (target.requiredExtensions), and Aurora does not offer it. Do without it, or stay on RDS."
                                        .formatted(name))
                .toList();
    }

    private static List<String> installed(Sight sight) {
        return new TreeSet<>(sight.source().extensions().keySet())
                .stream()
                        .filter(name -> !sight.target().extensions().containsKey(name))
                        .map(
                                name ->
                                        "Extension %s is installed on the source and missing on Aurora."
                                                .formatted(name))
                        .toList();
    }

    private static List<String> parameters(Sight sight) {
        var problems = new ArrayList<String>();
        new TreeMap<>(PARAMETERS)
                .forEach(
                        (name, wanted) -> {
                            var seen = shown(sight.target(), name);
                            if (!seen.equals(wanted)) {
                                problems.add(
                                        "Parameter %s is %s instead of %s: is the cluster's parameter group in use, and the writer restarted since?"
                                                .formatted(name, seen, wanted));
                            }
                        });
        return problems;
    }

    private static List<String> encryption(Sight sight) {
        if (sight.cluster().encrypted()) {
            return List.of();
        }
        if (sight.wanted().kmsKey().isPresent()) {
            return List.of("A KMS key is named (target.kmsKey), and the cluster is not encrypted.");
        }
        return sight.instance().encrypted()
                ? List.of("The source's storage is encrypted, the cluster's is not.")
                : List.of();
    }

    private static List<String> protection(Sight sight) {
        return sight.wanted().deletionProtection() && !sight.cluster().deletionProtected()
                ? List.of(
                        "Deletion protection is wanted (target.deletionProtection), and the cluster has none.")
                : List.of();
    }

    private static List<String> letters(Sight sight) {
        return LETTERS.stream().flatMap(name -> letters(sight, name).stream()).toList();
    }

    private static Optional<String> letters(Sight sight, String name) {
        var source = shown(sight.source(), name);
        var target = shown(sight.target(), name);
        return source.equals(target) && !source.equals(NOT_SET)
                ? Optional.empty()
                : Optional.of(
                        "%s is %s on the source and %s on Aurora.".formatted(name, source, target));
    }

    /// An index that was sorted by another version of a collation finds rows no more, without a
    /// word: what is unique there comes twice.
    private static List<String> collations(Sight sight) {
        var target = sight.target().collations();
        return new TreeMap<>(sight.source().collations())
                .entrySet().stream()
                        .filter(used -> !used.getValue().equals(target.get(used.getKey())))
                        .map(
                                used ->
                                        "Indexes sort by collation %s, version %s on the source and %s on Aurora: they would be corrupt there. Use a version of PostgreSQL on both sides whose collations agree, or COLLATE \"C\" in these indexes."
                                                .formatted(
                                                        used.getKey(),
                                                        named(used.getValue()),
                                                        named(
                                                                target.getOrDefault(
                                                                        used.getKey(), ""))))
                        .toList();
    }

    private static String named(String version) {
        return version.isEmpty() ? "none" : version;
    }

    private static String shown(Facts facts, String parameter) {
        return facts.parameters().getOrDefault(parameter, NOT_SET);
    }

    private static List<String> tables(Sight sight) {
        var source = names(sight.source());
        var target = names(sight.target());
        return Stream.concat(
                        source.stream()
                                .filter(name -> !target.contains(name))
                                .map("Table %s is missing on Aurora"::formatted),
                        target.stream()
                                .filter(name -> !source.contains(name))
                                .map("Table %s is on Aurora only"::formatted))
                .limit(TABLES_NAMED_MAX)
                .map(problem -> problem + ": the schema was changed after the snapshot.")
                .toList();
    }

    private static Set<String> names(Facts facts) {
        return facts.tables().stream()
                .map(TableFacts::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
