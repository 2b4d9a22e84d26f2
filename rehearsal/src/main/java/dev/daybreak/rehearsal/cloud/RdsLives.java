package dev.daybreak.rehearsal.cloud;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Notes.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Starts, stops, restores and deletes instances; AWS starts one again that rested for seven days.
public final class RdsLives implements InstanceLife {
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html>
    private static final Duration STOPPED_MAX = Duration.ofDays(7);

    private final Region region;
    private final ParameterStore notes;
    private final Map<String, Instant> overdueAt = new HashMap<>();
    private final List<InstanceDeed> deeds = new ArrayList<>();
    private final List<String> keptBackups = new ArrayList<>();
    private Consumer<InstanceEvent> listener = _ -> {};

    RdsLives(Region region, ParameterStore notes) {
        this.region = region;
        this.notes = notes;
    }

    /// Hears every start, as a rule of EventBridge does.
    public void listen(Consumer<InstanceEvent> to) {
        region.update(() -> listener = to);
    }

    /// Everything that was done to any instance, in order.
    public List<InstanceDeed> deeds() {
        return region.locked(() -> List.copyOf(deeds));
    }

    /// Instances whose automated backups outlived them.
    public List<String> keptBackups() {
        return region.locked(() -> List.copyOf(keptBackups));
    }

    @Override
    public void start(String instance) {
        region.run("InstanceLife", "start", () -> begin(instance, "daybreak"));
    }

    /// Somebody presses "Start" in the console.
    public void startByHand(String instance) {
        region.update(() -> begin(instance, "somebody"));
    }

    /// AWS starts whatever was stopped for seven days; whoever turns the clock asks for it.
    public void startOverdue() {
        region.update(
                () ->
                        List.copyOf(overdueAt.entrySet()).stream()
                                .filter(one -> !one.getValue().isAfter(region.now()))
                                .map(Map.Entry::getKey)
                                .forEach(this::startByAws));
    }

    /// The same without waiting for seven days.
    public void startByAws(String instance) {
        region.update(
                () -> {
                    tell(instance, "RDS-EVENT-0154", InstanceEvent.OVERDUE);
                    begin(instance, "aws");
                });
    }

    private void begin(String instance, String by) {
        var there = demand(instance, Set.of("stopped"));
        overdueAt.remove(instance);
        note(instance, "start", by);
        region.instances.put(instance, region.now(), there.in("starting"));
        region.inBackground(() -> start(there));
    }

    private void start(HeldInstance there) {
        var id = there.shown().id();
        try {
            region.park().start(id);
            region.update(
                    () -> {
                        region.instances.put(id, region.soon(), there.in("available"));
                        tell(id, "RDS-EVENT-0088", "DB instance started");
                    });
        } catch (RuntimeException _) {
            region.update(
                    () -> {
                        note(id, "fail", "aws");
                        region.instances.put(id, region.now(), there.in("failed"));
                    });
        }
    }

    @Override
    public void stop(String instance) {
        region.run("InstanceLife", "stop", () -> end(instance, "daybreak"));
    }

    /// Somebody presses "Stop temporarily" in the console.
    public void stopByHand(String instance) {
        region.update(() -> end(instance, "somebody"));
    }

    private void end(String instance, String by) {
        var there = demand(instance, Set.of("available"));
        if (!there.shown().replicas().isEmpty()) {
            throw new Unavailable("InvalidDBInstanceState: it has read replicas: " + instance);
        }
        note(instance, "stop", by);
        region.instances.put(instance, region.now(), there.in("stopping"));
        region.inBackground(
                () -> {
                    region.park().stop(instance);
                    region.update(
                            () -> {
                                region.instances.put(instance, region.soon(), there.in("stopped"));
                                overdueAt.put(instance, region.soon().plus(STOPPED_MAX));
                            });
                });
    }

    @Override
    public void delete(String instance, boolean keepAutomatedBackups) {
        region.run("InstanceLife", "delete", () -> remove(instance, keepAutomatedBackups));
    }

    private void remove(String instance, boolean keepAutomatedBackups) {
        var found = region.instances.find(instance, region.now());
        if (found.isEmpty() || found.get().status().equals("deleting")) {
            return;
        }
        var there = demand(instance, Set.of("available", "failed"));
        note(instance, "delete", "daybreak");
        if (keepAutomatedBackups) {
            keptBackups.add(instance);
        }
        var gone = region.now().plus(region.removal());
        region.instances.put(instance, region.now(), there.in("deleting"));
        region.inBackground(() -> discard(instance, gone));
    }

    private void discard(String instance, Instant notBefore) {
        region.locked(() -> Optional.ofNullable(region.servers.remove(instance)))
                .ifPresentOrElse(ServerPark.Server::stop, () -> region.park().delete(instance));
        region.locked(() -> Optional.ofNullable(region.volumes.remove(instance)))
                .ifPresent(ServerPark.Volume::discard);
        region.update(
                () -> {
                    var now = region.now();
                    region.instances.remove(instance, now.isAfter(notBefore) ? now : notBefore);
                });
    }

    @Override
    public void restore(String instance, String snapshot, String like, Map<String, String> tags) {
        region.run(
                "InstanceLife",
                "restore",
                () -> {
                    if (region.instances.find(instance, region.now()).isEmpty()) {
                        new Restoration(region).begin(instance, snapshot, like);
                        note(instance, "restore", "daybreak");
                    }
                });
    }

    private HeldInstance demand(String instance, Set<String> states) {
        var there =
                region.instances
                        .find(instance, region.now())
                        .orElseThrow(() -> new Unexpected("DBInstanceNotFound: " + instance));
        if (!states.contains(there.status())) {
            throw new Unavailable(
                    "InvalidDBInstanceState: Instance %s is not in %s: it is %s."
                            .formatted(instance, states, there.status()));
        }
        return there;
    }

    private void note(String instance, String what, String by) {
        var wanted = notes.noted(Topic.WANTED);
        var days = notes.noted(Topic.DAYS);
        deeds.add(new InstanceDeed(region.now(), instance, what, by, wanted, days));
    }

    private void tell(String instance, String id, String message) {
        listener.accept(new InstanceEvent(region.now(), instance, id, message));
    }
}
