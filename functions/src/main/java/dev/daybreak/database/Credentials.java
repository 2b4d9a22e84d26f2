package dev.daybreak.database;

/// A login. The password never shows in a text.
public record Credentials(String username, String password) {
    public Credentials {
        if (username.isBlank() || password.isEmpty()) {
            throw new IllegalArgumentException("a login needs a user name and a password");
        }
    }

    @Override
    public String toString() {
        return username;
    }
}
