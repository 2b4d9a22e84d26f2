package dev.daybreak.postgres;

import dev.daybreak.proof.Method;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads every table that both sides have, on both at once, the largest first. The first failure
/// cuts off all the rest.
final class Tallies {
    private final ComparedSide rds;
    private final ComparedSide aurora;
    private final Method method;
    private final InstantSource clock;

    Tallies(ComparedSide rds, ComparedSide aurora, Method method, InstantSource clock) {
        this.rds = rds;
        this.aurora = aurora;
        this.method = method;
        this.clock = clock;
    }

    /// A table that one side lacks is the schema's business.
    List<TablePair> pairs() {
        var both = Both.ask(rds::tables, aurora::tables);
        var ours = both.rds();
        var theirs = both.aurora();
        ours.keySet().retainAll(theirs.keySet());
        theirs.keySet().retainAll(ours.keySet());
        var hashes = hashes(ours, theirs);
        var onRds = new ConcurrentHashMap<String, Tally>();
        var onAurora = new ConcurrentHashMap<String, Tally>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var workers = new ExecutorCompletionService<Boolean>(threads);
            start(workers, rds, pieces(ours.values(), hashes, rds), onRds);
            start(workers, aurora, pieces(theirs.values(), hashes, aurora), onAurora);
            await(workers, rds.links().size() + aurora.links().size());
        }
        return ours.values().stream()
                .map(
                        table ->
                                new TablePair(
                                        table,
                                        of(theirs, table),
                                        of(hashes, table),
                                        of(onRds, table),
                                        of(onAurora, table)))
                .toList();
    }

    private static <T> T of(Map<String, T> found, ComparedTable table) {
        return Optional.ofNullable(found.get(table.name())).orElseThrow();
    }

    private Map<String, String> hashes(
            Map<String, ComparedTable> ours, Map<String, ComparedTable> theirs) {
        return ours.values().stream()
                .collect(
                        Collectors.toMap(
                                ComparedTable::name,
                                table -> table.hash(of(theirs, table), method)));
    }

    private static Queue<Piece> pieces(
            Collection<ComparedTable> tables, Map<String, String> hashes, ComparedSide side) {
        var largestFirst = new ArrayList<>(tables);
        largestFirst.sort(Comparator.comparingLong(ComparedTable::bytes).reversed());
        var isShared = side.links().size() > 1;
        return new ConcurrentLinkedQueue<>(
                largestFirst.stream()
                        .flatMap(table -> Piece.of(table, of(hashes, table), isShared))
                        .toList());
    }

    private void start(
            ExecutorCompletionService<Boolean> workers,
            ComparedSide side,
            Queue<Piece> pieces,
            Map<String, Tally> found) {
        for (var link : side.links()) {
            workers.submit(
                    () -> {
                        work(link, pieces, found);
                        return true;
                    });
        }
    }

    private void work(Link link, Queue<Piece> pieces, Map<String, Tally> found) {
        Stream.generate(() -> Optional.ofNullable(pieces.poll()))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .forEach(
                        piece ->
                                found.merge(
                                        piece.table().name(),
                                        piece.tally(link, clock),
                                        Tally::plus));
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
        rds.cancel();
        aurora.cancel();
    }
}
