package dev.daybreak.rehearsal.asl;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A JSONata expression, compiled once; many threads may evaluate it at once.
public final class Expression {
    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)");

    private final String text;
    private final Jsonata compiled;
    private final List<String> names;
    private final Optional<DirectPath> path;

    private Expression(String text, Jsonata compiled) {
        this.text = text;
        this.compiled = compiled;
        this.names = NAME.matcher(text).results().map(match -> match.group(1)).distinct().toList();
        this.path = DirectPath.read(text);
        compiled.setOutputConvertNulls(false);
    }

    /// @throws JException when it is no JSONata
    static Expression compile(String text) {
        return new Expression(text, CompilingThread.compile(text));
    }

    public String text() {
        return text;
    }

    /// Every `$name` in it, a function's too.
    List<String> names() {
        return names;
    }

    /// @param location the field of the state, for the error
    /// @throws QueryFailed when it throws, or gives nothing, or something that is no JSON
    JsonNode evaluate(Bindings bindings, String location) {
        var direct = path.flatMap(one -> one.in(bindings));
        if (direct.isPresent()) {
            return direct.get();
        }
        var value = run(bindings, location);
        if (value == null) {
            throw QueryFailed.of(this, location, "returned nothing (undefined).");
        }
        return JsonView.node(value)
                .orElseThrow(
                        () ->
                                QueryFailed.of(
                                        this, location, "returned an unsupported result type."));
    }

    // The library throws whatever its host language throws; all of it is the expression's fault.
    @SuppressWarnings("CatchingUnchecked")
    private @Nullable Object run(Bindings bindings, String location) {
        try {
            return compiled.evaluate(null, frame(bindings));
        } catch (JException e) {
            throw threw(location, e.getError() + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            throw threw(location, String.valueOf(e.getMessage()));
        }
    }

    private QueryFailed threw(String location, String message) {
        return QueryFailed.of(this, location, "threw an error during evaluation. " + message);
    }

    private Jsonata.Frame frame(Bindings bindings) {
        var frame = new Jsonata.Frame(null);
        for (var name : names) {
            if (name.equals("states")) {
                frame.bind(name, (Object) new StatesView(bindings));
                continue;
            }
            Optional<Object> value = bindings.variables().find(name).map(JsonView::of);
            value.or(() -> AddedFunctions.named(name, bindings).map(f -> (Object) f))
                    .ifPresent(bound -> frame.bind(name, bound));
        }
        return frame;
    }

    /// The library keeps the expression compiled last by a thread as that thread's scratch pad and
    /// writes into it while it evaluates others. So that no thread that evaluates has one that is
    /// shared, each is compiled on a thread of its own.
    private static final class CompilingThread {
        static Jsonata compile(String text) {
            var result = new Object[1];
            var thread =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            result[0] = Jsonata.jsonata(text);
                                        } catch (RuntimeException e) {
                                            result[0] = e;
                                        }
                                    });
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while compiling " + text, e);
            }
            return switch (result[0]) {
                case Jsonata compiled -> compiled;
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException("Could not compile " + text);
            };
        }
    }
}
