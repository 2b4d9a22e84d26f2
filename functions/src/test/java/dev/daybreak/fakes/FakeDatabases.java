package dev.daybreak.fakes;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Facts;
import dev.daybreak.database.Login;
import dev.daybreak.database.Mark;
import dev.daybreak.database.Session;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.Databases;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Database servers that know passwords, ask [FakeFences] who may come in, and let in a superuser
/// whatever the fence says.
public final class FakeDatabases implements Databases {
    private final Journal journal;
    private final FakeFences fences;
    private final Map<String, String> passwords = new HashMap<>();
    private final Set<String> superusers = new HashSet<>();
    private final Map<Address, Facts> facts = new HashMap<>();
    private final Map<Address, Mark> marks = new HashMap<>();
    private final Map<Address, List<Session>> sessions = new HashMap<>();

    FakeDatabases(Journal journal, FakeFences fences) {
        this.journal = journal;
        this.fences = fences;
    }

    public void password(Credentials credentials) {
        passwords.put(credentials.username(), credentials.password());
    }

    /// A password that only one of the two databases knows.
    public void passwordAt(Address address, Credentials credentials) {
        passwords.put(key(address, credentials.username()), credentials.password());
    }

    private static String key(Address address, String role) {
        return address + " " + role;
    }

    private String passwordOf(Address address, String role) {
        return passwords.getOrDefault(key(address, role), passwords.getOrDefault(role, ""));
    }

    @Override
    public void changePassword(Address address, Credentials role, String password) {
        if (login(address, role) instanceof Login.WrongPassword) {
            throw new Denied("wrong password");
        }
        if (!password.equals(passwords.put(key(address, role.username()), password))) {
            journal.write("change the password of %s at %s".formatted(role.username(), address));
        }
    }

    public void superuser(String role) {
        superusers.add(role);
    }

    public void facts(Address address, Facts now) {
        facts.put(address, now);
    }

    public void mark(Address address, Mark now) {
        marks.put(address, now);
    }

    public void sessions(Address address, List<Session> now) {
        sessions.put(address, now);
    }

    @Override
    public Login login(Address address, Credentials credentials) {
        var role = credentials.username();
        if (!credentials.password().equals(passwordOf(address, role))) {
            return new Login.WrongPassword();
        }
        return fences.isShut(address) && !superusers.contains(role)
                ? new Login.NotAdmitted()
                : new Login.Accepted("16.15");
    }

    @Override
    public Facts facts(Address address, Credentials credentials) {
        return answer(facts, address);
    }

    @Override
    public Mark mark(Address address, Credentials credentials) {
        return answer(marks, address);
    }

    @Override
    public List<Session> sessions(Address address, Credentials credentials) {
        return answer(sessions, address);
    }

    @Override
    public void ensureRole(Address address, Credentials owner, Credentials role) {
        if (!role.password().equals(passwords.put(role.username(), role.password()))) {
            journal.write(
                    "make role %s at %s as %s"
                            .formatted(role.username(), address, owner.username()));
        }
    }

    private static <T> T answer(Map<Address, T> answers, Address address) {
        return Optional.ofNullable(answers.get(address))
                .orElseThrow(() -> new Unavailable("Nobody answers at %s.".formatted(address)));
    }
}
