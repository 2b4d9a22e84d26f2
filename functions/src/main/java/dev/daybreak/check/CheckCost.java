package dev.daybreak.check;

import dev.daybreak.migration.Migration;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Metrics;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.stack.MonthlyCost;
import dev.daybreak.validation.Check;
import dev.daybreak.validation.Looked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Whether Aurora's I/O, which no forecast knows, makes the month much dearer than was said.
public final class CheckCost {
    /// A shorter stretch says nothing of a month.
    private static final Duration ENOUGH = Duration.ofHours(6);

    private final Migration migration;
    private final Instances instances;
    private final Metrics metrics;
    private final InstantSource clock;

    public CheckCost(
            Migration migration, Instances instances, Metrics metrics, InstantSource clock) {
        this.migration = migration;
        this.instances = instances;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// @param cutover when the way back was noted
    /// @param since when the look began
    public record Order(Instant cutover, Instant since) {}

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what there was to see.
        record Checked(Looked looked) implements Answer {}

        /// Look again later.
        record NotYet(String waitingFor) implements Answer {}
    }

    public Answer answer(Order order) {
        var looks = new Looks();
        looks.at(Check.COST, page -> cost(page, order.cutover()));
        return looks.isUnsure(order.since(), clock.instant(), migration.limits().verification())
                ? new Answer.NotYet(looks.waitingFor())
                : new Answer.Checked(looks.looked());
    }

    private void cost(Looks.Page page, Instant cutover) {
        var day = LastDay.until(clock.instant(), cutover, migration.limits());
        if (day.length().compareTo(ENOUGH) < 0) {
            page.detail("Cost: the cutover is too young to say what I/O will cost.");
            return;
        }
        var cluster = migration.target().cluster();
        var reads = metrics.average(cluster, "VolumeReadIOPs", day.from(), day.to());
        var writes = metrics.average(cluster, "VolumeWriteIOPs", day.from(), day.to());
        if (reads.isEmpty() || writes.isEmpty()) {
            page.detail("Cost: CloudWatch has no data about I/O of cluster %s.".formatted(cluster));
            return;
        }
        var io = MonthlyCost.ofIo(reads.get() + writes.get());
        var estimate = MonthlyCost.withoutIo(migration.target().instanceClass(), gibibytes());
        if (estimate.isEmpty()) {
            page.detail("Cost: about %s USD a month for I/O.".formatted(whole(io)));
            return;
        }
        var words =
                "about %s USD a month for I/O at the last day's pace, on top of %s USD for instance and storage"
                        .formatted(whole(io), whole(estimate.get()));
        page.detail("Cost: %s.".formatted(words));
        if (io.compareTo(estimate.get()) > 0) {
            page.finding(
                    "I/O makes the month more than twice as dear as was said: %s.".formatted(words),
                    "Compare with Aurora I/O-Optimized, and look at the queries that read most.");
        }
    }

    private long gibibytes() {
        return instances
                .find(migration.source().instance())
                .map(DatabaseInstance::allocatedGibibytes)
                .orElse(0L);
    }

    private static String whole(BigDecimal dollars) {
        return dollars.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
