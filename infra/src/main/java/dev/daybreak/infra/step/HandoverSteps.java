package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;
import static dev.daybreak.infra.step.Reach.DATABASES;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Set;

/// What the functions may do that take the application's secret and role out of the old stack and
/// hand them to Aurora's.
final class HandoverSteps {
    private final Arns arns;
    private final Permissions may;
    private final LoginPermissions logins;
    private final StackPermissions stacks;

    HandoverSteps(Migration migration) {
        this.arns = new Arns(migration);
        this.may = new Permissions(arns);
        this.logins = may.logins();
        this.stacks = may.stacks();
    }

    List<Step> table() {
        var secret = arns.applicationSecret();
        var label = may.secrets().label(secret);
        return List.of(
                step("PlanHandover", plan()),
                step("KeepSecret", all(logins.places(), label)),
                step("RetainResources", all(stacks.oldTemplate(), stacks.updateOld())),
                step("AwaitStack", all(stacks.old(), may.stack())),
                step("CheckRetained", stacks.oldTemplate()),
                step("DeleteOldStack", all(stacks.old(), stacks.oldTemplate(), stacks.deleteOld())),
                step("PlanImport", planImport()),
                step("CheckImport", stacks.look()),
                step("ExecuteImport", all(stacks.look(), stacks.execute())),
                Step.of("VerifySecret", "handover", Set.of(DATABASES), logins.places()),
                step("MendSecret", all(logins.application(), may.secrets().add(secret), label)),
                step("CheckAlone", all(may.stack(), may.cluster())),
                step("ForgetSecret", all(logins.application(), label)));
    }

    private List<Permission> plan() {
        return all(
                stacks.old(),
                stacks.oldTemplate(),
                stacks.oldResources(),
                may.secrets().describe(arns.applicationSecret()),
                may.notes().write());
    }

    private List<Permission> planImport() {
        return all(
                may.stack(),
                stacks.template(),
                stacks.plan(),
                may.secrets().describe(arns.applicationSecret()),
                may.notes().read());
    }

    private static Step step(String name, List<Permission> permissions) {
        return Step.of(name, "handover", Set.of(), permissions);
    }
}
