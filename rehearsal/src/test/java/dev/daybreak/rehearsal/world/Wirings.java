package dev.daybreak.rehearsal.world;

import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.runtime.Wiring;

/// Replaces one port.
final class Wirings {
    private Wirings() {}

    static Wiring alerts(Wiring w, Alerts alerts) {
        return with(w, w.snapshots(), w.secrets(), alerts);
    }

    static Wiring secrets(Wiring w, Secrets secrets) {
        return with(w, w.snapshots(), secrets, w.alerts());
    }

    static Wiring snapshots(Wiring w, Snapshots snapshots) {
        return with(w, snapshots, w.secrets(), w.alerts());
    }

    private static Wiring with(Wiring w, Snapshots snapshots, Secrets secrets, Alerts alerts) {
        return new Wiring(
                w.migration(),
                w.clock(),
                w.password(),
                w.instances(),
                snapshots,
                w.clusters(),
                w.stacks(),
                secrets,
                alerts,
                w.webhooks(),
                w.permissions(),
                w.application(),
                w.deployments(),
                w.scalers(),
                w.externalSecrets(),
                w.databases(),
                w.fences(),
                w.comparisons(),
                w.daysAfter());
    }
}
