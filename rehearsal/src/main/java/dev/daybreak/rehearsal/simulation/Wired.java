package dev.daybreak.rehearsal.simulation;

import dev.daybreak.ports.Alerts;
import dev.daybreak.ports.Application;
import dev.daybreak.ports.Clusters;
import dev.daybreak.ports.Comparisons;
import dev.daybreak.ports.Databases;
import dev.daybreak.ports.Deployments;
import dev.daybreak.ports.Executions;
import dev.daybreak.ports.ExternalSecrets;
import dev.daybreak.ports.Fences;
import dev.daybreak.ports.Holdings;
import dev.daybreak.ports.InstanceLife;
import dev.daybreak.ports.Instances;
import dev.daybreak.ports.Metrics;
import dev.daybreak.ports.Notes;
import dev.daybreak.ports.PodLogs;
import dev.daybreak.ports.Scalers;
import dev.daybreak.ports.Secrets;
import dev.daybreak.ports.Snapshots;
import dev.daybreak.ports.Soundings;
import dev.daybreak.ports.StackChanges;
import dev.daybreak.ports.Stacks;
import dev.daybreak.ports.Streams;
import dev.daybreak.rehearsal.simulation.cluster.ModelKubernetes;
import dev.daybreak.rehearsal.simulation.database.ModelComparisons;
import dev.daybreak.rehearsal.simulation.database.ModelDatabases;
import dev.daybreak.rehearsal.simulation.database.ModelFences;
import dev.daybreak.rehearsal.simulation.database.ModelSoundings;
import dev.daybreak.rehearsal.simulation.database.ModelStreams;
import dev.daybreak.rehearsal.simulation.fault.Boundary;
import dev.daybreak.runtime.DaysAfter;
import dev.daybreak.runtime.Leaving;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.straggler.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the handlers are given: every port is a stand-in with the boundary before it.
final class Wired {
    private Wired() {}

    static Wiring to(World world, Boundary boundary, Executions executions) {
        var cloud = world.cloud;
        var servers = world.servers;
        var kubernetes = new ModelKubernetes(world.cluster);
        var comparisons = new ModelComparisons(servers, world.time);
        return new Wiring(
                world.migration,
                world.time,
                () -> "own-%016x".formatted(world.chance.nextLong()),
                boundary.port(Instances.class, cloud.instances()),
                boundary.port(Snapshots.class, cloud.snapshots()),
                boundary.port(Clusters.class, cloud.clusters()),
                boundary.port(Stacks.class, cloud.stacks()),
                boundary.port(Secrets.class, cloud.secrets()),
                boundary.port(Alerts.class, cloud.alerts()),
                (_, _) -> {},
                List::of,
                boundary.port(Application.class, _ -> new Application.Answer(health(world), "")),
                boundary.port(Deployments.class, kubernetes),
                boundary.port(Scalers.class, kubernetes),
                boundary.port(ExternalSecrets.class, kubernetes),
                boundary.port(Databases.class, new ModelDatabases(servers, extensions(world))),
                boundary.port(Fences.class, new ModelFences(servers)),
                boundary.port(Comparisons.class, comparisons),
                new DaysAfter(
                        boundary.port(Notes.class, cloud.notes()),
                        boundary.port(Executions.class, executions),
                        boundary.port(Streams.class, new ModelStreams(servers)),
                        boundary.port(Metrics.class, cloud.metrics()),
                        (_, _, _) -> new Refusals(List.of(), true),
                        boundary.port(PodLogs.class, kubernetes),
                        boundary.port(Soundings.class, new ModelSoundings(servers)),
                        new Leaving(
                                boundary.port(InstanceLife.class, cloud.life()),
                                boundary.port(StackChanges.class, cloud.changes()),
                                boundary.port(Holdings.class, comparisons))));
    }

    /// Whatever the settings ask for is there.
    private static Map<String, String> extensions(World world) {
        var all = new HashMap<>(Map.of("plpgsql", "1.0"));
        world.migration.target().requiredExtensions().forEach(one -> all.put(one, "1.6"));
        return all;
    }

    private static int health(World world) {
        var ready =
                world.migration.kubernetes().deployments().stream()
                        .anyMatch(one -> world.cluster.ready(one.name()) > 0);
        return ready ? 200 : 503;
    }
}
