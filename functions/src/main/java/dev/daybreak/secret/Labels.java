package dev.daybreak.secret;

/// The staging labels of a secret's versions. Ours keep a version from being deleted, as AWS does
/// some day with one that has none. They carry the migration's name: a label sits on one version of
/// a secret at a time, and two applications may share a secret.
///
/// @param migration its name; a label takes 256 characters
/// @see <a
///   href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html">UpdateSecretVersionStage</a>
public record Labels(String migration) {
    /// The version that everybody reads.
    public static final String CURRENT = "AWSCURRENT";

    /// The version that a rotation made. A rotation that has ended may leave it on the current
    /// version; anywhere else it means that one is under way, and AWS refuses to begin another
    /// (<https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html>).
    public static final String PENDING = "AWSPENDING";

    private static final int LENGTH_MAX = 256;

    public Labels {
        if (label(migration, "before").length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "the migration's name does not fit into a label of 256 characters");
        }
    }

    /// On the version that the application used before the window.
    public String before() {
        return label(migration, "before");
    }

    /// On the version that Daybreak made.
    public String after() {
        return label(migration, "after");
    }

    private static String label(String migration, String when) {
        return "daybreak-%s-%s".formatted(migration, when);
    }
}
