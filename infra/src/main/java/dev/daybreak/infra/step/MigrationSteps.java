package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;
import static dev.daybreak.infra.step.Reach.DATABASES;
import static dev.daybreak.infra.step.Reach.KUBERNETES;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a migration's functions may do, in the order in which it first needs them.
final class MigrationSteps {
    private final Arns arns;
    private final Permissions may;
    private final LoginPermissions logins;

    MigrationSteps(Migration migration) {
        this.arns = new Arns(migration);
        this.may = new Permissions(arns);
        this.logins = may.logins();
    }

    List<Step> table(Deployed deployed) {
        return Stream.of(
                        prepare(deployed),
                        application(),
                        databases(),
                        secret(),
                        wayBack(),
                        tell(deployed))
                .flatMap(List::stream)
                .toList();
    }

    private List<Step> prepare(Deployed deployed) {
        return List.of(
                Step.of("BeginMigration", "begin", Set.of(), may.notes().claim()),
                Step.of(
                        Steps.PREFLIGHT,
                        "preflight",
                        Set.of(DATABASES, KUBERNETES),
                        preflight(deployed)),
                Step.of("KeepPassword", "role", Set.of(), keepPassword()),
                Step.of("MakeRole", "role", Set.of(DATABASES), logins.fencing()),
                Step.of("MarkSource", "latewrites", Set.of(DATABASES), logins.looking()),
                Step.of(
                        "TakeSnapshot",
                        "snapshot",
                        Set.of(),
                        all(may.instance(), may.snapshot(), may.takeSnapshot())),
                Step.of(
                        "AwaitSnapshot",
                        "snapshot",
                        Set.of(),
                        all(may.snapshot(), may.instances().lastSnapshot())),
                Step.of("CreateAurora", "aurora", Set.of(), createAurora(deployed)),
                Step.of("AwaitAurora", "aurora", Set.of(), all(may.stack(), may.cluster())),
                Step.of("ProveFit", "fitness", Set.of(DATABASES), logins.looking()),
                Step.of("ForecastDowntime", "forecast", Set.of(KUBERNETES), may.kubernetes()),
                Step.of("RemoveAurora", "aurora", Set.of(), removeAurora()));
    }

    private List<Step> application() {
        var kubernetes = may.kubernetes();
        return List.of(
                Step.of("Remember", "wayback", Set.of(DATABASES, KUBERNETES), remember()),
                Step.of("PauseScalers", "scalers", Set.of(KUBERNETES), kubernetes),
                Step.of("RestoreScalers", "scalers", Set.of(KUBERNETES), kubernetes),
                Step.of("Quiesce", "pods", Set.of(KUBERNETES), kubernetes),
                Step.of("AwaitNoPods", "pods", Set.of(KUBERNETES), kubernetes),
                Step.of("Resume", "pods", Set.of(KUBERNETES), kubernetes),
                Step.of("AwaitReady", "pods", Set.of(KUBERNETES), kubernetes));
    }

    private List<Step> databases() {
        var fencing = logins.fencing();
        return List.of(
                Step.of("Fence", "fence", Set.of(DATABASES), fencing),
                Step.of("FindLateWrites", "latewrites", Set.of(DATABASES), logins.looking()),
                Step.of("ProveEqual", "equality", Set.of(DATABASES), logins.looking()),
                Step.of("AdmitReaders", "fence", Set.of(DATABASES), fencing),
                Step.of("LiftFence", "fence", Set.of(DATABASES), fencing),
                Step.of(
                        "Verify",
                        "verify",
                        Set.of(DATABASES, KUBERNETES),
                        all(logins.looking(), may.kubernetes())));
    }

    private List<Step> secret() {
        var refresh = all(logins.places(), may.kubernetes());
        return List.of(
                Step.of("SwapHost", "host", Set.of(), all(logins.places(), changeSecret())),
                Step.of("RestoreHost", "host", Set.of(), changeSecret()),
                Step.of("RefreshSecret", "refresh", Set.of(KUBERNETES), may.kubernetes()),
                Step.of("AwaitSecret", "refresh", Set.of(KUBERNETES), refresh));
    }

    private List<Step> wayBack() {
        return List.of(
                Step.of("PublishTables", "reverse", Set.of(DATABASES), logins.fencing()),
                Step.of("NoteWayBack", "wayback", Set.of(), may.notes().write()),
                Step.of("PrepareStream", "reverse", Set.of(DATABASES), logins.looking()),
                Step.of("OpenStream", "reverse", Set.of(DATABASES), logins.looking()),
                Step.of("EndSubscription", "reverse", Set.of(DATABASES), logins.looking()));
    }

    private List<Step> tell(Deployed deployed) {
        var publish = may.publish(deployed);
        return List.of(
                Step.of("RequestApproval", "approval", Set.of(), publish),
                Step.of("Announce", "announce", Set.of(), publish),
                Step.of("AskForRepair", "repair", Set.of(), publish));
    }

    private List<Permission> preflight(Deployed deployed) {
        return all(
                logins.places(),
                may.versions(),
                may.metrics(),
                may.snapshot(),
                may.stack(),
                may.secrets().describe(arns.applicationSecret()),
                may.secrets().describe(arns.ownerSecret()),
                may.secrets().describe(arns.ownSecret()),
                logins.ownerAndOwn(),
                may.kubernetes(),
                may.simulate(deployed.judged(), deployed.builder()));
    }

    private List<Permission> keepPassword() {
        return all(
                may.secrets().describe(arns.ownSecret()), may.secrets().create(arns.ownSecret()));
    }

    private List<Permission> createAurora(Deployed deployed) {
        return all(
                may.instance(),
                may.versions(),
                may.stack(),
                may.createStack(deployed.template(), deployed.builder()));
    }

    private List<Permission> removeAurora() {
        return all(may.cluster(), may.stack(), logins.application(), may.removeCluster());
    }

    private List<Permission> remember() {
        return all(
                logins.places(),
                logins.ownerAndOwn(),
                may.secrets().label(arns.applicationSecret()),
                may.kubernetes());
    }

    private List<Permission> changeSecret() {
        var secret = arns.applicationSecret();
        return all(
                may.secrets().read(secret), may.secrets().add(secret), may.secrets().label(secret));
    }
}
