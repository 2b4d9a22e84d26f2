package dev.daybreak.rehearsal.world;

import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.ports.Streams;
import dev.daybreak.runtime.DaysAfter;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.stream.StreamState;
import java.lang.reflect.Proxy;
import java.util.Optional;

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

    /// The reverse stream looks whole, whatever it is.
    static Wiring streamsThatSayThatAllIsWell(Wiring w) {
        var well =
                new StreamState(
                        StreamState.Subscription.ENABLED,
                        0,
                        0,
                        true,
                        true,
                        Optional.of("reserved"),
                        0);
        var honest = w.daysAfter().streams();
        var streams =
                (Streams)
                        Proxy.newProxyInstance(
                                Streams.class.getClassLoader(),
                                new Class<?>[] {Streams.class},
                                (_, method, arguments) ->
                                        method.getName().equals("look")
                                                ? well
                                                : method.invoke(honest, arguments));
        var d = w.daysAfter();
        return with(
                w,
                new DaysAfter(
                        d.notes(),
                        d.executions(),
                        streams,
                        d.metrics(),
                        d.serverLogs(),
                        d.podLogs(),
                        d.soundings(),
                        d.leaving()));
    }

    private static Wiring with(Wiring w, DaysAfter daysAfter) {
        return new Wiring(
                w.migration(),
                w.clock(),
                w.password(),
                w.instances(),
                w.snapshots(),
                w.clusters(),
                w.stacks(),
                w.secrets(),
                w.alerts(),
                w.webhooks(),
                w.permissions(),
                w.application(),
                w.deployments(),
                w.scalers(),
                w.externalSecrets(),
                w.databases(),
                w.fences(),
                w.comparisons(),
                daysAfter);
    }
}
