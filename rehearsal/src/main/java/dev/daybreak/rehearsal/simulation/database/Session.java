package dev.daybreak.rehearsal.simulation.database;

/// A client's session. What it may do was decided when it began.
public final class Session {
    private final ModelServer server;
    private final Client client;
    private final int pid;
    private final boolean readOnly;
    private boolean alive = true;

    Session(ModelServer server, Client client, int pid, boolean readOnly) {
        this.server = server;
        this.client = client;
        this.pid = pid;
        this.readOnly = readOnly;
    }

    /// Whether the row was committed, and the client knows it.
    public boolean insert(long write) {
        return alive && server.insert(this, write);
    }

    public boolean isAlive() {
        return alive;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /// The client hangs up.
    public void close() {
        end();
        server.sessions.remove(this);
    }

    void end() {
        alive = false;
    }

    Client client() {
        return client;
    }

    int pid() {
        return pid;
    }
}
