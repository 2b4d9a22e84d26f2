package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;
import static dev.daybreak.infra.step.Reach.DATABASES;
import static dev.daybreak.infra.step.Reach.KUBERNETES;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The table of all functions, in the order in which a migration first needs them. A test derives
/// the same permissions from the handlers' own code.
public final class Steps {
    /// Its policy names the roles of others, so it is stated last.
    public static final String PREFLIGHT = "Preflight";

    private final Optional<String> webhook;
    private final Arns arns;
    private final Permissions may;

    public Steps(Migration migration) {
        this.webhook = migration.alerts().slackWebhook();
        this.arns = new Arns(migration);
        this.may = new Permissions(arns);
    }

    /// Every function that the workflow calls.
    public List<Step> table(Deployed deployed) {
        return Stream.of(
                        prepare(deployed),
                        ask(deployed),
                        application(),
                        databases(),
                        secret(),
                        wayBack(),
                        tell(deployed))
                .flatMap(List::stream)
                .toList();
    }

    /// The function that the topic starts, where there is a webhook.
    ///
    /// @param letters ARN of the queue for what it could not deliver
    public Optional<Step> slack(String letters) {
        return webhook.map(arns::secret)
                .map(secret -> all(may.secrets().read(secret), may.send(letters)))
                .map(permissions -> step("NotifySlack", "slack", Set.of(), permissions));
    }

    private List<Step> prepare(Deployed deployed) {
        return List.of(
                step("BeginMigration", "begin", Set.of(), may.claim()),
                step(PREFLIGHT, "preflight", Set.of(DATABASES, KUBERNETES), preflight(deployed)),
                step("KeepPassword", "role", Set.of(), keepPassword()),
                step("MakeRole", "role", Set.of(DATABASES), all(may.places(), ownerAndOwn())),
                step("MarkSource", "latewrites", Set.of(DATABASES), looking()),
                step(
                        "TakeSnapshot",
                        "snapshot",
                        Set.of(),
                        all(may.instance(), may.snapshot(), may.takeSnapshot())),
                step("AwaitSnapshot", "snapshot", Set.of(), may.snapshot()),
                step("CreateAurora", "aurora", Set.of(), createAurora(deployed)),
                step("AwaitAurora", "aurora", Set.of(), all(may.stack(), may.cluster())),
                step("ProveFit", "fitness", Set.of(DATABASES), looking()),
                step("ForecastDowntime", "forecast", Set.of(KUBERNETES), may.kubernetes()),
                step("RemoveAurora", "aurora", Set.of(), removeAurora()));
    }

    private List<Step> ask(Deployed deployed) {
        return List.of(step("RequestApproval", "approval", Set.of(), publish(deployed)));
    }

    private List<Step> application() {
        var kubernetes = may.kubernetes();
        return List.of(
                step("Remember", "wayback", Set.of(DATABASES, KUBERNETES), remember()),
                step("PauseScalers", "scalers", Set.of(KUBERNETES), kubernetes),
                step("RestoreScalers", "scalers", Set.of(KUBERNETES), kubernetes),
                step("Quiesce", "pods", Set.of(KUBERNETES), kubernetes),
                step("AwaitNoPods", "pods", Set.of(KUBERNETES), kubernetes),
                step("Resume", "pods", Set.of(KUBERNETES), kubernetes),
                step("AwaitReady", "pods", Set.of(KUBERNETES), kubernetes));
    }

    private List<Step> databases() {
        var fencing = all(may.places(), ownerAndOwn());
        return List.of(
                step("Fence", "fence", Set.of(DATABASES), fencing),
                step("FindLateWrites", "latewrites", Set.of(DATABASES), looking()),
                step("ProveEqual", "equality", Set.of(DATABASES), looking()),
                step("AdmitReaders", "fence", Set.of(DATABASES), fencing),
                step("LiftFence", "fence", Set.of(DATABASES), fencing),
                step(
                        "Verify",
                        "verify",
                        Set.of(DATABASES, KUBERNETES),
                        all(looking(), may.kubernetes())));
    }

    private List<Step> secret() {
        var refresh = all(may.places(), may.kubernetes());
        return List.of(
                step("SwapHost", "host", Set.of(), all(may.places(), changeSecret())),
                step("RestoreHost", "host", Set.of(), changeSecret()),
                step("RefreshSecret", "refresh", Set.of(KUBERNETES), may.kubernetes()),
                step("AwaitSecret", "refresh", Set.of(KUBERNETES), refresh));
    }

    private List<Step> wayBack() {
        return List.of(
                step(
                        "PublishTables",
                        "reverse",
                        Set.of(DATABASES),
                        all(may.places(), ownerAndOwn())),
                step("NoteWayBack", "wayback", Set.of(), may.writeNotes()),
                step("PrepareStream", "reverse", Set.of(DATABASES), looking()),
                step("OpenStream", "reverse", Set.of(DATABASES), looking()),
                step("EndSubscription", "reverse", Set.of(DATABASES), looking()),
                step("DropSlot", "reverse", Set.of(DATABASES), looking()),
                step("BeginRollback", "rollback", Set.of(), may.claim()),
                step(
                        "LookBack",
                        "rollback",
                        Set.of(DATABASES, KUBERNETES),
                        all(looking(), may.readNotes(), may.kubernetes())),
                step("WriteMarker", "reverse", Set.of(DATABASES), looking()),
                step("AwaitMarker", "reverse", Set.of(DATABASES), looking()),
                step("CarrySequences", "reverse", Set.of(DATABASES), looking()),
                step(
                        "CarryPassword",
                        "password",
                        Set.of(DATABASES),
                        all(may.places(), may.applicationLogin(), may.ownerLogin())));
    }

    private List<Step> tell(Deployed deployed) {
        return List.of(
                step("Announce", "announce", Set.of(), publish(deployed)),
                step("AskForRepair", "repair", Set.of(), publish(deployed)));
    }

    private List<Permission> preflight(Deployed deployed) {
        return all(
                may.places(),
                may.versions(),
                may.metrics(),
                may.snapshot(),
                may.stack(),
                may.secrets().describe(arns.applicationSecret()),
                may.secrets().describe(arns.ownerSecret()),
                may.secrets().describe(arns.ownSecret()),
                ownerAndOwn(),
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
        return all(may.cluster(), may.stack(), may.applicationLogin(), may.removeCluster());
    }

    private List<Permission> remember() {
        return all(
                may.places(),
                ownerAndOwn(),
                may.secrets().label(arns.applicationSecret()),
                may.kubernetes());
    }

    /// Daybreak's own login, on either side.
    private List<Permission> looking() {
        return all(may.places(), may.ownLogin());
    }

    private List<Permission> ownerAndOwn() {
        return all(may.ownerLogin(), may.ownLogin());
    }

    private List<Permission> changeSecret() {
        var secret = arns.applicationSecret();
        return all(
                may.secrets().read(secret), may.secrets().add(secret), may.secrets().label(secret));
    }

    private List<Permission> publish(Deployed deployed) {
        return may.publish(deployed.topic(), deployed.topicKey());
    }

    private static Step step(
            String name, String folder, Set<Reach> reaches, List<Permission> permissions) {
        return new Step(name, folder, reaches, permissions);
    }
}
