package dev.daybreak.rehearsal.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.daybreak.rehearsal.terminal.LiveTerminal;
import dev.daybreak.rehearsal.world.Approver;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks whoever sits at the terminal; the workflow waits meanwhile, as it waits for an e-mail's
/// answer on AWS.
record AskedPerson(Console console, Optional<LiveTerminal> live) implements Approver {
    @Override
    public void asked(JsonNode order, Consumer<Boolean> answer) {
        Thread.ofPlatform().daemon().name("approval").start(() -> answer.accept(answer(order)));
    }

    private boolean answer(JsonNode order) {
        live.ifPresent(LiveTerminal::pause);
        try {
            console.printf("%n%s%n", question(order));
            while (true) {
                var typed = console.readLine("  Approve the cutover? [y/n] ");
                switch (typed == null ? "n" : typed.strip().toLowerCase(Locale.ROOT)) {
                    case "y", "yes" -> {
                        return true;
                    }
                    case "n", "no" -> {
                        return false;
                    }
                    default -> console.printf("  Please type y or n.%n");
                }
            }
        } finally {
            live.ifPresent(LiveTerminal::goOn);
        }
    }

    /// What an approver must know; never the token.
    static String question(JsonNode order) {
        var lines = new StringBuilder();
        var forecast = order.path("forecast");
        lines.append(
                "  Aurora is proven fit, and nothing was touched yet. Forecast of the downtime: %.1f s"
                        .formatted(forecast.path("milliseconds").asLong() / 1000.0));
        for (var part : forecast.path("parts")) {
            lines.append(
                    "%n  %7.1f s  %s"
                            .formatted(
                                    part.path("milliseconds").asLong() / 1000.0,
                                    part.path("what").asText()));
        }
        for (var warning : order.path("warnings")) {
            lines.append("%n  Warning: %s".formatted(warning.asText()));
        }
        return lines.toString();
    }
}
