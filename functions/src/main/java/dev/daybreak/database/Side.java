package dev.daybreak.database;

/// The two databases of a migration.
public enum Side {
    /// The RDS instance that the application comes from.
    RDS,
    /// The Aurora cluster that it goes to.
    AURORA
}
