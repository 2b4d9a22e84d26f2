package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Access;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Fences;
import java.time.Duration;
import java.util.List;

/// The fence, statement by statement: whoever dies between two of them leaves behind what was done
/// until then.
public record ModelFences(Servers servers) implements Fences {
    @Override
    public Access look(Address address, Credentials owner, Credentials daybreak) {
        return look(servers.enterBeside(address, owner).contents);
    }

    private static Access look(Contents contents) {
        return new Access(contents.everyone, List.copyOf(contents.admitted), contents.readOnly);
    }

    @Override
    public Raised raise(
            Address address, Credentials owner, Credentials daybreak, Duration patience) {
        var server = servers.enter(address, daybreak);
        var beside = servers.enterBeside(address, owner).contents;
        var own = look(beside).isFenced() ? List.<Long>of() : closed(server);
        var ended = server.endSessions();
        server.noteFenced();
        servers.pass("drained");
        return new Raised(own, ended, 0, server.contents.prepared);
    }

    private List<Long> closed(ModelServer server) {
        server.lock(true);
        try {
            servers.pass("locked");
            server.shut();
            server.noteFenced();
            servers.pass("shut");
            server.endSessions();
            return List.of(server.contents.nextTransaction - 1);
        } finally {
            server.lock(false);
        }
    }

    @Override
    public void admitReaders(
            Address address, Credentials owner, Credentials daybreak, Access before) {
        admit(servers.enterBeside(address, owner).contents, before);
    }

    private static void admit(Contents contents, Access before) {
        contents.everyone = before.everyone();
        contents.admitted.clear();
        contents.admitted.addAll(before.roles());
        contents.nextTransaction++;
    }

    @Override
    public void lift(Address address, Credentials owner, Credentials daybreak, Access before) {
        var server = servers.enter(address, daybreak);
        var contents = servers.enterBeside(address, owner).contents;
        admit(contents, before);
        contents.readOnly = before.readOnlyByDefault();
        servers.pass("opened");
        server.endReadOnlySessions();
    }
}
