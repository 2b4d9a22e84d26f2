package dev.daybreak.ports;

/// A chat's incoming webhooks. Faults: `Throttled`, `Unavailable`, `Denied`, `Unexpected`. A
/// webhook's URL stays behind this port, and no text of a fault ever holds it: whoever has it can
/// post.
public interface Webhooks {
    /// Posts it once; after a lost answer a second post may reach people twice.
    ///
    /// @param secret the secret of Secrets Manager whose whole text is the URL
    /// @param text as the chat wants it escaped
    void post(String secret, String text);
}
