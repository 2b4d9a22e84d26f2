package dev.daybreak.rehearsal.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.daybreak.runtime.Json;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// What Lambda serves to the process of a function
/// (<https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>): it asks for its next event,
/// and posts the answer or the error. One event is served; whoever asks for a second one waits.
final class RuntimeApi implements AutoCloseable {
    private static final String VERSION = "/2018-06-01/runtime";
    private static final int PORT_MIN = 28_000;
    private static final int PORT_MAX = 30_000;

    /// A function's longest life.
    private static final long DEADLINE_MILLISECONDS = 900_000;

    static {
        // Without it each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final CompletableFuture<Told> told = new CompletableFuture<>();

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi serving(byte[] event) throws IOException {
        var api = new RuntimeApi(listening());
        api.events.add(event);
        api.server.setExecutor(api.threads);
        api.server.createContext(VERSION + "/invocation/", api::invocation);
        api.server.createContext(
                VERSION + "/init/error",
                exchange -> api.tell(exchange, api.error(exchange, Told.NotStarted::new)));
        api.server.start();
        return api;
    }

    /// Host and port, as a function finds them in its environment.
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// When the process asked for its first event, in nanoseconds of this machine: it has started.
    CompletableFuture<Long> ready() {
        return ready;
    }

    /// What it said.
    CompletableFuture<Told> told() {
        return told;
    }

    /// The process ended; where it had told nothing, it never will.
    void gone() {
        told.completeExceptionally(new IllegalStateException("it ended in silence"));
    }

    private void invocation(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/next")) {
            next(exchange);
        } else if (path.endsWith("/response")) {
            tell(exchange, new Told.Answered(body(exchange)));
        } else {
            tell(exchange, error(exchange, Told.Failed::new));
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(System.nanoTime());
        try {
            var event = events.take();
            var headers = exchange.getResponseHeaders();
            headers.add("Content-Type", "application/json");
            headers.add("Lambda-Runtime-Aws-Request-Id", "11111111-2222-3333-4444-555555555555");
            headers.add(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(System.currentTimeMillis() + DEADLINE_MILLISECONDS));
            headers.add(
                    "Lambda-Runtime-Invoked-Function-Arn",
                    "arn:aws:lambda:us-east-1:123456789012:function:rehearsed");
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
            exchange.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(HttpExchange exchange, Told what) throws IOException {
        told.complete(what);
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private <T extends Told> T error(HttpExchange exchange, Maker<T> maker) throws IOException {
        var body = body(exchange);
        return maker.make(body.path("errorType").asText(), body.path("errorMessage").asText());
    }

    private interface Maker<T> {
        T make(String error, String message);
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
    }

    private static HttpServer listening() throws IOException {
        for (var port = PORT_MIN; port < PORT_MAX; port++) {
            try {
                var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                return HttpServer.create(here, 0);
            } catch (BindException _) {
                // Somebody else's: the next one.
            }
        }
        throw new IOException("no free port for the Runtime API");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
