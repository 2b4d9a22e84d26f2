package dev.daybreak.rehearsal.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.daybreak.rehearsal.lambda.Deployment;
import dev.daybreak.rehearsal.lambda.FirstAnswer;
import dev.daybreak.rehearsal.lambda.FunctionProcess;
import dev.daybreak.rehearsal.lambda.Functions;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts handlers as Lambda does and measures, by turns: the jar that is deployed, and the same
/// handlers with the HTTP clients and models that their libraries bring along, on a JVM that nobody
/// told anything. AWS is a port where nobody listens, so a handler that needs it ends with its
/// fault: the start is what is measured.
public final class HandlerBench {
    private static final String NOBODY = "http://127.0.0.1:9";

    private final Path repository;
    private final String migration;
    private final PrintStream out;

    public HandlerBench(Path repository, Path settings, PrintStream out) {
        this.repository = repository;
        this.out = out;
        try {
            this.migration = Files.readString(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(settings + " cannot be read", e);
        }
    }

    /// Prints a line a handler, and answers all figures.
    ///
    /// @param steps by name; all of them where it is empty
    public ObjectNode run(List<String> steps, int runs) {
        var node = Json.MAPPER.createObjectNode();
        sizes(node);
        out.println(Starts.HEADER);
        var all = node.putArray("handlers");
        for (var one : Functions.classes().entrySet()) {
            if (steps.isEmpty() || steps.contains(one.getKey())) {
                measure(one, runs, all);
            }
        }
        return node;
    }

    private void sizes(ObjectNode node) {
        var packaged = size(Deployment.packaged(repository));
        var naive = size(naive());
        out.printf("Deployed: %.1f MB; naive: %.1f MB%n", packaged / 1e6, naive / 1e6);
        node.put("bytes", packaged).put("naiveBytes", naive);
    }

    private void measure(Map.Entry<String, ? extends Class<?>> handler, int runs, ArrayNode all) {
        var packaged = new ArrayList<FirstAnswer>();
        var naive = new ArrayList<FirstAnswer>();
        var environment = Deployment.environment(migration, NOBODY);
        for (var run = 0; run < runs; run++) {
            packaged.add(first(Deployment.packaged(repository, environment), handler));
            naive.add(
                    first(
                            new Deployment(
                                    Deployment.client(repository), naive(), List.of(), environment),
                            handler));
        }
        var starts = new Starts(handler.getKey(), packaged, naive);
        out.println(starts.line());
        all.add(starts.json());
    }

    private FirstAnswer first(
            Deployment deployment, Map.Entry<String, ? extends Class<?>> handler) {
        var event = repository.resolve("events/functions").resolve(handler.getKey() + ".json");
        try (var process =
                FunctionProcess.start(
                        deployment, handler.getValue().getName(), Files.readAllBytes(event))) {
            return process.first();
        } catch (IOException e) {
            throw new UncheckedIOException(event + " cannot be read", e);
        }
    }

    private Path naive() {
        return repository.resolve("rehearsal/naive/target/lambda");
    }

    private static long size(Path folder) {
        try (var files = Files.walk(folder)) {
            var bytes = 0L;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }
}
