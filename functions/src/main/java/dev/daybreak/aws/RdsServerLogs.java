package dev.daybreak.aws;

import dev.daybreak.ports.ServerLogs;
import dev.daybreak.straggler.RefusalLog;
import dev.daybreak.straggler.Refusals;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DescribeDBLogFilesDetails;
import software.amazon.awssdk.services.rds.model.DescribeDbLogFilesRequest;
import software.amazon.awssdk.services.rds.model.DownloadDbLogFilePortionRequest;
import software.amazon.awssdk.services.rds.model.DownloadDbLogFilePortionResponse;

/// The old instance's PostgreSQL log, newest file first, page by page.
public final class RdsServerLogs implements ServerLogs {
    /// At up to 1 MB each, what a function reads in less than a minute.
    static final int PAGES_MAX = 60;

    /// The page before the first
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DownloadDBLogFilePortion.html>).
    private static final String START = "0";

    private final AwsClients clients;

    public RdsServerLogs(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Refusals refusals(String instance, String database, Instant since) {
        var reading = new Reading(instance, new RefusalLog(database, since));
        for (var file : files(instance, since)) {
            reading.read(file.logFileName());
        }
        return reading.log.refusals(!reading.isCut);
    }

    /// A file that was written to since may hold what happened since; `postgresql.log.…` alone:
    /// upgrade logs lie beside it, and CSV repeats the same.
    private List<DescribeDBLogFilesDetails> files(String instance, Instant since) {
        var ask =
                DescribeDbLogFilesRequest.builder()
                        .dbInstanceIdentifier(instance)
                        .filenameContains("postgresql")
                        .fileLastWritten(since.toEpochMilli())
                        .build();
        return Outcome.of(
                        "list the log files of instance " + instance,
                        () ->
                                clients
                                        .rds
                                        .get()
                                        .describeDBLogFilesPaginator(ask)
                                        .describeDBLogFiles()
                                        .stream()
                                        .filter(one -> !one.logFileName().endsWith(".csv"))
                                        .sorted(
                                                Comparator.comparing(
                                                                DescribeDBLogFilesDetails
                                                                        ::lastWritten)
                                                        .reversed())
                                        .toList())
                .orThrow();
    }

    /// Reads within its limit, and knows where that was not enough.
    private final class Reading {
        private final String instance;
        private final RefusalLog log;
        private int pages;
        private boolean isCut;
        private String rest = "";

        private Reading(String instance, RefusalLog log) {
            this.instance = instance;
            this.log = log;
        }

        private void read(String file) {
            var marker = Optional.of(START);
            while (marker.isPresent()) {
                if (pages == PAGES_MAX) {
                    isCut = true;
                    return;
                }
                pages++;
                marker = page(file, marker.get()).flatMap(this::take);
            }
            log.read(rest);
            rest = "";
            log.nextFile();
        }

        /// A file that was rotated away since it was listed is none.
        private Optional<DownloadDbLogFilePortionResponse> page(String file, String marker) {
            var ask =
                    DownloadDbLogFilePortionRequest.builder()
                            .dbInstanceIdentifier(instance)
                            .logFileName(file)
                            .marker(marker)
                            .build();
            return Outcome.of(
                            "read log file %s of instance %s".formatted(file, instance),
                            () -> clients.rds.get().downloadDBLogFilePortion(ask))
                    .ifPresent();
        }

        /// A page may end within a line.
        private Optional<String> take(DownloadDbLogFilePortionResponse page) {
            var text = rest + Optional.ofNullable(page.logFileData()).orElse("");
            var end = text.lastIndexOf('\n') + 1;
            text.substring(0, end).lines().forEach(log::read);
            rest = text.substring(end);
            return Optional.ofNullable(page.marker())
                    .filter(_ -> Boolean.TRUE.equals(page.additionalDataPending()));
        }
    }
}
