package dev.daybreak.database;

/// How a server answered a login.
public sealed interface Login {
    /// Logged in; `version` as in `server_version`, for example `16.15`.
    record Accepted(String version) implements Login {}

    /// SQLSTATE 28P01 or 28000: the name or the password is wrong.
    record WrongPassword() implements Login {}

    /// SQLSTATE 42501: the password is right, but the role may not CONNECT (this is what a fence
    /// says).
    record NotAdmitted() implements Login {}
}
