package dev.daybreak.database;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a look into a database tells before anything is done to it.
///
/// @param version as in `server_version`, for example `16.15`
/// @param extensions installed ones with their version
/// @param available what `pg_available_extensions` offers, with its default version
/// @param parameters every setting that a migration looks at, as `SHOW` prints it
/// @param oldestTransaction the age of the oldest open transaction of a client; zero where none
/// @param otherDatabases what else the instance holds, without the server's and AWS's own
/// @param collations what indexes sort texts by, with the version of the library that does it now;
///   empty where it has none
/// @param bytes `pg_database_size`
/// @param writers roles whose own `default_transaction_read_only` would overrule the database's, so
///   that they write where everybody else reads
/// @param ownerIsMember whether the database's owner is the role that asked, or one it is member of
public record Facts(
        String version,
        Map<String, String> extensions,
        Map<String, String> available,
        Map<String, String> parameters,
        List<TableFacts> tables,
        int sequences,
        long largeObjects,
        int preparedTransactions,
        Duration oldestTransaction,
        List<String> otherDatabases,
        Map<String, String> collations,
        long bytes,
        List<String> writers,
        String owner,
        boolean ownerIsMember) {
    public Facts {
        extensions = Map.copyOf(extensions);
        available = Map.copyOf(available);
        parameters = Map.copyOf(parameters);
        tables = List.copyOf(tables);
        otherDatabases = List.copyOf(otherDatabases);
        collations = Map.copyOf(collations);
        writers = List.copyOf(writers);
    }
}
