package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.cloud.Delays;
import dev.daybreak.rehearsal.cloud.template.Template;
import dev.daybreak.rehearsal.postgres.Folders;
import dev.daybreak.rehearsal.report.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A rehearsal's folder and world; closing it leaves transcript and reports, and nothing else.
/// Ctrl-C closes it too.
final class Stage implements AutoCloseable {
    /// What a rehearsal needs on disk, as a multiple of the database: source, prepared copy, two
    /// snapshots and what is restored from them.
    private static final long COPIES = 6;

    private static final long ROOM_BESIDE = 1L << 30;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final World world;
    private final boolean keep;
    private final Thread hook = new Thread(() -> end(false), "end-rehearsal");
    private boolean ended;

    private Stage(Path folder, World world, boolean keep) {
        this.folder = folder;
        this.world = world;
        this.keep = keep;
    }

    static Stage set(
            Options options,
            Migration migration,
            Template template,
            Delays delays,
            Reporter reporter) {
        demandRoom(options);
        var folder =
                options.home()
                        .resolve("rehearsals")
                        .resolve(NAME.format(InstantSource.system().instant()))
                        .toAbsolutePath();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made", e);
        }
        reporter.preparing("the database of %s".formatted(options.size()));
        var foundation = foundation(options, folder, reporter);
        reporter.preparing("the application, two pods and a stray client");
        var world = World.on(migration, template, foundation, delays);
        var stage = new Stage(folder, world, options.keep());
        Runtime.getRuntime().addShutdownHook(stage.hook);
        stage.begin();
        return stage;
    }

    /// What cannot be finished, for want of room or because somebody presses Ctrl-C, leaves
    /// nothing.
    private static Foundation foundation(Options options, Path folder, Reporter reporter) {
        try {
            return Foundation.lay(options.home(), folder, options.size(), reporter::progress);
        } catch (RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    World world() {
        return world;
    }

    /// The execution's name.
    String name() {
        return "rehearsal-" + folder.getFileName();
    }

    private void begin() {
        try {
            world.begin();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void demandRoom(Options options) {
        try {
            Files.createDirectories(options.home());
            var free = Files.getFileStore(options.home()).getUsableSpace();
            var needed = options.size().bytes() * COPIES + ROOM_BESIDE;
            if (free < needed) {
                throw new IllegalStateException(
                        "%s has %d MB free; a rehearsal of %s needs %d MB. Make room, or choose a smaller --size. Nothing was started."
                                .formatted(
                                        options.home().toAbsolutePath(),
                                        free >> 20,
                                        options.size(),
                                        needed >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(options.home() + " cannot be used", e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // Ctrl-C: the hook is at work
        }
        end(keep);
    }

    private synchronized void end(boolean kept) {
        if (ended) {
            return;
        }
        ended = true;
        if (kept) {
            Kept.write(folder, world.foundation(), world.keep());
        }
        try {
            world.close();
        } finally {
            if (!kept) {
                Folders.delete(folder.resolve("servers"));
                Folders.delete(folder.resolve("rds"));
            }
        }
    }
}
