package dev.daybreak.scalers;

import dev.daybreak.ports.Scalers;
import dev.daybreak.workload.Scaler;
import java.util.List;

/// Keeps autoscalers and GitOps from raising the replicas again while the window is open.
public final class PauseScalers {
    private final Scalers scalers;

    public PauseScalers(Scalers scalers) {
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
        /// From now on they leave the replicas alone.
        record Paused(int scalers) implements Answer {}
    }

    public Answer answer(Order order) {
        order.scalers().forEach(scalers::pause);
        return new Answer.Paused(order.scalers().size());
    }
}
