package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;
import static dev.daybreak.infra.step.Reach.DATABASES;
import static dev.daybreak.infra.step.Reach.KUBERNETES;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Set;

/// What the functions of the daily validation may do.
final class ValidationSteps {
    private final Permissions may;
    private final LoginPermissions logins;
    private final NotePermissions notes;

    ValidationSteps(Migration migration) {
        this.may = new Permissions(new Arns(migration));
        this.logins = may.logins();
        this.notes = may.notes();
    }

    List<Step> table(Deployed deployed) {
        var noting = all(logins.looking(), notes.change());
        return List.of(
                Step.of("BeginValidation", "validate", Set.of(), begin()),
                Step.of("CheckAurora", "check", Set.of(KUBERNETES), checkAurora()),
                Step.of(
                        "CheckApplication",
                        "check",
                        Set.of(DATABASES, KUBERNETES),
                        all(logins.looking(), may.kubernetes())),
                Step.of("CheckLogs", "check", Set.of(KUBERNETES), may.kubernetes()),
                Step.of("CheckOldInstance", "check", Set.of(DATABASES), checkOldInstance()),
                Step.of("CheckStream", "check", Set.of(DATABASES), noting),
                Step.of("DrawSample", "check", Set.of(DATABASES), logins.looking()),
                Step.of("CompareSample", "check", Set.of(DATABASES), logins.looking()),
                Step.of("CheckLatency", "check", Set.of(DATABASES), noting),
                Step.of("CheckCost", "check", Set.of(), all(may.instance(), may.metrics())),
                Step.of("NoteDay", "validate", Set.of(), notes.change()),
                Step.of("PutMetrics", "validate", Set.of(), may.days().putMetrics()),
                Step.of("TellDay", "validate", Set.of(), may.publish(deployed)));
    }

    private List<Permission> begin() {
        return all(notes.change(), notes.executions(), logins.application());
    }

    private List<Permission> checkAurora() {
        return all(may.cluster(), may.kubernetes(), logins.application());
    }

    private List<Permission> checkOldInstance() {
        return all(logins.looking(), notes.read(), may.metrics(), may.days().serverLogs());
    }
}
