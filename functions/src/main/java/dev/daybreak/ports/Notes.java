package dev.daybreak.ports;

import java.util.Optional;

/// What Daybreak notes down for later executions (SSM Parameter Store, one parameter for each
/// topic, `/daybreak/<migration>/<topic>`). A note is JSON without a secret in it. Faults:
/// `Throttled`, `Unavailable`, `Denied`, `Unexpected` (also for a note beyond [#CHARACTERS_MAX]).
public interface Notes {
    /// What a parameter of the advanced tier holds
    /// (<https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html>).
    int CHARACTERS_MAX = 8192;

    /// Empty where nothing is noted; right after a first write it may still be empty.
    Optional<String> read(Topic topic);

    /// Puts it in the place of what was noted before.
    void write(Topic topic, String note);

    /// Notes it only where nothing is noted, atomically.
    ///
    /// @return whether it is noted now by this call
    boolean writeFirst(Topic topic, String note);

    /// What is not there stays so without a fault.
    void erase(Topic topic);

    /// What there is to note.
    enum Topic {
        /// Which execution may change things now.
        OPERATION("operation"),
        /// Everything that a rollback puts back.
        WAY_BACK("way-back"),
        /// Whether we want the old instance to run.
        WANTED("wanted"),
        /// What each day's validation found.
        DAYS("days"),
        /// What the old instance held when it was stopped.
        HELD("held"),
        /// When Daybreak itself looked into the old instance.
        LOOKS("looks"),
        /// The reverse stream's counters, by day.
        STREAM("stream"),
        /// The queries' counters, by day.
        QUERIES("queries"),
        /// What the old stack owned of the application's, before it was deleted.
        HANDOVER("handover");

        private final String key;

        Topic(String key) {
            this.key = key;
        }

        /// The last part of the parameter's name.
        public String key() {
            return key;
        }
    }
}
