package dev.daybreak.stack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/// What an Aurora cluster of one writer costs a month, as far as it can be told before: instance
/// and storage. I/O is billed by use in Aurora Standard and only named here.
///
/// Prices are AWS's public on-demand prices for Aurora PostgreSQL (Standard) in us-east-1 as of
/// November 2026, in US dollars (<https://aws.amazon.com/rds/aurora/pricing/>); other regions cost
/// up to half as much again.
public final class MonthlyCost {
    private static final BigDecimal HOURS = BigDecimal.valueOf(730);
    private static final BigDecimal GIBIBYTE_MONTH = new BigDecimal("0.10");
    private static final BigDecimal REQUEST = new BigDecimal("0.0000002");
    private static final BigDecimal FIVE_MINUTES_AN_HOUR = BigDecimal.valueOf(12);
    private static final String PRICED_REGION = "us-east-1";

    private static final Map<String, String> BURSTABLE_HOUR =
            Map.of(
                    "db.t3.medium", "0.082",
                    "db.t3.large", "0.164",
                    "db.t4g.medium", "0.073",
                    "db.t4g.large", "0.146");

    /// Of the family's `large`; each size doubles the one before.
    private static final Map<String, String> LARGE_HOUR =
            Map.of(
                    "db.r5", "0.29",
                    "db.r6g", "0.26",
                    "db.r6i", "0.29",
                    "db.r7g", "0.276");

    private static final Map<String, Integer> LARGES =
            Map.of(
                    "large", 1,
                    "xlarge", 2,
                    "2xlarge", 4,
                    "4xlarge", 8,
                    "8xlarge", 16,
                    "12xlarge", 24,
                    "16xlarge", 32,
                    "24xlarge", 48);

    private MonthlyCost() {}

    /// Instance and storage in US dollars; empty where the class's price is not known here.
    public static Optional<BigDecimal> withoutIo(String instanceClass, long gibibytes) {
        var storage = GIBIBYTE_MONTH.multiply(BigDecimal.valueOf(gibibytes));
        return hour(instanceClass).map(hour -> hour.multiply(HOURS).add(storage));
    }

    /// What I/O costs in US dollars.
    ///
    /// @param inFiveMinutes how many requests, on average: CloudWatch's `VolumeReadIOPs` and
    ///   `VolumeWriteIOPs` count what is billed in 5 minutes
    ///   (<https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html>)
    public static BigDecimal ofIo(double inFiveMinutes) {
        return BigDecimal.valueOf(inFiveMinutes)
                .multiply(FIVE_MINUTES_AN_HOUR)
                .multiply(HOURS)
                .multiply(REQUEST);
    }

    /// @param gibibytes of the source's storage: Aurora bills what is used, which is less
    public static String of(String instanceClass, long gibibytes, String region) {
        var storage = GIBIBYTE_MONTH.multiply(BigDecimal.valueOf(gibibytes));
        var home = region.equals(PRICED_REGION) ? "" : "; prices of us-east-1, not of " + region;
        return hour(instanceClass)
                .map(hour -> hour.multiply(HOURS))
                .map(
                        instance ->
                                "about %s USD: %s %s USD, up to %d GiB of storage %s USD; I/O comes on top%s"
                                        .formatted(
                                                whole(instance.add(storage)),
                                                instanceClass,
                                                whole(instance),
                                                gibibytes,
                                                whole(storage),
                                                home))
                .orElseGet(
                        () ->
                                "no price of %s is known here; up to %d GiB of storage %s USD; I/O comes on top%s"
                                        .formatted(instanceClass, gibibytes, whole(storage), home));
    }

    private static Optional<BigDecimal> hour(String instanceClass) {
        if (BURSTABLE_HOUR.containsKey(instanceClass)) {
            return Optional.of(new BigDecimal(BURSTABLE_HOUR.get(instanceClass)));
        }
        int dot = instanceClass.lastIndexOf('.');
        var large = Optional.ofNullable(LARGE_HOUR.get(instanceClass.substring(0, dot)));
        var times = Optional.ofNullable(LARGES.get(instanceClass.substring(dot + 1)));
        return large.flatMap(
                price ->
                        times.map(
                                count ->
                                        new BigDecimal(price).multiply(BigDecimal.valueOf(count))));
    }

    private static String whole(BigDecimal dollars) {
        return dollars.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
