package dev.daybreak.proof;

/// How rows were hashed. Which way is taken depends on whether both servers' hash functions answer
/// what they are known to answer.
public enum Method {
    /// Each value by its type's hash function, seeded with the hash of those before it.
    CHAIN,
    /// The row's text by the server's hash function for texts: several times slower.
    TEXT,
    /// The first 64 bits of the MD5 of the row's text: slower still.
    DIGEST
}
