package dev.daybreak.fakes;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Fences;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fences that hold, unless a test makes them toothless: then raising "succeeds" without effect, as
/// a REVOKE by anyone but the owner does.
public final class FakeFences implements Fences {
    /// What a fence makes of an access.
    public static final Access SHUT = new Access(false, List.of(), Optional.of("on"));

    private final Journal journal;
    private final Map<Address, Access> access = new HashMap<>();
    private boolean toothless;
    private int sessionsLeft;
    private int prepared;

    FakeFences(Journal journal) {
        this.journal = journal;
    }

    public void put(Address address, Access now) {
        access.put(address, now);
    }

    public void makeToothless() {
        toothless = true;
    }

    public void leaveSessions(int count) {
        sessionsLeft = count;
    }

    public void leavePrepared(int count) {
        prepared = count;
    }

    boolean isShut(Address address) {
        return access.getOrDefault(address, World.OPEN).isFenced();
    }

    @Override
    public Access look(Address address, Credentials owner, Credentials daybreak) {
        return access.getOrDefault(address, World.OPEN);
    }

    @Override
    public Raised raise(
            Address address, Credentials owner, Credentials daybreak, Duration patience) {
        if (toothless || isShut(address)) {
            return new Raised(List.of(), 0, sessionsLeft, prepared);
        }
        access.put(address, SHUT);
        journal.write("fence %s as %s".formatted(address, owner.username()));
        return new Raised(List.of(1000L), 2, sessionsLeft, prepared);
    }

    @Override
    public void admitReaders(
            Address address, Credentials owner, Credentials daybreak, Access before) {
        change(
                address,
                new Access(before.everyone(), before.roles(), Optional.of("on")),
                "admit readers to");
    }

    @Override
    public void lift(Address address, Credentials owner, Credentials daybreak, Access before) {
        change(address, before, "open");
    }

    private void change(Address address, Access now, String what) {
        if (!now.equals(access.put(address, now))) {
            journal.write("%s %s".formatted(what, address));
        }
    }
}
