package dev.daybreak.rehearsal.postgres;

/// Who logs in, and with what; it never prints the password.
public record Login(String user, String password) {
    public Login {
        if (user.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("a login needs a user and a password");
        }
    }

    @Override
    public String toString() {
        return "Login[user=" + user + ", password=***]";
    }
}
