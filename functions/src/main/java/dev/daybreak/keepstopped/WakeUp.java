package dev.daybreak.keepstopped;

import dev.daybreak.migration.Migration;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads what woke us: an event of RDS, the daily schedule, or a person. Whatever it says, it only
/// wakes us; a describe and our own marker decide.
public final class WakeUp {
    /// The automatic start after seven days, and any start
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html>).
    private static final Set<String> STARTS = Set.of("RDS-EVENT-0154", "RDS-EVENT-0088");

    /// AWS's own advice is to try again for as long as the instance is starting, which takes
    /// minutes: between five and nine.
    private static final Duration STOP_POLL = Duration.ofMinutes(7);

    private final Migration migration;

    public WakeUp(Migration migration) {
        this.migration = migration;
    }

    /// @param input the event as EventBridge hands it over, or the schedule's own
    public record Order(Map<String, Object> input) {
        public Order {
            input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// Worth a look.
        record Woken(KeepPlan plan) implements Answer {}

        /// It is not about our instance's start.
        record NotOurs(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var input = order.input();
        if (input.get("detail") instanceof Map<?, ?> detail) {
            return event(detail);
        }
        return "keep-stopped".equals(input.get("schedule"))
                ? woken(true)
                : new Answer.NotOurs("It is neither an event of RDS nor our own schedule.");
    }

    private Answer event(Map<?, ?> detail) {
        var instance = migration.source().instance();
        if (!instance.equals(detail.get("SourceIdentifier"))) {
            return new Answer.NotOurs("It is about another instance than %s.".formatted(instance));
        }
        return detail.get("EventID") instanceof String id && STARTS.contains(id)
                ? woken(false)
                : new Answer.NotOurs("It is no start of instance %s.".formatted(instance));
    }

    private Answer woken(boolean scheduled) {
        return new Answer.Woken(
                new KeepPlan(
                        migration.source().instance(),
                        scheduled,
                        STOP_POLL.toSeconds(),
                        migration.polls().slow().toSeconds()));
    }
}
