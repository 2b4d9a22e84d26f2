package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;
import static dev.daybreak.infra.step.Reach.DATABASES;
import static dev.daybreak.infra.step.Reach.KUBERNETES;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Set;

/// What the functions may do that the way back needs, and not the way there.
final class RollbackSteps {
    private final Permissions may;
    private final LoginPermissions logins;

    RollbackSteps(Migration migration) {
        this.may = new Permissions(new Arns(migration));
        this.logins = may.logins();
    }

    List<Step> table() {
        var life = may.instances();
        var await = all(may.instance(), life.trial());
        return List.of(
                Step.of("MarkWanted", "power", Set.of(), may.notes().change()),
                Step.of("StartInstance", "power", Set.of(), all(may.instance(), life.start())),
                Step.of("AwaitInstance", "power", Set.of(), await),
                Step.of("BeginRollback", "rollback", Set.of(), may.notes().claim()),
                Step.of("LookBack", "rollback", Set.of(DATABASES, KUBERNETES), lookBack()),
                Step.of("WriteMarker", "reverse", Set.of(DATABASES), logins.looking()),
                Step.of("AwaitMarker", "reverse", Set.of(DATABASES), logins.looking()),
                Step.of("CarrySequences", "reverse", Set.of(DATABASES), logins.looking()),
                Step.of("CarryPassword", "password", Set.of(DATABASES), carryPassword()),
                Step.of("DropSlot", "reverse", Set.of(DATABASES), logins.looking()));
    }

    private List<Permission> lookBack() {
        return all(logins.looking(), may.notes().read(), may.kubernetes());
    }

    private List<Permission> carryPassword() {
        return all(logins.places(), logins.owner());
    }
}
