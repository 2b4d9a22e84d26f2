package dev.daybreak.rehearsal.simulation.database;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.ports.Soundings;
import dev.daybreak.validation.QueryTimes;
import dev.daybreak.validation.Sample;
import dev.daybreak.validation.SampleResult;
import dev.daybreak.validation.Sequence;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes what a validation wants to know. The modelled stream has no lag once a marker arrived, so
/// that every row of RDS must be Aurora's, and every row that Aurora had at the horizon RDS's.
public record ModelSoundings(Servers servers) implements Soundings {
    @Override
    public List<Sequence> sequences(Address address, Credentials daybreak) {
        var at = BigInteger.valueOf(servers.enter(address, daybreak).contents.sequence);
        return List.of(
                new Sequence(
                        "public.live_write_id_seq",
                        Optional.of(at),
                        BigInteger.ONE,
                        BigInteger.ONE,
                        BigInteger.valueOf(Long.MAX_VALUE),
                        false));
    }

    @Override
    public List<String> unpublished(Address aurora, Credentials daybreak) {
        return servers.enter(aurora, daybreak).contents.published
                ? List.of()
                : List.of(ModelDatabases.TABLE);
    }

    @Override
    public Sample drawSample(Address rds, Address aurora, Credentials daybreak, int seed) {
        servers.enter(rds, daybreak);
        var horizon = Long.toString(servers.enter(aurora, daybreak).contents.sequence);
        return new Sample(horizon, seed, List.of());
    }

    @Override
    public SampleResult compareSample(
            Address rds, Address aurora, Credentials daybreak, Sample sample) {
        var old = servers.enter(rds, daybreak).contents.rows;
        var now = servers.enter(aurora, daybreak).contents.rows;
        var horizon = Long.parseLong(sample.horizon());
        var differs = !now.equals(old) && differs(old, now, horizon);
        var differences =
                differs
                        ? List.of("%s: rows differ".formatted(ModelDatabases.TABLE))
                        : List.<String>of();
        return new SampleResult(1, now.size(), 0, differences, List.of());
    }

    private static boolean differs(Map<Long, Long> old, Map<Long, Long> now, long horizon) {
        return now.entrySet().stream()
                        .filter(row -> row.getKey() <= horizon)
                        .anyMatch(row -> !row.getValue().equals(old.get(row.getKey())))
                || !now.entrySet().containsAll(old.entrySet());
    }

    @Override
    public Optional<QueryTimes> queryTimes(Address aurora, Credentials daybreak) {
        servers.enter(aurora, daybreak);
        return Optional.empty();
    }
}
