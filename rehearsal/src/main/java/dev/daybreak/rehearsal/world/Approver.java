package dev.daybreak.rehearsal.world;

import com.fasterxml.jackson.databind.JsonNode;

/// Answers when the workflow asks for an approval.
@FunctionalInterface
public interface Approver {
    /// Says yes to everything, as `--approval auto` does.
    Approver YES = (_, answer) -> answer.accept(true);

    /// @param order what the approver is shown: forecast and warnings
    /// @param answer may be called at once or later, from any thread
    void asked(JsonNode order, java.util.function.Consumer<Boolean> answer);
}
