package dev.daybreak.scalers;

import dev.daybreak.ports.Scalers;
import dev.daybreak.workload.Scaler;
import java.util.List;

/// Gives the replicas back to those who set them before.
public final class RestoreScalers {
    private final Scalers scalers;

    public RestoreScalers(Scalers scalers) {
        this.scalers = scalers;
    }

    /// @param scalers as they were remembered
    public record Order(List<Scaler> scalers) {
        public Order {
            scalers = List.copyOf(scalers);
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// From now on they are as they were.
        record Restored(int scalers) implements Answer {}
    }

    public Answer answer(Order order) {
        order.scalers().forEach(scalers::restore);
        return new Answer.Restored(order.scalers().size());
    }
}
