package dev.daybreak.preflight;

import dev.daybreak.begin.Plan;
import dev.daybreak.database.Address;
import dev.daybreak.database.Credentials;
import dev.daybreak.database.Login;
import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.migration.Migration;
import dev.daybreak.migration.Migration.Kubernetes;
import dev.daybreak.preflight.Seen.Unseen;
import dev.daybreak.preflight.Sight.Taken;
import dev.daybreak.preflight.Sight.Workload;
import dev.daybreak.rds.Cluster;
import dev.daybreak.rds.DatabaseInstance;
import dev.daybreak.runtime.Logins;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.secret.SecretFacts;
import dev.daybreak.secret.SecretFields;
import dev.daybreak.stack.Stack;
import dev.daybreak.workload.RenderedSecret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at everything that the checks ask about, and changes nothing.
final class Lookout {
    private final Wiring wiring;
    private final Migration migration;
    private final Logins logins;

    Lookout(Wiring wiring) {
        this.wiring = wiring;
        this.migration = wiring.migration();
        this.logins = new Logins(migration, wiring.secrets());
    }

    Sight look(String run, boolean again) {
        var instance = Seen.of(this::instance);
        var secret = Seen.of(() -> wiring.secrets().current(migration.secret().id()).fields());
        var address = Seen.of(() -> address(instance.get(), secret.get()));
        var owner = Seen.of(logins::owner);
        var ownerLogin = login(address, owner);
        var door = Seen.of(() -> admitted(ownerLogin.get(), address.get()));
        return new Sight(
                migration,
                instance,
                Seen.of(() -> wiring.instances().freeStorageBytes(migration.source().instance())),
                Seen.of(wiring.clusters()::versions),
                Seen.of(this::secretFacts),
                secret,
                login(address, Seen.of(logins::application)),
                ownerLogin,
                Seen.of(this::ownSecretThere),
                again ? login(address, Seen.of(logins::daybreak)) : new Unseen<>("not yet made"),
                Seen.of(() -> wiring.databases().facts(door.get(), owner.get())),
                Seen.of(() -> wiring.databases().sessions(door.get(), owner.get())),
                Seen.of(this::workloads),
                Seen.of(() -> wiring.externalSecrets().reading(migration.secret().id())),
                Seen.of(this::rendered),
                Seen.of(wiring.permissions()::missing),
                Seen.of(() -> wiring.application().ask(migration.health().url())),
                taken(run));
    }

    private Optional<RenderedSecret> rendered() {
        var secret = migration.kubernetes().databaseSecret();
        return wiring.externalSecrets().rendered(secret.name(), secret.key());
    }

    private DatabaseInstance instance() {
        var name = migration.source().instance();
        return wiring.instances()
                .find(name)
                .orElseThrow(() -> new Unexpected("There is no instance " + name + "."));
    }

    private SecretFacts secretFacts() {
        var name = migration.secret().id();
        return wiring.secrets()
                .describe(name)
                .orElseThrow(() -> new Unexpected("There is no secret " + name + "."));
    }

    /// One that is there already must have a login in it.
    private boolean ownSecretThere() {
        return wiring.secrets()
                .describe(migration.secret().own())
                .map(_ -> logins.daybreak())
                .isPresent();
    }

    /// The instance's own endpoint: whether the secret says the same is a check of its own.
    private Address address(DatabaseInstance instance, SecretFields secret) {
        var field = migration.secret().fields().database();
        var database =
                secret.text(field)
                        .filter(text -> !text.isBlank())
                        .orElseThrow(
                                () ->
                                        new Unexpected(
                                                "The secret names no database (field %s)."
                                                        .formatted(field)));
        return new Address(instance.host(), instance.port(), database);
    }

    private Seen<Login> login(Seen<Address> address, Seen<Credentials> credentials) {
        return Seen.of(() -> wiring.databases().login(address.get(), credentials.get()));
    }

    private static Address admitted(Login owner, Address address) {
        return switch (owner) {
            case Login.Accepted _ -> address;
            case Login.WrongPassword _, Login.NotAdmitted _ ->
                    throw new Denied("The database's owner cannot log in.");
        };
    }

    private List<Workload> workloads() {
        return migration.kubernetes().deployments().stream().map(this::workload).toList();
    }

    private Workload workload(Kubernetes.Workload named) {
        return new Workload(
                named.name(),
                wiring.deployments().find(named.name()),
                wiring.deployments().pods(named.selector()),
                wiring.scalers().over(named.name()));
    }

    private Taken taken(String run) {
        var target = migration.target();
        return new Taken(
                Seen.of(() -> wiring.clusters().find(target.cluster()).map(Cluster::status)),
                Seen.of(
                        () ->
                                wiring.instances()
                                        .find(target.writer())
                                        .map(DatabaseInstance::status)),
                Seen.of(() -> wiring.stacks().find(target.stack()).map(Stack::status)),
                Seen.of(
                        () ->
                                Stream.of(
                                                Plan.snapshot(migration.name(), run),
                                                Plan.finalSnapshot(migration.name(), run))
                                        .filter(name -> wiring.snapshots().find(name).isPresent())
                                        .toList()));
    }
}
