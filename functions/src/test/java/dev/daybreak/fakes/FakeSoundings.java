package dev.daybreak.fakes;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.fault.Fault;
import dev.daybreak.ports.Soundings;
import dev.daybreak.validation.QueryTimes;
import dev.daybreak.validation.Sample;
import dev.daybreak.validation.SampleResult;
import dev.daybreak.validation.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Databases that are sound, unless a test says otherwise.
public final class FakeSoundings implements Soundings {
    private final Map<Address, List<Sequence>> sequences = new HashMap<>();
    private List<String> unpublished = List.of();
    private SampleResult result = new SampleResult(2, 100, 3, List.of(), List.of());
    private Optional<QueryTimes> queryTimes = Optional.empty();
    private Optional<Fault> fault = Optional.empty();

    public void sequences(Address address, Sequence... there) {
        sequences.put(address, List.of(there));
    }

    public void leaveUnpublished(String... tables) {
        unpublished = List.of(tables);
    }

    public void find(SampleResult found) {
        result = found;
    }

    public void take(QueryTimes times) {
        queryTimes = Optional.of(times);
    }

    /// From now on every sounding ends so.
    public void fail(Fault how) {
        fault = Optional.of(how);
    }

    @Override
    public List<Sequence> sequences(Address address, Credentials daybreak) {
        return answer(sequences.getOrDefault(address, List.of()));
    }

    @Override
    public List<String> unpublished(Address aurora, Credentials daybreak) {
        return answer(unpublished);
    }

    @Override
    public Sample drawSample(Address rds, Address aurora, Credentials daybreak, int seed) {
        return answer(new Sample("1000", seed, List.of()));
    }

    @Override
    public SampleResult compareSample(
            Address rds, Address aurora, Credentials daybreak, Sample sample) {
        return answer(result);
    }

    @Override
    public Optional<QueryTimes> queryTimes(Address aurora, Credentials daybreak) {
        return answer(queryTimes);
    }

    private <T> T answer(T good) {
        if (fault.isPresent()) {
            throw fault.get();
        }
        return good;
    }
}
