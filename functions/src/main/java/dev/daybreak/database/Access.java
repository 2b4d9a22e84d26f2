package dev.daybreak.database;

import java.util.List;
import java.util.Optional;

/// Who may get into a database and how: what a fence changes and a return puts back.
///
/// @param everyone whether PUBLIC has CONNECT
/// @param roles every role with a CONNECT of its own, sorted; Daybreak's role is left out
/// @param readOnlyByDefault the database's own `default_transaction_read_only`, where it has one
public record Access(boolean everyone, List<String> roles, Optional<String> readOnlyByDefault) {
    public Access {
        roles = List.copyOf(roles);
    }

    /// Nobody but Daybreak may connect, and whoever does reads only.
    public boolean isFenced() {
        return !everyone && roles.isEmpty() && readOnlyByDefault.filter("on"::equals).isPresent();
    }
}
