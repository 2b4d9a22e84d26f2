package dev.daybreak.rehearsal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private final AtomicInteger made = new AtomicInteger();
    @TempDir private Path root;

    @Test
    void makesOnlyOnce() throws IOException {
        var cache = new Cache(root);
        cache.get("data", this::make);
        assertThat(cache.get("data", this::make)).isEqualTo(root.resolve("data"));
        assertThat(made).hasValue(1);
        assertThat(Files.readString(root.resolve("data/rows"))).isEqualTo("made 1");
    }

    @Test
    void neverUsesWhatWasNotFinished() {
        var cache = new Cache(root);
        assertThatIllegalStateException().isThrownBy(() -> cache.get("data", this::makeHalf));
        assertThat(root).isEmptyDirectory();
        cache.get("data", this::make);
        assertThat(made).hasValue(2);
    }

    @Test
    void makesAgainWhatWasDamaged() throws IOException {
        var cache = new Cache(root);
        cache.get("data", this::make);
        Files.writeString(root.resolve("data/rows"), "cut");
        cache.get("data", this::make);
        assertThat(Files.readString(root.resolve("data/rows"))).isEqualTo("made 2");
    }

    @Test
    void makesAgainWhatLacksItsList() throws IOException {
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("data/rows"), "copied by hand");
        new Cache(root).get("data", this::make);
        assertThat(made).hasValue(1);
    }

    @Test
    void cleansUpAfterAMakerThatWasKilled() throws IOException {
        Files.createDirectories(root.resolve("making-999999999-1/data"));
        new Cache(root).get("data", this::make);
        assertThat(root.resolve("making-999999999-1")).doesNotExist();
    }

    private void make(Path folder) {
        try {
            Files.writeString(folder.resolve("rows"), "made " + made.incrementAndGet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeHalf(Path folder) {
        make(folder);
        throw new IllegalStateException("the power went");
    }
}
