package dev.daybreak.rehearsal.kubernetes;

import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/// Opens the API server's port, below the ones that the system hands out for outgoing connections.
final class Listening {
    private static final int PORT_MIN = 26_000;
    private static final int PORT_MAX = 28_000;

    /// It tells of every request otherwise; held here, or its level would be forgotten.
    private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());

    static {
        CHATTER.setLevel(Level.WARNING);
        // Netty's way to memory is deprecated, and each start would print a warning about it.
        System.setProperty("io.netty.noUnsafe", "true");
    }

    private Listening() {}

    static MockWebServer start(Api api) {
        var server = new MockWebServer();
        server.setDispatcher(api);
        server.setHttp2ClearTextEnabled(false);
        server.start(InetAddress.getLoopbackAddress(), freePort());
        return server;
    }

    static int freePort() {
        return IntStream.range(PORT_MIN, PORT_MAX)
                .filter(Listening::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port for Kubernetes"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
