package dev.daybreak.rehearsal.simulation.cluster;

import dev.daybreak.rehearsal.clock.Time;
import dev.daybreak.rehearsal.simulation.database.Client;
import dev.daybreak.rehearsal.simulation.database.Servers;
import dev.daybreak.rehearsal.simulation.database.Session;
import java.time.Duration;
import java.util.Optional;

/// Starts and ends the processes of pods; one that cannot log in crashes and is tried again.
final class Kubelet {
    private final Time time;
    private final Servers servers;
    private final Operator operator;
    private final Pace pace;
    private boolean stuck;
    private boolean immortal;

    Kubelet(Time time, Servers servers, Operator operator, Pace pace) {
        this.time = time;
        this.servers = servers;
        this.operator = operator;
        this.pace = pace;
    }

    void stick(boolean now) {
        stuck = now;
    }

    void immortal(boolean now) {
        immortal = now;
    }

    void begin(ModelPod pod) {
        begin(pod, pace.start());
    }

    private void begin(ModelPod pod, Duration after) {
        time.after(after, () -> start(pod, after));
    }

    private void start(ModelPod pod, Duration took) {
        if (pod.phase == ModelPod.Phase.ENDING) {
            return;
        }
        pod.login = operator.login();
        if (stuck || !connects(pod)) {
            pod.phase = ModelPod.Phase.CRASHED;
            begin(pod, pace.crash());
        } else {
            pod.phase = ModelPod.Phase.READY;
            pod.tookToStart = took;
        }
    }

    void renew(ModelPod pod) {
        pod.session.ifPresent(Session::close);
        pod.login = operator.login();
    }

    boolean connects(ModelPod pod) {
        pod.session = pod.login.flatMap(login -> connect(pod, login));
        return pod.session.isPresent();
    }

    private Optional<Session> connect(ModelPod pod, ModelPod.Login login) {
        var client = new Client(login.user(), login.password(), "core-api", pod.address);
        return servers.at(login.host()).flatMap(server -> server.connect(client));
    }

    void end(Workload workload, ModelPod pod) {
        pod.phase = ModelPod.Phase.ENDING;
        time.after(pace.end(), () -> gone(workload, pod));
    }

    private void gone(Workload workload, ModelPod pod) {
        if (immortal) {
            time.after(pace.end(), () -> gone(workload, pod));
            return;
        }
        pod.session.ifPresent(Session::close);
        workload.pods.remove(pod);
    }
}
