package dev.daybreak.settings;

import dev.daybreak.migration.Decommission;
import dev.daybreak.migration.KeepStopped;
import dev.daybreak.migration.Validation;
import java.time.LocalTime;

/// Reads what the settings say of the days after the cutover.
final class AfterwardsJson {
    private AfterwardsJson() {}

    static Validation validation(Section in) {
        var validation =
                new Validation(
                        LocalTime.parse(in.text("time", Form.TIME, "07:00")),
                        in.text("zone", Form.ZONE, "UTC"),
                        in.text("errorPattern", Form.PATTERN, "\\b(ERROR|FATAL|CRITICAL)\\b"),
                        in.number("errorsTolerated", 0, 1_000_000, 0),
                        in.number("latencyFactor", 2, 100, 3));
        in.end();
        return validation;
    }

    static KeepStopped keepStopped(Section in) {
        var keepStopped =
                new KeepStopped(
                        LocalTime.parse(in.text("time", Form.TIME, "03:00")),
                        in.number("afterDays", 1, 6, 6),
                        in.flag("compare", false));
        in.end();
        return keepStopped;
    }

    static Decommission decommission(Section in, String instance) {
        var decommission =
                new Decommission(
                        in.number("greenDays", 1, 90, 7),
                        in.number("stoppedDays", 0, 90, 7),
                        in.choice("remove", Decommission.Remove.INSTANCE),
                        in.textIfAny("oldStack", Form.STACK),
                        in.textIfAny("applicationRole", Form.ROLE),
                        in.flag("keepAutomatedBackups", true),
                        in.text("finalSnapshot", Form.SNAPSHOT, instance + "-final-snapshot"));
        in.end();
        return decommission;
    }
}
