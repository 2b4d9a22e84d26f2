package dev.daybreak.postgres;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who may connect to a database, seen and changed by its owner from another database. Every change
/// is one transaction, and is read back in it: a REVOKE by somebody who may not ends with a warning
/// only.
final class Admission {
    private final Link outside;
    private final Address address;
    private final String daybreak;
    private final AccessControl control;

    Admission(Link outside, Address address, String daybreak) {
        this.outside = outside;
        this.address = address;
        this.daybreak = daybreak;
        this.control = new AccessControl(outside, address.database());
    }

    Access look() {
        var everyone = control.everyone();
        var roles = control.roles().stream().filter(role -> !role.equals(daybreak)).toList();
        return new Access(everyone, roles, control.readOnlyByDefault());
    }

    /// Closes the database to everybody but Daybreak.
    ///
    /// @return the transaction's id; empty where it was closed already
    List<Long> close() {
        control.begin();
        var now = look();
        if (now.isFenced()) {
            outside.commit();
            return List.of();
        }
        var own =
                outside.row(
                        "Taking a transaction id",
                        "SELECT pg_current_xact_id()::text::bigint",
                        row -> row.getLong(1));
        control.readOnly(Optional.of("on"));
        control.revoke(true, now.roles());
        control.grant(false, List.of(daybreak));
        must(look().isFenced(), "its access is unchanged after REVOKE");
        var admitted = control.admitted(daybreak);
        must(admitted.isEmpty(), String.join(", ", admitted) + " may still connect");
        outside.commit();
        return List.of(own);
    }

    /// Lets everybody in whom `before` let in, to read.
    void openForReaders(Access before) {
        var writers = control.writersByDefault();
        if (!writers.isEmpty()) {
            throw new Unexpected(
                    """
                    Database %s stays closed: %s would write at once, because of an own setting \
                    default_transaction_read_only; reset it with ALTER ROLE ... RESET."""
                            .formatted(address, String.join(", ", writers)));
        }
        become(new Access(before.everyone(), before.roles(), Optional.of("on")));
    }

    /// Puts `before` back.
    ///
    /// @return the server's time after which every new session is as `before`
    String open(Access before) {
        become(before);
        return outside.row(
                "Asking for the time", "SELECT clock_timestamp()::text", row -> row.getString(1));
    }

    private void become(Access wanted) {
        control.begin();
        var now = look();
        if (!now.readOnlyByDefault().equals(wanted.readOnlyByDefault())) {
            control.readOnly(wanted.readOnlyByDefault());
        }
        control.grant(wanted.everyone() && !now.everyone(), without(wanted.roles(), now.roles()));
        control.revoke(now.everyone() && !wanted.everyone(), without(now.roles(), wanted.roles()));
        must(
                look().equals(
                                new Access(
                                        wanted.everyone(),
                                        wanted.roles().stream().sorted().toList(),
                                        wanted.readOnlyByDefault())),
                "its access is unchanged after GRANT");
        outside.commit();
    }

    private static List<String> without(List<String> roles, List<String> others) {
        var rest = new ArrayList<>(roles);
        rest.removeAll(others);
        return rest;
    }

    private void must(boolean isTrue, String otherwise) {
        if (!isTrue) {
            throw new Denied(
                    "The access to %s could not be changed: %s. Only the database's owner may."
                            .formatted(address, otherwise));
        }
    }
}
