package dev.daybreak.rehearsal.simulation.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes wrong in a run, by the number of the call.
public record FaultPlan(List<Planned> faults) {
    public static final FaultPlan NONE = new FaultPlan(List.of());

    /// Every kind that there is.
    public static final List<Fault> KINDS =
            Stream.concat(Arrays.stream(CallFault.values()), Arrays.stream(Mishap.values()))
                    .map(Fault.class::cast)
                    .toList();

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /// @param call its number in the run
    public record Planned(int call, Fault fault) {
        @Override
        public String toString() {
            return "%d:%s".formatted(call, fault.name());
        }
    }

    public static FaultPlan of(int call, Fault fault) {
        return new FaultPlan(List.of(new Planned(call, fault)));
    }

    /// Up to `most` faults somewhere in the first `calls` calls.
    public static FaultPlan drawn(SplittableRandom chance, int calls, int most) {
        var faults = new ArrayList<Planned>();
        for (int count = chance.nextInt(1, most + 1); count > 0; count--) {
            faults.add(
                    new Planned(
                            chance.nextInt(1, calls + 1), KINDS.get(chance.nextInt(KINDS.size()))));
        }
        return new FaultPlan(faults);
    }

    /// Reads `12:THROTTLED,90:TWICE`.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static FaultPlan read(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        return new FaultPlan(Arrays.stream(text.split(",", -1)).map(FaultPlan::one).toList());
    }

    private static Planned one(String text) {
        var parts = text.trim().split(":", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "'%s' is no fault: write CALL:KIND, for example 12:THROTTLED".formatted(text));
        }
        Optional<Fault> kind =
                KINDS.stream().filter(one -> one.name().equals(parts[1])).findFirst();
        return new Planned(
                Integer.parseInt(parts[0]),
                kind.orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no fault %s; there are %s"
                                                .formatted(parts[1], names()))));
    }

    private static String names() {
        return KINDS.stream().map(Fault::name).collect(Collectors.joining(", "));
    }

    List<Fault> at(int call) {
        var there = new ArrayList<Fault>(0);
        for (var one : faults) {
            if (one.call() == call) {
                there.add(one.fault());
            }
        }
        return there;
    }

    boolean has(Fault fault) {
        return faults.stream().anyMatch(one -> one.fault() == fault);
    }

    /// What is in this one or in the other.
    public FaultPlan and(FaultPlan other) {
        return new FaultPlan(Stream.concat(faults.stream(), other.faults.stream()).toList());
    }

    /// The same without one of them.
    public FaultPlan without(int index) {
        var fewer = new ArrayList<>(faults);
        fewer.remove(index);
        return new FaultPlan(fewer);
    }

    @Override
    public String toString() {
        return faults.stream().map(Planned::toString).collect(Collectors.joining(","));
    }
}
