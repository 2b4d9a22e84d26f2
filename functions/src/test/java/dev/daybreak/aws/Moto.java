package dev.daybreak.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the address of moto, somebody else's idea of AWS, started once for all tests. Where
/// Python or moto is not installed the test is skipped and says so.
final class Moto implements ExecutionCondition, ParameterResolver {
    private static final Namespace MINE = Namespace.create(Moto.class);
    private static final String LACKING =
            "skipped what is tried against moto: it needs python3 with moto"
                    + " (pip install 'moto[server]')";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return installed(context)
                ? ConditionEvaluationResult.enabled("moto is installed")
                : ConditionEvaluationResult.disabled(LACKING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(MINE)
                .computeIfAbsent(Server.class, _ -> Server.start(), Server.class)
                .address();
    }

    private static boolean installed(ExtensionContext context) {
        return context.getRoot()
                .getStore(MINE)
                .computeIfAbsent("installed", _ -> canImportOrSaySo(), Boolean.class);
    }

    private static boolean canImportOrSaySo() {
        var found = canImport();
        if (!found) {
            System.getLogger(Moto.class.getName()).log(Level.WARNING, LACKING);
        }
        return found;
    }

    private static boolean canImport() {
        try {
            var python = new ProcessBuilder("python3", "-c", "import moto.server");
            return python.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Server(Process process, URI address) implements AutoCloseable {
        static Server start() {
            var port = freePort();
            try {
                var process =
                        new ProcessBuilder(
                                        "python3",
                                        "-m",
                                        "moto.server",
                                        "-H",
                                        "127.0.0.1",
                                        "-p",
                                        "" + port)
                                .redirectErrorStream(true)
                                .start();
                var up = new CompletableFuture<String>();
                Thread.ofVirtual().start(() -> drain(process, up));
                up.orTimeout(60, TimeUnit.SECONDS).join();
                return new Server(process, URI.create("http://127.0.0.1:" + port));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        /// Reads to the end: a full pipe would stop it.
        private static void drain(Process process, CompletableFuture<String> up) {
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().filter(line -> line.contains("Running on")).forEach(up::complete);
            } catch (IOException | UncheckedIOException problem) {
                up.completeExceptionally(problem);
            }
            up.completeExceptionally(new IllegalStateException("moto ended"));
        }

        private static int freePort() {
            return IntStream.range(20_000, 32_000).filter(Server::isFree).findFirst().orElseThrow();
        }

        private static boolean isFree(int port) {
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return true;
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().join();
        }
    }
}
