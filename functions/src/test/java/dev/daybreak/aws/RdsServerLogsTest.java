package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Denied;
import dev.daybreak.straggler.Refusals;
import dev.daybreak.straggler.Refusals.Straggler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RdsServerLogsTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T19:00:00Z");
    private static final String REFUSED =
            "2026-03-01 20:00:00 UTC:10.0.0.9(5):app@mosaic:[%d]:FATAL:  permission denied for database \"mosaic\"\n";
    private static final Straggler STRAGGLER = new Straggler("10.0.0.9", "app", "", 1);

    private final Wire wire = new Wire(Optional.empty());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsEveryPageOfEveryFileTheNewestFirst() {
        files("error/postgresql.log.old", 1, "error/postgresql.log.new", 2);
        wire.xml(
                "DownloadDBLogFilePortion",
                page(REFUSED.formatted(1), "7:1", true),
                page(REFUSED.formatted(2), "7:2", false),
                page(REFUSED.formatted(3), "9:1", false));

        assertThat(refusals())
                .isEqualTo(new Refusals(List.of(new Straggler("10.0.0.9", "app", "", 3)), true));
        assertThat(asked("LogFileName"))
                .containsExactly(
                        "error/postgresql.log.new",
                        "error/postgresql.log.new",
                        "error/postgresql.log.old");
        assertThat(asked("Marker")).containsExactly("0", "7:1", "0");
        assertThat(wire.requests("DescribeDBLogFiles").getFirst().form())
                .containsEntry("FileLastWritten", Long.toString(SINCE.toEpochMilli()));
    }

    @Test
    void aLineThatIsCutByAPageIsReadWhole() {
        files("error/postgresql.log", 1);
        var line = REFUSED.formatted(1);
        wire.xml(
                "DownloadDBLogFilePortion",
                page(line.substring(0, 40), "1", true),
                page(line.substring(40), "2", false));

        assertThat(refusals()).isEqualTo(new Refusals(List.of(STRAGGLER), true));
    }

    @Test
    void stopsAfterManyPagesAndSaysSo() {
        files("error/postgresql.log", 1);
        wire.xml("DownloadDBLogFilePortion", page("nothing\n", "1", true));

        assertThat(refusals()).isEqualTo(new Refusals(List.of(), false));
        assertThat(asked("Marker")).hasSize(RdsServerLogs.PAGES_MAX);
    }

    @Test
    void aFileThatWasRotatedAwayMeanwhileIsNoFault() {
        files("error/postgresql.log", 1);
        wire.failing("DownloadDBLogFilePortion", 404, "DBLogFileNotFoundFault", "gone");

        assertThat(refusals()).isEqualTo(new Refusals(List.of(), true));
    }

    @Test
    void aLogThatMayNotBeReadIsAFault() {
        wire.failing("DescribeDBLogFiles", 403, "AccessDenied", "no");

        assertThatThrownBy(this::refusals).isInstanceOf(Denied.class);
    }

    private Refusals refusals() {
        return new RdsServerLogs(wire.clients()).refusals("mosaic-prod-db", "mosaic", SINCE);
    }

    private List<String> asked(String field) {
        return wire.requests("DownloadDBLogFilePortion").stream()
                .map(one -> Optional.ofNullable(one.form().get(field)).orElse(""))
                .toList();
    }

    private void files(Object... namesAndTimes) {
        var files = new StringBuilder();
        for (int i = 0; i < namesAndTimes.length; i += 2) {
            files.append(
                    """
                    <DescribeDBLogFilesDetails><LogFileName>%s</LogFileName>
                    <LastWritten>%s</LastWritten><Size>10</Size></DescribeDBLogFilesDetails>
                    """
                            .formatted(namesAndTimes[i], namesAndTimes[i + 1]));
        }
        wire.xml(
                "DescribeDBLogFiles",
                """
                <DescribeDBLogFilesResponse><DescribeDBLogFilesResult><DescribeDBLogFiles>%s
                </DescribeDBLogFiles></DescribeDBLogFilesResult></DescribeDBLogFilesResponse>
                """
                        .formatted(files));
    }

    private static String page(String text, String marker, boolean more) {
        return """
        <DownloadDBLogFilePortionResponse><DownloadDBLogFilePortionResult>\
        <LogFileData>%s</LogFileData><Marker>%s</Marker>\
        <AdditionalDataPending>%s</AdditionalDataPending>\
        </DownloadDBLogFilePortionResult></DownloadDBLogFilePortionResponse>
        """
                .formatted(text, marker, more);
    }
}
