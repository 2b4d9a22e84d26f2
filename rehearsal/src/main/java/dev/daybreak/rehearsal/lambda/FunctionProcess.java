package dev.daybreak.rehearsal.lambda;

import dev.daybreak.rehearsal.postgres.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A function in a process of its own, from what is deployed, started as Lambda starts it: by AWS's
/// runtime interface client, which loads the handler from the folder. Closing it ends it.
public final class FunctionProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private final RuntimeApi api;
    private final Process process;
    private final Path scratch;
    private final long began;

    private FunctionProcess(RuntimeApi api, Process process, Path scratch, long began) {
        this.api = api;
        this.process = process;
        this.scratch = scratch;
        this.began = began;
    }

    /// Starts a handler's class and hands it the event.
    public static FunctionProcess start(Deployment deployment, String handler, byte[] event) {
        try {
            var api = RuntimeApi.serving(event);
            var scratch = Files.createTempDirectory("function");
            var builder =
                    new ProcessBuilder(command(deployment, handler, scratch))
                            .directory(deployment.code().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log(scratch).toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(deployment, api, handler));
            var began = System.nanoTime();
            var process = builder.start();
            var _ = process.onExit().thenRun(api::gone);
            return new FunctionProcess(api, process, scratch, began);
        } catch (IOException e) {
            throw new UncheckedIOException("a function's process cannot be started", e);
        }
    }

    /// Waits for what it tells.
    public FirstAnswer first() {
        try {
            var told = api.told().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var now = System.nanoTime();
            var ready = api.ready().getNow(now);
            return new FirstAnswer(told, since(ready), since(now), peakKilobytes(process.pid()));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the function told nothing: " + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a function starts", e);
        }
    }

    /// Everything that it wrote to its log so far.
    public String output() {
        try {
            return Files.readString(log(scratch));
        } catch (IOException e) {
            throw new UncheckedIOException(log(scratch) + " cannot be read", e);
        }
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanos - began);
    }

    private static Path log(Path scratch) {
        return scratch.resolve("log");
    }

    private static List<String> command(Deployment deployment, String handler, Path scratch)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(deployment.options());
        command.add("-Djava.io.tmpdir=" + scratch);
        command.add(NativeClient.unpacked(deployment.client(), scratch));
        command.add("-XX:ErrorFile=" + scratch.resolve("crash"));
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", deployment.client() + "/*"));
        command.addAll(List.of(CLIENT, handler));
        return command;
    }

    private static Map<String, String> environment(
            Deployment deployment, RuntimeApi api, String handler) {
        var variables = new TreeMap<>(deployment.environment());
        variables.put("_HANDLER", handler);
        variables.put("AWS_LAMBDA_RUNTIME_API", api.authority());
        variables.put("LAMBDA_TASK_ROOT", deployment.code().toString());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "rehearsed");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "rehearsed");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "rehearsed");
        return variables;
    }

    private static long peakKilobytes(long pid) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/%d/status".formatted(pid)), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        api.close();
        Folders.delete(scratch);
    }
}
