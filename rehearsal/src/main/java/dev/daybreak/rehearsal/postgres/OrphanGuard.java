package dev.daybreak.rehearsal.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Stops the server when this JVM is gone, even by `kill -9`: a shell that waits on a pipe from us
/// and reads its end when we die. Telling it a word lets the server live on.
final class OrphanGuard {
    private static final String SCRIPT = "read word || kill -INT \"$0\"";

    private final OutputStream pipe;

    private OrphanGuard(OutputStream pipe) {
        this.pipe = pipe;
    }

    static OrphanGuard over(long pid) throws IOException {
        var command = List.of("setsid", "sh", "-c", SCRIPT, Long.toString(pid));
        var process =
                Commands.builder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return new OrphanGuard(process.getOutputStream());
    }

    void dismiss() {
        try (pipe) {
            pipe.write("dismissed\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            return; // somebody ended it: then it is dismissed
        }
    }
}
