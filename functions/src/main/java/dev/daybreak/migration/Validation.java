package dev.daybreak.migration;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// What is looked at every day after the cutover, and what is still good.
///
/// @param time when, in `zone`
/// @param zone an IANA time zone such as `Europe/Berlin`
/// @param errorPattern what an error looks like in the application's logs; a regular expression
/// @param errorsTolerated how many such lines a day may have
/// @param latencyFactor how many times slower than on the days before the queries may be
public record Validation(
        LocalTime time, String zone, String errorPattern, int errorsTolerated, int latencyFactor) {
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public Pattern errors() {
        return Pattern.compile(errorPattern);
    }
}
