package dev.daybreak.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndOfTheJvmTest {
    @TempDir(factory = OpenFolder.class)
    private Path temp;

    @Test
    void stopsTheServerAndDeletesItsFiles() throws IOException {
        var server = serverOfAJvmThat("exits");
        Servers.await("the end of the server", () -> !isAlive(server));
        assertThat(temp.resolve("server")).doesNotExist();
    }

    @Test
    void stopsTheServerEvenWhenTheJvmIsKilled() throws IOException {
        var server = serverOfAJvmThat("dies");
        Servers.await("the end of the server", () -> !isAlive(server));
        assertThat(temp.resolve("server/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void leavesAServerRunningThatWasToldToStay() throws IOException {
        var server = serverOfAJvmThat("keeps");
        assertThat(isAlive(server)).isTrue();
        ProcessHandle.of(server).ifPresent(ProcessHandle::destroy);
        Servers.await("the end of the server", () -> !isAlive(server));
    }

    private long serverOfAJvmThat(String leaves) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        LeavesTheJvm.class.getName(),
                                        Servers.CACHE.toAbsolutePath().toString(),
                                        temp.resolve("server").toString(),
                                        leaves))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.strip());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
