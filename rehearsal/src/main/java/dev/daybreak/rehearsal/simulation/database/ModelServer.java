package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Login;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One PostgreSQL server with one database of the application's in it.
///
/// A session keeps the read-only default that it began with, and a fence that was just raised
/// leaves it alone until it is ended: both as in PostgreSQL.
public final class ModelServer {
    /// Daybreak's own role keeps its CONNECT whatever a fence does.
    public static final String DAYBREAK = "daybreak";

    static final String VERSION = "16.15";

    private final String name;
    final List<Session> sessions = new ArrayList<>();
    Contents contents;
    Optional<Slot> slot = Optional.empty();
    Optional<Subscription> subscription = Optional.empty();
    private boolean running = true;
    private boolean locked;
    private boolean fencedEver;
    private int pids;

    ModelServer(String name, Contents contents) {
        this.name = name;
        this.contents = contents;
    }

    /// A server with an empty database, as an application begins.
    ///
    /// @param owner the role that owns the database and that the application logs in with
    public static ModelServer fresh(String name, String owner, String password) {
        return new ModelServer(name, new Contents(owner, password));
    }

    /// `rds`, `aurora` or another name for people.
    public String name() {
        return name;
    }

    public boolean isRunning() {
        return running;
    }

    /// Whether it was ever shut by a fence since it was made.
    public boolean wasFenced() {
        return fencedEver;
    }

    void stop() {
        running = false;
        sessions.forEach(Session::end);
        sessions.clear();
        slot.ifPresent(Slot::release);
    }

    void start() {
        running = true;
    }

    /// How it answers a login to the application's database.
    Login login(String role, String password) {
        if (!password.equals(contents.passwords.get(role))) {
            return new Login.WrongPassword();
        }
        return contents.admits(role) ? new Login.Accepted(VERSION) : new Login.NotAdmitted();
    }

    /// Whether a session that this role opened now could write.
    public boolean isOpenTo(String role) {
        return running && contents.admits(role) && !contents.isReadOnly() && !locked;
    }

    /// A session of the application's kind; empty where the server does not let it in.
    public Optional<Session> connect(Client client) {
        if (!running || !(login(client.role(), client.password()) instanceof Login.Accepted)) {
            return Optional.empty();
        }
        var session = new Session(this, client, ++pids, contents.isReadOnly());
        sessions.add(session);
        return Optional.of(session);
    }

    /// Inserts a row under the sequence's next number.
    ///
    /// @return whether it was committed and the client was told so
    boolean insert(Session session, long write) {
        if (!running || locked || session.isReadOnly()) {
            return false;
        }
        long key = ++contents.sequence;
        contents.nextTransaction++;
        if (contents.rows.containsKey(key)) {
            return false;
        }
        contents.rows.put(key, write);
        contents.changes++;
        slot.ifPresent(one -> one.add(new Change.Row(key, write)));
        return true;
    }

    /// A transaction is prepared and forgotten: it waits, whatever becomes of its session.
    public void prepareTransaction() {
        contents.prepared++;
        contents.nextTransaction++;
    }

    /// Somebody rolls back what was forgotten.
    public void rollBackPrepared() {
        contents.prepared = 0;
    }

    /// A rotation, or somebody who plays one.
    public void changePassword(String role, String password) {
        contents.passwords.put(role, password);
    }

    void lock(boolean now) {
        locked = now;
    }

    void shut() {
        contents.everyone = false;
        contents.admitted.clear();
        contents.readOnly = Optional.of("on");
        contents.nextTransaction++;
    }

    /// A fence stands, whoever raised it.
    void noteFenced() {
        fencedEver = true;
    }

    /// Somebody lifts the fence by hand, as the documentation says.
    public void openByHand() {
        contents.everyone = true;
        contents.admitted.add(contents.owner);
        contents.readOnly = Optional.empty();
        endReadOnlySessions();
    }

    /// Ends every session that is not Daybreak's.
    int endSessions() {
        int ended = sessions.size();
        sessions.forEach(Session::end);
        sessions.clear();
        return ended;
    }

    int endReadOnlySessions() {
        var old = sessions.stream().filter(Session::isReadOnly).toList();
        old.forEach(Session::end);
        sessions.removeAll(old);
        return old.size();
    }

    /// The numbers of all writes that have a row.
    public Set<Long> writes() {
        return new HashSet<>(contents.rows.values());
    }
}
