package dev.daybreak.postgres;

import static dev.daybreak.postgres.ComparedDatabases.compare;
import static dev.daybreak.postgres.ComparedDatabases.comparisons;
import static dev.daybreak.postgres.TestServer.CLOCK;
import static dev.daybreak.postgres.TestServer.DAYBREAK;
import static dev.daybreak.postgres.TestServer.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.database.Address;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.postgres.PostgresComparisons.Effort;
import dev.daybreak.proof.Comparison;
import dev.daybreak.proof.Cursor;
import dev.daybreak.proof.Method;
import dev.daybreak.proof.Progress;
import dev.daybreak.proof.Reach;
import dev.daybreak.proof.TableProof;
import dev.daybreak.proof.Tally;
import dev.daybreak.runtime.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A comparison that takes many calls, and what it tells.
class ComparisonCallsTest {
    /// Every call reads no more than one piece a side.
    private static final Effort HASTY = new Effort(1, Duration.ZERO, Duration.ofMinutes(1), true);

    private static ComparedDatabases databases;
    private static TestServer server;
    private static Address original;

    @BeforeAll
    static void start() {
        databases = new ComparedDatabases();
        server = databases.server;
        original = databases.original;
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    private static Address copy(String name) {
        return databases.copy(name);
    }

    @Test
    void manyCallsSeeOneStateAndFindWhatOneCallFinds() {
        var aurora = copy("calls");
        server.sql(
                "calls", "UPDATE things SET text = 'other' WHERE id = 7; DELETE FROM ONLY parent");
        var once = compare(original, aurora, 1);
        var comparisons = new PostgresComparisons(Connector.patient(TLS), CLOCK, HASTY);

        var progress = comparisons.compare(original, aurora, DAYBREAK, Optional.empty());
        server.sql("calls", "UPDATE pairs SET b = 77; INSERT INTO compound VALUES (99, 'b', 'v')");
        var calls = 1;
        while (progress instanceof Progress.Unfinished(var cursor)) {
            var handedOn = Json.value(Json.text(cursor), Cursor.class);
            progress = comparisons.compare(original, aurora, DAYBREAK, Optional.of(handedOn));
            calls++;
        }

        assertThat(calls).isGreaterThan(10);
        var whole = ((Progress.Compared) progress).comparison();
        assertThat(whole.differences()).isEqualTo(once.differences()).hasSize(2);
        assertThat(whole)
                .returns(once.rows(), Comparison::rows)
                .returns(once.tablesCompared(), Comparison::tablesCompared);
        assertThat(whole.tables())
                .extracting(TableProof::checksum)
                .isEqualTo(once.tables().stream().map(TableProof::checksum).toList());
        assertThat(sessions()).as("held after the last call").isZero();
    }

    @Test
    void anotherProcessGoesOnWithTheSnapshotThatOneHolds() {
        var aurora = copy("handed");
        var one = new PostgresComparisons(Connector.patient(TLS), CLOCK, HASTY);
        var progress = one.compare(original, aurora, DAYBREAK, Optional.empty());
        var cursor = ((Progress.Unfinished) progress).cursor();

        var next =
                new PostgresComparisons(Connector.patient(TLS), CLOCK, Effort.ofLambda(1, true))
                        .compare(original, aurora, DAYBREAK, Optional.of(cursor));

        assertThat(((Progress.Compared) next).comparison().isEqual()).isTrue();
        endSessions();
    }

    @Test
    void beginsAnewWhereASnapshotIsLostAndGivesUpAtTheThird() {
        var aurora = copy("lost");
        var comparisons = new PostgresComparisons(Connector.patient(TLS), CLOCK, HASTY);
        var cursor = lost(comparisons, aurora, Optional.empty());
        cursor = lost(comparisons, aurora, Optional.of(cursor));
        assertThat(cursor.restarts()).isEqualTo(1);
        var last = lost(comparisons, aurora, Optional.of(cursor));

        assertThatThrownBy(() -> comparisons.compare(original, aurora, DAYBREAK, Optional.of(last)))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("ended 3 times between two calls");
    }

    private static Cursor lost(Comparisons comparisons, Address aurora, Optional<Cursor> from) {
        var progress = comparisons.compare(original, aurora, DAYBREAK, from);
        endSessions();
        return ((Progress.Unfinished) progress).cursor();
    }

    private static final String OURS = " FROM pg_stat_activity WHERE application_name = 'daybreak'";

    private static void endSessions() {
        server.sql("postgres", "SELECT pg_terminate_backend(pid, 10000)" + OURS);
    }

    private static int sessions() {
        return Integer.parseInt(server.text("postgres", "SELECT count(*)" + OURS));
    }

    @Test
    void piecesAddUpToTheWhole() {
        try (var side = ComparedSide.open(Connector.patient(TLS), original, DAYBREAK, 1)) {
            var table = Optional.ofNullable(side.tables().get("public.things")).orElseThrow();
            var large =
                    new ComparedTable(
                            table.name(), 1L << 40, table.key(), table.columns(), table.pages());
            var pieces = new Pieces(List.of(large), List.of(RowHash.TEXT), Reach.NOTHING);
            var tallies =
                    Stream.generate(pieces::next)
                            .takeWhile(Optional::isPresent)
                            .map(piece -> piece.orElseThrow().tally(side.lead(), CLOCK))
                            .toList();

            var whole = Piece.whole(table, RowHash.TEXT).tally(side.lead(), CLOCK);
            assertThat(tallies).hasSizeGreaterThan(20).allMatch(tally -> tally.rows() < 100);
            assertThat(tallies.stream().reduce(Tally::plus).orElseThrow().isSame(whole)).isTrue();
        }
    }

    @Test
    void tellsRowsWithTheirColumnsAndTheirValuesOnlyIfItMay() {
        var aurora = copy("told");
        server.sql("told", "UPDATE things SET text = NULL, padded = 'q' WHERE id = 7");

        var shown = compare(original, aurora, 1);
        var masked =
                compare(
                        new PostgresComparisons(
                                Connector.patient(TLS), CLOCK, Effort.ofLambda(1, false)),
                        original,
                        aurora,
                        DAYBREAK);

        assertThat(shown.differences().getFirst().what())
                .isEqualTo(
                        "rows differ, among 2003 of them; 7 in text ('text 7' on RDS, NULL on"
                                + " Aurora), padded ('p    ' on RDS, 'q    ' on Aurora)");
        assertThat(masked.differences().getFirst().what())
                .isEqualTo("rows differ, among 2003 of them; 7 in text, padded");
    }

    @Test
    void whereAServerHashesUnlikePostgresRowsGoByTheirText() {
        var aurora = copy("unlike");
        server.sql("unlike", replaced("hashint4extended", "int4, int8"));

        assertThat(compare(original, aurora, 1))
                .returns(Method.TEXT, Comparison::method)
                .returns(true, Comparison::isEqual);

        server.sql("unlike", replaced("hashtextextended", "text, int8"));

        assertThat(compare(original, aurora, 1)).returns(Method.DIGEST, Comparison::method);
        assertThat(compare(original, original, 1)).returns(Method.CHAIN, Comparison::method);
    }

    private static String replaced(String function, String arguments) {
        return """
               UPDATE pg_proc SET proname = proname || '_was' WHERE proname = '%1$s';
               CREATE FUNCTION %1$s(%2$s) RETURNS int8 IMMUTABLE LANGUAGE sql AS 'SELECT 1::int8';
               UPDATE pg_proc SET pronamespace = 'pg_catalog'::regnamespace
                 WHERE proname = '%1$s' AND pronamespace = 'public'::regnamespace
               """
                .formatted(function, arguments);
    }
}
