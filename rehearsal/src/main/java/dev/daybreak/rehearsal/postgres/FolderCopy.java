package dev.daybreak.rehearsal.postgres;

import static dev.daybreak.rehearsal.postgres.ServerTrouble.Reason.NO_SPACE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Copies a folder inside the kernel, two files at a time, while somebody may be writing there: a
/// file that vanishes in between is fine. Where the file system can share blocks, it does.
final class FolderCopy {
    private static final int THREADS = 2;
    private static final long CHUNK_BYTES = 16L << 20;

    private record Item(Path relative, long bytes) {}

    private final Path from;
    private final Path to;
    private final Progress progress;
    private final List<Path> folders = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();
    private long total;

    private FolderCopy(Path from, Path to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /// Copies the files that are wanted, by their path relative to `from`, and every folder;
    /// answers the number of bytes.
    static long copy(Path from, Path to, Predicate<Path> wanted, Progress progress) {
        var copy = new FolderCopy(from, to, progress);
        try {
            copy.list(wanted);
            Folders.refuseWithoutSpace(Folders.createPrivate(to), copy.total);
            for (var folder : copy.folders) {
                Folders.createPrivate(to.resolve(folder));
            }
            copy.run();
            return copy.done.get();
        } catch (IOException e) {
            throw trouble(from, to, e);
        }
    }

    static void copyFile(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw trouble(from, to, e);
        }
    }

    private void list(Predicate<Path> wanted) throws IOException {
        Files.walkFileTree(from, new Listing(wanted));
        items.sort(Comparator.comparingLong(Item::bytes).reversed());
        total = items.stream().mapToLong(Item::bytes).sum();
    }

    private void run() throws IOException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Boolean> work = this::copyTheNextOnes;
            for (var ended : threads.invokeAll(List.of(work, work))) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean copyTheNextOnes() throws IOException {
        for (var i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            copyItem(items.get(i));
        }
        return true;
    }

    private void copyItem(Item item) throws IOException {
        try (var in = FileChannel.open(from.resolve(item.relative))) {
            copyAll(in, item);
        } catch (NoSuchFileException _) {
            return; // dropped while we copied: recovery knows it from the log of writes
        }
    }

    private void copyAll(FileChannel in, Item item) throws IOException {
        try (var out =
                FileChannel.open(
                        to.resolve(item.relative),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            var size = in.size();
            var at = 0L;
            while (at < size) {
                var moved = in.transferTo(at, Math.min(CHUNK_BYTES, size - at), out);
                if (moved <= 0) {
                    break; // truncated while we copied
                }
                at += moved;
                progress.copied(done.addAndGet(moved), total);
            }
        }
    }

    private static RuntimeException trouble(Path from, Path to, IOException e) {
        var what = "%s could not be copied to %s".formatted(from, to);
        if (String.valueOf(e.getMessage()).contains("No space left")) {
            return new ServerTrouble(
                    NO_SPACE,
                    what + ": the disk is full. Free some, or choose a smaller --size",
                    e);
        }
        return new UncheckedIOException(what + ": " + e.getMessage(), e);
    }

    private final class Listing extends SimpleFileVisitor<Path> {
        private final Predicate<Path> wanted;

        private Listing(Predicate<Path> wanted) {
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var relative = from.relativize(folder);
            if (relative.getNameCount() > 1 && !wanted.test(relative)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(relative);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var relative = from.relativize(file);
            if (attributes.isRegularFile() && wanted.test(relative)) {
                items.add(new Item(relative, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
