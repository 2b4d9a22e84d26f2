package dev.daybreak.ports;

import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.validation.QueryTimes;
import dev.daybreak.validation.Sample;
import dev.daybreak.validation.SampleResult;
import dev.daybreak.validation.Sequence;
import java.util.List;
import java.util.Optional;

/// What is taken from databases that are in use, without holding anybody up. Faults: `Unavailable`,
/// `Denied`, `Unexpected`; a query that failed is a fault, never a good answer.
public interface Soundings {
    /// Every sequence of the user's, sorted by name.
    List<Sequence> sequences(Address address, Credentials daybreak);

    /// Tables that do not flow back, because they are younger than the publication; sorted.
    List<String> unpublished(Address aurora, Credentials daybreak);

    /// The first half of a sampled comparison; between the halves, RDS must apply a marker that is
    /// written after this one ended.
    ///
    /// @param seed another one samples other rows
    Sample drawSample(Address rds, Address aurora, Credentials daybreak, int seed);

    /// The second half. Rows that changed since the sample was drawn are left out; every other
    /// difference is one.
    SampleResult compareSample(Address rds, Address aurora, Credentials daybreak, Sample sample);

    /// What the application's queries took; empty where the extension `pg_stat_statements` is not
    /// installed in this database.
    Optional<QueryTimes> queryTimes(Address aurora, Credentials daybreak);
}
