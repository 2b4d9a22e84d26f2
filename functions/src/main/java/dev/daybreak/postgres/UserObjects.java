package dev.daybreak.postgres;

/// Which objects are the user's own: not the system's, not a session's temporary ones, and not what
/// an extension brought along.
final class UserObjects {
    private UserObjects() {}

    /// For a namespace `n`.
    static final String NAMESPACE =
            """
            n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'\
            """;

    /// For a relation `c` in namespace `n`.
    static final String RELATION =
            NAMESPACE
                    + """
                     AND c.relpersistence <> 't' AND NOT EXISTS (
                      SELECT FROM pg_depend own WHERE own.classid = 'pg_class'::regclass
                        AND own.objid = c.oid AND own.deptype = 'e')\
                    """;
}
