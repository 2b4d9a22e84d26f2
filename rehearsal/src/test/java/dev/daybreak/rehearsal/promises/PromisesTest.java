package dev.daybreak.rehearsal.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.alert.Alert;
import dev.daybreak.database.Login;
import dev.daybreak.migration.Limits;
import dev.daybreak.note.Wanted;
import dev.daybreak.rehearsal.promises.Departure.Deed;
import dev.daybreak.rehearsal.promises.Evidence.Pods;
import dev.daybreak.rehearsal.promises.Evidence.Rows;
import dev.daybreak.rehearsal.promises.Evidence.SecretTrail;
import dev.daybreak.rehearsal.report.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each checker, on evidence that is made up.
class PromisesTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T20:00:00Z");
    private static final Login SHUT = new Login.NotAdmitted();
    private static final Login OPEN = new Login.Accepted("16.15");
    private static final Rows ROWS = new Rows("aurora", 1000, "");
    private static final Pods PODS = new Pods(Map.of("api", 2), Map.of("api", 2), true);
    private static final SecretTrail SWAPPED = trail("aurora", "host", "port");
    private static final SecretTrail UNTOUCHED = trail("rds");
    private static final Alert GOOD = alert(Alert.Level.INFO, "FINISHED");
    private static final Alert BACK = alert(Alert.Level.WARNING, "RETURNED");
    private static final Alert STUCK = alert(Alert.Level.PAGE, "RETURN");
    private static final Alert ASKED = alert(Alert.Level.ASK, "Approval");
    private static final Alert DELETE =
            new Alert(
                    Alert.Level.ASK,
                    "subject",
                    "happened",
                    "state",
                    "next",
                    List.of(),
                    Map.of("kind", "Approval", "question", "Delete"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void judges(String story, Evidence evidence, Set<String> broken) {
        assertThat(
                        Verdict.of(evidence).stream()
                                .filter(verdict -> !verdict.held())
                                .map(Verdict::id)
                                .collect(Collectors.toSet()))
                .isEqualTo(broken);
    }

    static Stream<Arguments> stories() {
        var moved = new Story();
        return Stream.of(
                held("moved", moved),
                held("returned", returned()),
                held("nobody mended it", returned().pods(0, false).alerts(STUCK)),
                held("mended, then returned", returned().alerts(STUCK, BACK)),
                held("two executions", new Story().executions(2).alerts(BACK, GOOD)),
                held("another's change", new Story().secret(another("password"))),
                broken("P1", "a row is missing", new Story().rows(1000, "pod-1: 1 missing (7)")),
                broken("P1", "nothing was written at all", new Story().rows(0, "")),
                broken("P2", "a write got through", new Story().late("rds acknowledged row 9")),
                broken("P2", "RDS is open after the move", new Story().rds(OPEN)),
                broken("P3", "a pod is missing", new Story().pods(1, true)),
                broken("P3", "it cannot write", new Story().pods(2, false)),
                broken("P3", "mended, but not back", returned().pods(2, false).alerts(STUCK, BACK)),
                broken(
                        "P4",
                        "another field changed",
                        new Story().secret(trail("aurora", "host", "user"))),
                broken(
                        "P4",
                        "it points to neither",
                        new Story().secret(trail("elsewhere", "host"))),
                broken("P4", "it still points to RDS", new Story().secret(UNTOUCHED)),
                broken("P4", "somebody's change is gone", new Story().secret(overwritten())),
                broken("P4", "a password was written", new Story().written("psql -W s3cret")),
                broken("P5", "nobody was told", new Story().alerts(ASKED)),
                broken("P5", "told twice", new Story().alerts(GOOD, GOOD)),
                broken("P5", "told the wrong thing", new Story().alerts(BACK)),
                broken("P6", "two snapshots", new Story().effects(2)),
                broken(
                        "P6",
                        "three in two executions",
                        new Story().executions(2).alerts(BACK, GOOD).effects(3)),
                broken(
                        "P7",
                        "a wait goes on",
                        new Story().waits(Limits.DEFAULT.podsReady().toSeconds() + 120)),
                held("it left as it should", new Story().leaves()),
                broken("P8", "no snapshot", new Story().leaves().withoutSnapshot()),
                broken("P8", "nobody checked", new Story().leaves().without("CheckTrial")),
                broken("P8", "nobody approved", new Story().leaves().without("RequestDeletion")),
                broken("P8", "nobody asked", new Story().leaves().alerts(ASKED, GOOD)),
                broken("P8", "never restored", new Story().leaves().deeds(deed(4, "db", "delete"))),
                broken(
                        "P8",
                        "red days",
                        new Story()
                                .leaves()
                                .deeds(
                                        deed(2, "check", "restore"),
                                        deed(4, "delete", "daybreak", Wanted.State.RUNNING, 6))),
                held("AWS's start is caught", new Story().deeds(stop(0), aws(7), stop(7))),
                held("somebody's start is left alone", new Story().deeds(stop(0), by(3))),
                broken("P9", "AWS's start is missed", new Story().deeds(stop(0), aws(7))),
                broken("P9", "caught too late", new Story().deeds(stop(0), aws(7), stop(9))),
                broken("P9", "somebody's is fought", new Story().deeds(by(3), stop(4))),
                broken(
                        "P9",
                        "stopped behind our back",
                        new Story().deeds(deed(0, "stop", "daybreak", Wanted.State.RUNNING, 7))),
                held(
                        "a wait ends in time",
                        new Story().waits(Limits.DEFAULT.podsReady().toSeconds() - 1)));
    }

    private static Arguments held(String story, Story told) {
        return Arguments.of(story, told.evidence(), Set.of());
    }

    private static Arguments broken(String promise, String story, Story told) {
        return Arguments.of(story, told.evidence(), Set.of(promise));
    }

    private static SecretTrail trail(String host, String... changed) {
        return new SecretTrail(Set.of(changed), Set.of("host", "port"), List.of(), host);
    }

    private static SecretTrail another(String field) {
        return new SecretTrail(Set.of("host", field), Set.of("host", field), List.of(), "aurora");
    }

    private static SecretTrail overwritten() {
        return new SecretTrail(Set.of("host"), Set.of("host"), List.of("field x"), "aurora");
    }

    private static Alert alert(Alert.Level level, String kind) {
        return new Alert(
                level,
                "subject",
                "happened",
                "state",
                "next",
                List.of(),
                Map.of("kind", kind, "step", "-"));
    }

    private static Instant day(long day) {
        return BEGAN.plus(Duration.ofDays(day));
    }

    private static Deed deed(long day, String instance, String what) {
        return new Deed(day(day), instance, what, "daybreak", Optional.of(Wanted.State.RUNNING), 7);
    }

    private static Deed deed(long day, String what, String by, Wanted.State wanted, int green) {
        return new Deed(day(day), "db", what, by, Optional.of(wanted), green);
    }

    private static Deed stop(long day) {
        return deed(day, "stop", "daybreak", Wanted.State.STOPPED, 7);
    }

    private static Deed aws(long day) {
        return deed(day, "start", "aws", Wanted.State.STOPPED, 7);
    }

    private static Deed by(long day) {
        return deed(day, "start", "somebody", Wanted.State.STOPPED, 7);
    }

    private static Story returned() {
        var story = new Story();
        story.error = Optional.of("Daybreak.Returned");
        story.secret = UNTOUCHED;
        story.rds = OPEN;
        return story.alerts(BACK);
    }

    /// A migration that went well, but for what is said otherwise.
    private static final class Story {
        private Optional<String> error = Optional.empty();
        private Rows rows = ROWS;
        private List<String> late = List.of();
        private Pods pods = PODS;
        private Login rds = SHUT;
        private SecretTrail secret = SWAPPED;
        private int executions = 1;
        private List<Alert> alerts = List.of(ASKED, GOOD);
        private int snapshots = 1;
        private long seconds = 1;
        private List<String> written = List.of("nothing to see");
        private List<String> states = List.of();
        private Optional<Instant> snapshotSince = Optional.empty();
        private List<Deed> deeds = List.of();

        private Story rows(long acknowledged, String complaints) {
            rows = new Rows("aurora", acknowledged, complaints);
            return this;
        }

        private Story late(String write) {
            late = List.of(write);
            return this;
        }

        private Story pods(int ready, boolean writes) {
            pods = new Pods(Map.of("api", 2), Map.of("api", ready), writes);
            return this;
        }

        private Story rds(Login login) {
            rds = login;
            return this;
        }

        private Story secret(SecretTrail trail) {
            secret = trail;
            return this;
        }

        private Story executions(int count) {
            executions = count;
            return this;
        }

        private Story alerts(Alert... all) {
            alerts = List.of(all);
            return this;
        }

        private Story effects(int count) {
            snapshots = count;
            return this;
        }

        private Story waits(long length) {
            seconds = length;
            return this;
        }

        private Story written(String text) {
            written = List.of(text);
            return this;
        }

        private List<Visit> visits() {
            var all = new ArrayList<Visit>();
            all.add(new Visit("AwaitReady", BEGAN, BEGAN.plusSeconds(seconds)));
            states.forEach(one -> all.add(new Visit(one, BEGAN, day(3))));
            deeds.stream().map(Deed::at).forEach(at -> all.add(new Visit("End", at, day(40))));
            return all;
        }

        private Story deeds(Deed... all) {
            deeds = List.of(all);
            return this;
        }

        /// As a decommission that did everything it had to, up to the deletion on day 4.
        private Story leaves() {
            states = List.of("CheckTrial", "RequestDeletion");
            snapshotSince = Optional.of(day(1));
            return deeds(deed(2, "check", "restore"), deed(4, "db", "delete"))
                    .alerts(ASKED, GOOD, DELETE);
        }

        private Story withoutSnapshot() {
            snapshotSince = Optional.empty();
            return this;
        }

        private Story without(String state) {
            states = states.stream().filter(one -> !one.equals(state)).toList();
            return this;
        }

        private Evidence evidence() {
            return new Evidence(
                    error.isEmpty(),
                    error,
                    error.isEmpty() ? "aurora" : "rds",
                    rows,
                    late,
                    pods,
                    rds,
                    secret,
                    executions,
                    alerts,
                    Map.of("The snapshot first", snapshots),
                    visits(),
                    Limits.DEFAULT,
                    Duration.ofSeconds(3),
                    written,
                    Set.of("s3cret"),
                    new Departure("db", 7, snapshotSince, deeds));
        }
    }
}
