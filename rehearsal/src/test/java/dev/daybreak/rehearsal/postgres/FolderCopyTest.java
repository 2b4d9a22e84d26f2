package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.NO_SPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCopyTest {
    @TempDir private Path temp;
    private Path from;

    @BeforeEach
    void fill() throws IOException {
        from = Files.createDirectories(temp.resolve("from"));
        Files.createDirectories(from.resolve("base/1"));
        Files.createDirectories(from.resolve("wal/old"));
        Files.writeString(from.resolve("base/1/rows"), "rows");
        Files.writeString(from.resolve("wal/old/record"), "record");
    }

    @Test
    void copiesWhatIsWantedAndLeavesTheOtherFoldersEmpty() throws IOException {
        var heard = new AtomicLong();
        var bytes =
                FolderCopy.copy(
                        from,
                        temp.resolve("to"),
                        file -> !file.startsWith("wal"),
                        (done, total) -> heard.set(done * 100 / total));
        assertThat(Files.readString(temp.resolve("to/base/1/rows"))).isEqualTo("rows");
        assertThat(temp.resolve("to/wal")).isEmptyDirectory();
        assertThat(bytes).isEqualTo(4);
        assertThat(heard).hasValue(100);
    }

    @Test
    void refusesBeforeTheDiskIsFull() throws IOException {
        try (var huge = new RandomAccessFile(from.resolve("huge").toFile(), "rw")) {
            huge.setLength(8L << 40);
        }
        assertThatExceptionOfType(ServerTrouble.class)
                .isThrownBy(
                        () ->
                                FolderCopy.copy(
                                        from, temp.resolve("to"), _ -> true, Progress.UNHEARD))
                .withMessageContaining("smaller --size")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(NO_SPACE));
    }
}
