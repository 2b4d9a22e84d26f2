package dev.daybreak.rehearsal.promises;

import dev.daybreak.alert.Alert;
import dev.daybreak.database.Login;
import dev.daybreak.migration.Limits;
import dev.daybreak.rehearsal.report.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that a rehearsal leaves behind for its judges; no secret shows in its text.
///
/// @param succeeded whether the execution ended in `Succeed`
/// @param error the execution's error where it failed, for example `Daybreak.Returned`
/// @param home the database that the application belongs to after all that happened: `rds` or
///   `aurora`
/// @param rows how the final database holds up against the ledger
/// @param tooEarlyOrLate writes that a database acknowledged while it must refuse all of them
/// @param application how the application stands at the end
/// @param rds how RDS answers the application's own login at the end
/// @param secret what became of the application's secret
/// @param executions how many there were; the last one that ended is the one that is judged
/// @param alerts all messages to people, in their order
/// @param effects how often each thing was made, by what it is: `snapshot x`, `stack y`, …
/// @param lastLook how long the look that finds a limit reached may take, with the pause before it
///   and its retries
/// @param written every text that the run wrote anywhere
/// @param secrets every password there ever was
/// @param departure what became of the old instance
public record Evidence(
        boolean succeeded,
        Optional<String> error,
        String home,
        Rows rows,
        List<String> tooEarlyOrLate,
        Pods application,
        Login rds,
        SecretTrail secret,
        int executions,
        List<Alert> alerts,
        Map<String, Integer> effects,
        List<Visit> visits,
        Limits limits,
        Duration lastLook,
        List<String> written,
        Set<String> secrets,
        Departure departure) {
    public Evidence {
        tooEarlyOrLate = List.copyOf(tooEarlyOrLate);
        alerts = List.copyOf(alerts);
        effects = Map.copyOf(effects);
        visits = List.copyOf(visits);
        written = List.copyOf(written);
        secrets = Set.copyOf(secrets);
    }

    /// @param database the one that the application uses at the end
    /// @param complaints about rows that are missing, doubled or invented; blank where there are
    ///   none
    public record Rows(String database, long acknowledged, String complaints) {}

    /// @param wanted the replicas before, by Deployment
    /// @param ready the ready pods at the end, by Deployment
    /// @param writes whether each pod had a write acknowledged after the execution ended
    public record Pods(Map<String, Integer> wanted, Map<String, Integer> ready, boolean writes) {
        public Pods {
            wanted = Map.copyOf(wanted);
            ready = Map.copyOf(ready);
        }
    }

    /// @param changed the fields that differ at the end from what they were
    /// @param mayChange the fields for host and port, and those that another writer changed
    /// @param overwritten changes of other writers that are gone
    /// @param host where it points at the end: `rds`, `aurora` or something else
    public record SecretTrail(
            Set<String> changed, Set<String> mayChange, List<String> overwritten, String host) {
        public SecretTrail {
            changed = Set.copyOf(changed);
            mayChange = Set.copyOf(mayChange);
            overwritten = List.copyOf(overwritten);
        }
    }

    /// The same world, as seen by the executions that are judged.
    public Evidence about(
            boolean succeeded, int executions, List<Alert> alerts, List<Visit> visits) {
        return new Evidence(
                succeeded,
                error,
                home,
                rows,
                tooEarlyOrLate,
                application,
                rds,
                secret,
                executions,
                alerts,
                effects,
                visits,
                limits,
                lastLook,
                written,
                secrets,
                departure);
    }

    /// Every message but questions.
    List<Alert> told() {
        return alerts.stream().filter(alert -> alert.level() != Alert.Level.ASK).toList();
    }

    /// Whether the last thing that people were told is to act now.
    boolean paged() {
        var told = told();
        return !told.isEmpty() && told.getLast().level() == Alert.Level.PAGE;
    }
}
