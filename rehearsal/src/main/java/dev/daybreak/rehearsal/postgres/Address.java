package dev.daybreak.rehearsal.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/// Where a server listens: always this machine only, and below the ports that the system hands out
/// to clients, so that no client takes the port away while the server restarts.
public record Address(String host, int port) {
    private static final int PORT_MIN = 20_000;
    private static final int PORT_MAX = 32_000;

    public Address {
        if (!isLoopback(host)) {
            throw new IllegalArgumentException(host + " is not an address of this machine only");
        }
        if (port < 1024 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1024 and 65535");
        }
    }

    /// A free port on the preferred host, or on 127.0.0.1 where the system has only that one.
    public static Address free(String preferredHost) {
        var host = has(preferredHost) ? preferredHost : "127.0.0.1";
        var span = PORT_MAX - PORT_MIN;
        var first = ThreadLocalRandom.current().nextInt(span);
        for (var i = 0; i < span; i++) {
            var address = new Address(host, PORT_MIN + (first + i) % span);
            if (address.isFree()) {
                return address;
            }
        }
        throw new IllegalStateException(
                "no free port on %s from %d to %d".formatted(host, PORT_MIN, PORT_MAX));
    }

    public boolean isFree() {
        return canListen(host, port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static boolean has(String host) {
        return canListen(host, 0);
    }

    private static boolean canListen(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return host.startsWith("127.") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
