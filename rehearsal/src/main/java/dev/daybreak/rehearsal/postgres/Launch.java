package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.BAD_DIRECTORY;
import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.CANNOT_RUN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a program is started that refuses to run as root.
enum Launch {
    /// The user is not root: nothing to do.
    AS_MYSELF(""),

    /// Root in a user namespace of its own sees itself as somebody else; files still belong to
    /// root.
    IN_USER_NAMESPACE("unshare --user"),

    /// Where namespaces are forbidden, as in most containers: really somebody else.
    AS_NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODY = 65_534;

    private final String prefix;

    Launch(String prefix) {
        this.prefix = prefix;
    }

    /// The first way that works here.
    static Launch here() {
        return Here.LAUNCH;
    }

    private static final class Here {
        private static final Launch LAUNCH = find();

        private static Launch find() {
            if (!Commands.output("id", "-u").strip().equals("0")) {
                return AS_MYSELF;
            }
            for (var way : List.of(IN_USER_NAMESPACE, AS_NOBODY)) {
                if (way.works()) {
                    return way;
                }
            }
            throw new ServerTrouble(
                    CANNOT_RUN,
                    "PostgreSQL refuses to run as root, and neither unshare nor setpriv (package"
                            + " util-linux) works here: run the rehearsal as another user");
        }
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ")));
        whole.addAll(command);
        return whole;
    }

    /// Gives a folder and all in it to the user that the server will run as.
    void own(Path folder) {
        if (this != AS_NOBODY) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be given to the server", e);
        }
        if (Commands.run(command(List.of("test", "-x", folder.toString()))).code() != 0) {
            throw new ServerTrouble(
                    BAD_DIRECTORY,
                    ("PostgreSQL does not run as root, and nobody may not enter %s: work in a"
                                    + " folder that everybody may enter, or not as root")
                            .formatted(folder));
        }
    }

    private boolean works() {
        try {
            return Commands.run(command(List.of("true"))).code() == 0;
        } catch (ServerTrouble _) {
            return false;
        }
    }
}
