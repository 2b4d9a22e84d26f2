package dev.daybreak.postgres;

import dev.daybreak.proof.Reach;
import dev.daybreak.proof.Tally;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// Reads tables on both sides at once, piece by piece, until a moment. The first failure cuts off
/// all the rest.
final class Tallies {
    private final InstantSource clock;
    private final Instant until;
    private final Half rds;
    private final Half aurora;

    private record Half(ComparedSide side, Pieces pieces, ConcurrentHashMap<String, Tally> found) {
        static Half of(
                ComparedSide side, List<ComparedTable> tables, List<String> hashes, Reach from) {
            return new Half(
                    side,
                    new Pieces(tables, hashes, from),
                    new ConcurrentHashMap<>(from.tallies()));
        }

        Reach reach() {
            return pieces.reach(found);
        }
    }

    /// @param until no piece is begun after it, but for one a reader
    Tallies(
            Sides sides,
            List<TablePair> pairs,
            Both<Reach> from,
            InstantSource clock,
            Instant until) {
        this.clock = clock;
        this.until = until;
        var hashes = pairs.stream().map(TablePair::hash).toList();
        this.rds =
                Half.of(
                        sides.rds(),
                        pairs.stream().map(TablePair::rds).toList(),
                        hashes,
                        from.rds());
        this.aurora =
                Half.of(
                        sides.aurora(),
                        pairs.stream().map(TablePair::aurora).toList(),
                        hashes,
                        from.aurora());
    }

    /// How far it came.
    Both<Reach> read() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = new ExecutorCompletionService<Boolean>(threads);
            start(workers, rds);
            start(workers, aurora);
            await(workers, rds.side().readers().size() + aurora.side().readers().size());
        }
        return new Both<>(rds.reach(), aurora.reach());
    }

    private void start(ExecutorCompletionService<Boolean> workers, Half half) {
        for (var reader : half.side().readers()) {
            workers.submit(
                    () -> {
                        work(reader, half.pieces(), half.found());
                        return true;
                    });
        }
    }

    private void work(Link reader, Pieces pieces, Map<String, Tally> found) {
        var piece = pieces.next();
        while (piece.isPresent()) {
            found.merge(piece.get().table().name(), piece.get().tally(reader, clock), Tally::plus);
            piece = clock.instant().isBefore(until) ? pieces.next() : Optional.empty();
        }
    }

    private void await(ExecutorCompletionService<Boolean> workers, int running) {
        try {
            for (int i = 0; i < running; i++) {
                workers.take().get();
            }
        } catch (ExecutionException e) {
            cancel();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing", e);
        }
    }

    private void cancel() {
        rds.side().cancel();
        aurora.side().cancel();
    }
}
