package dev.daybreak.fitness;

import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.ServerVersion;
import dev.daybreak.fitness.ProveFit.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

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

    static List<FitnessCheck> all() {
        return List.of(
                new FitnessCheck("the application's login", FitnessCheck::login),
                new FitnessCheck("version", FitnessCheck::version),
                new FitnessCheck("required extensions", FitnessCheck::required),
                new FitnessCheck("the source's extensions", FitnessCheck::installed),
                new FitnessCheck("parameters", FitnessCheck::parameters),
                new FitnessCheck("encryption", FitnessCheck::encryption),
                new FitnessCheck("encoding and collation", FitnessCheck::letters),
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
        return sight.requiredExtensions().stream()
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
        var shown = sight.target().parameters();
        new TreeMap<>(PARAMETERS)
                .forEach(
                        (name, wanted) -> {
                            var seen = shown.getOrDefault(name, "not set");
                            if (!seen.equals(wanted)) {
                                problems.add(
                                        "Parameter %s is %s instead of %s: is the cluster's parameter group in use, and the writer restarted since?"
                                                .formatted(name, seen, wanted));
                            }
                        });
        return problems;
    }

    private static List<String> encryption(Sight sight) {
        return sight.instance().encrypted() && !sight.cluster().encrypted()
                ? List.of("The source's storage is encrypted, the cluster's is not.")
                : List.of();
    }

    private static List<String> letters(Sight sight) {
        return List.of("server_encoding", "datcollate").stream()
                .filter(name -> !same(sight.source(), sight.target(), name))
                .map(name -> "%s differs between the source and Aurora.".formatted(name))
                .toList();
    }

    private static boolean same(Facts source, Facts target, String name) {
        return source.parameters()
                .getOrDefault(name, "")
                .equals(target.parameters().getOrDefault(name, ""));
    }

    private static List<String> tables(Sight sight) {
        return sight.target().tables().size() == sight.source().tables().size()
                ? List.of()
                : List.of(
                        "The source has %d tables, Aurora has %d: the schema was changed after the snapshot."
                                .formatted(
                                        sight.source().tables().size(),
                                        sight.target().tables().size()));
    }
}
