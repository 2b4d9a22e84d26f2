package dev.daybreak.validate;

import dev.daybreak.migration.Migration;
import dev.daybreak.note.Operation;
import dev.daybreak.note.Run;
import dev.daybreak.note.Wanted;
import dev.daybreak.runtime.Journal;
import dev.daybreak.runtime.Logins;
import dev.daybreak.wayback.Cutover;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out whether there is anything to validate, and of which day.
public final class BeginValidation {
    /// The console offers `{"Comment": "Insert your JSON here"}` to start with.
    private static final List<String> REMARKS = List.of("Comment", "comment");

    private final Migration migration;
    private final Journal journal;
    private final Logins logins;

    public BeginValidation(Migration migration, Journal journal, Logins logins) {
        this.migration = migration;
        this.journal = journal;
        this.logins = logins;
    }

    /// @param name the execution's
    /// @param input the execution's input, as the schedule or a person gave it
    public record Order(String name, Instant started, Map<String, Object> input) {
        public Order {
            input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        }
    }

    /// What the workflow goes on with.
    public sealed interface Answer {
        /// This is what will be looked at.
        record Begun(ValidationPlan plan) implements Answer {}

        /// The application is not on Aurora, or about to leave it: nothing is looked at or noted.
        record NothingToValidate(String why) implements Answer {}

        /// The input is not understood.
        record Refused(String why) implements Answer {}
    }

    public Answer answer(Order order) {
        var unknown =
                order.input().keySet().stream().filter(name -> !REMARKS.contains(name)).toList();
        if (!unknown.isEmpty()) {
            return new Answer.Refused(
                    "A validation takes no input but a Comment; there is no field %s."
                            .formatted(String.join(", ", unknown)));
        }
        var cutover = journal.cutover();
        if (cutover.isEmpty()) {
            return new Answer.NothingToValidate("No cutover is noted.");
        }
        var nothing = underWay().or(() -> onRds(cutover.get()));
        return nothing.<Answer>map(Answer.NothingToValidate::new)
                .orElseGet(() -> begun(order, cutover.get()));
    }

    /// A decommission takes weeks: once it wants RDS to be stopped, the days are validated as
    /// before, without RDS.
    private Optional<String> underWay() {
        return journal.running()
                .filter(one -> one.kind() != Operation.Kind.DECOMMISSION || !isStopWanted())
                .map(
                        one ->
                                "Another execution is under way (%s): %s."
                                        .formatted(one.kind(), one.execution()));
    }

    private Optional<String> onRds(Cutover cutover) {
        var host = logins.target().host();
        return host.equals(cutover.before().host())
                ? Optional.of("The application's secret points to RDS: %s.".formatted(host))
                : Optional.empty();
    }

    private boolean isStopWanted() {
        return journal.wanted().filter(one -> one.state() == Wanted.State.STOPPED).isPresent();
    }

    /// A decommission closes the stream for good; were that a finding, no day after a decommission
    /// that stopped halfway could be green, and none could ever end.
    private boolean flows() {
        return migration.rollback() == Migration.Rollback.LOSSLESS
                && !isStopWanted()
                && journal.held().isEmpty();
    }

    private Answer begun(Order order, Cutover cutover) {
        journal.noteLook(order.started());
        return new Answer.Begun(
                new ValidationPlan(
                        order.started().atZone(migration.validation().zoneId()).toLocalDate(),
                        Run.of(order.name(), order.started()),
                        flows(),
                        cutover.at(),
                        migration.polls().slow().toSeconds(),
                        migration.polls().quick().toSeconds()));
    }
}
