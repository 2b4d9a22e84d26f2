package dev.daybreak.straggler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.straggler.Refusals.Straggler;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// On lines as a PostgreSQL 16 server writes them.
class RefusalLogTest {
    private static final String REFUSED =
            """
            2026-03-01 20:00:00 UTC:10.0.0.9(53412)::@:[411]:LOG:  connection received: host=10.0.0.9 port=53412
            2026-03-01 20:00:00 UTC:10.0.0.9(53412):app@mosaic:[411]:LOG:  connection authenticated: identity="app" method=scram-sha-256 (/rdsdbdata/config/pg_hba.conf:13)
            2026-03-01 20:00:00 UTC:10.0.0.9(53412):app@mosaic:[411]:LOG:  connection authorized: user=app database=mosaic application_name=nightly report SSL enabled (protocol=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384, bits=256)
            2026-03-01 20:00:00 UTC:10.0.0.9(53412):app@mosaic:[411]:FATAL:  permission denied for database "mosaic"
            2026-03-01 20:00:00 UTC:10.0.0.9(53412):app@mosaic:[411]:DETAIL:  User does not have CONNECT privilege.
            """;

    private final RefusalLog log = new RefusalLog("mosaic", Instant.parse("2026-03-01T19:00:00Z"));

    @Test
    void namesWhoWasRefusedByAddressUserAndApplication() {
        assertThat(read(REFUSED))
                .containsExactly(new Straggler("10.0.0.9", "app", "nightly report", 1));
    }

    @Test
    void countsAttemptsFromAnyPortTogetherAndTheBusiestFirst() {
        var other = REFUSED.replace("10.0.0.9(53412)", "10.0.0.8(1)");
        var again = REFUSED.replace("53412", "53999").replace("[411]", "[412]");

        assertThat(read(other + REFUSED + again))
                .containsExactly(
                        new Straggler("10.0.0.9", "app", "nightly report", 2),
                        new Straggler("10.0.0.8", "app", "nightly report", 1));
    }

    @Test
    void anApplicationWithoutANameHasNone() {
        assertThat(read(REFUSED.replace(" application_name=nightly report", "")))
                .containsExactly(new Straggler("10.0.0.9", "app", "", 1));
    }

    @Test
    void whereConnectionsAreNotLoggedTheRefusalAloneCounts() {
        assertThat(read(REFUSED.lines().skip(3).reduce("", (a, b) -> a + "\n" + b)))
                .containsExactly(new Straggler("10.0.0.9", "app", "", 1));
    }

    @Test
    void doesNotTakeDaybreakForAStraggler() {
        assertThat(read(REFUSED.replace("nightly report", "daybreak"))).isEmpty();
    }

    @Test
    void leavesOutWhatIsOlderOrOfAnotherDatabaseOrNoRefusal() {
        assertThat(read(REFUSED.replace("20:00:00", "18:59:59"))).isEmpty();
        assertThat(read(REFUSED.replace("app@mosaic", "app@other"))).isEmpty();
        assertThat(
                        read(
                                REFUSED.replace(
                                        "permission denied for database \"mosaic\"",
                                        "password authentication failed for user \"app\"")))
                .isEmpty();
    }

    @Test
    void aProcessOfAnotherFileIsAnother() {
        var lines = REFUSED.lines().toList();
        lines.subList(0, 3).forEach(log::read);
        log.nextFile();

        assertThat(read(lines.get(3))).containsExactly(new Straggler("10.0.0.9", "app", "", 1));
    }

    @Test
    void passesOverWhatIsNoEntry() {
        assertThat(read("\tSELECT 1\nnonsense\n" + REFUSED)).hasSize(1);
    }

    private List<Straggler> read(String text) {
        text.lines().forEach(log::read);
        return log.refusals(true).by();
    }
}
