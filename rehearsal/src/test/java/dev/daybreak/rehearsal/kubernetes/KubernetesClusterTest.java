package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KubernetesClusterTest {
    @Test
    void theExampleRunsAsBeforeTheMove() {
        try (var shop = Shop.open()) {
            assertThat(shop.deployments.find(Shop.APP))
                    .hasValueSatisfying(
                            found -> {
                                assertThat(found.replicas()).isEqualTo(2);
                                assertThat(found.grace()).isEqualTo(Duration.ofSeconds(1));
                            });
            assertThat(shop.url()).isEqualTo("pg://app:hunter2@rds:1");
            assertThat(shop.processes)
                    .extracting(process -> process.environment)
                    .containsOnly(Map.of("DB_URL", "pg://app:hunter2@rds:1"))
                    .hasSize(2);
            assertThat(shop.pods())
                    .allMatch(Pod::ready)
                    .extracting(pod -> pod.address().orElseThrow())
                    .containsExactlyInAnyOrderElementsOf(
                            shop.processes.stream().map(process -> process.address).toList());
            assertThat(shop.pods()).allMatch(pod -> pod.tookToStart().isPresent());
            assertThat(shop.cluster.healthStatus()).isEqualTo(200);
        }
    }

    @Test
    void aScaledDownApplicationStillHasPodsThatWrite() {
        try (var shop = Shop.open()) {
            shop.processes.forEach(process -> process.stubborn = true);
            shop.scale(0);
            Shop.await("the status says 0", () -> shop.isReady());

            assertThat(shop.pods()).hasSize(2).allMatch(Pod::terminating);
            assertThat(shop.processes).allMatch(process -> process.running);

            shop.processes.forEach(process -> process.mayEnd.countDown());
            Shop.await("no pod is left", () -> shop.pods().isEmpty());
            assertThat(shop.processes).noneMatch(process -> process.running);
            assertThat(shop.cluster.healthStatus()).isEqualTo(503);
        }
    }

    @Test
    void aPodThatDoesNotEndWithinItsGraceIsKilled() {
        try (var shop = Shop.open()) {
            shop.cluster.change(
                    Type.DEPLOYMENT,
                    Shop.NAMESPACE,
                    Shop.APP,
                    now ->
                            now.withObjectProperty("spec")
                                    .withObjectProperty("template")
                                    .withObjectProperty("spec")
                                    .put("terminationGracePeriodSeconds", 1));
            Shop.await("new pods are ready", () -> shop.isReady() && shop.pods().size() == 2);
            shop.processes.forEach(process -> process.stubborn = true);
            shop.scale(0);
            Shop.await("no pod is left", () -> shop.pods().isEmpty());

            assertThat(shop.processes.stream().filter(process -> process.killed)).hasSize(2);
        }
    }

    @Test
    void aDeploymentIsNotReadyBeforeItsControllerHasSeenTheChange() {
        var slow =
                new Pace(
                        Duration.ofMillis(400),
                        Duration.ofMillis(50),
                        Duration.ofMillis(50),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(1));
        try (var shop = new Shop(slow)) {
            Example.install(shop.cluster, Shop.migration(), 1);
            Shop.await("the application is ready", shop::isReady);
            shop.scale(2);
            var found = shop.deployments.find(Shop.APP).orElseThrow();

            assertThat(found.observedGeneration()).isLessThan(found.generation());
            assertThat(found.isReady()).isFalse();
            Shop.await("both are ready", shop::isReady);
            assertThat(shop.deployments.find(Shop.APP).map(Deployment::availableReplicas))
                    .hasValue(2);
        }
    }

    @Test
    void aPodReadsItsEnvironmentOnce() {
        try (var shop = Shop.open()) {
            shop.secret.put("host", "aurora");
            shop.externalSecrets.refresh(Shop.RENDERED, "1");
            Shop.await("the Secret is new", () -> shop.url().contains("aurora"));
            assertThat(hosts(shop)).containsExactly("rds");

            shop.scale(0);
            Shop.await("no pod is left", () -> shop.pods().isEmpty());
            shop.scale(2);
            Shop.await("the application is ready", shop::isReady);
            assertThat(hosts(shop)).containsExactlyInAnyOrder("rds", "aurora");
        }
    }

    @Test
    void aPodWaitsForItsSecret() {
        try (var shop = new Shop()) {
            shop.cluster.breakExternalSecrets(true);
            Example.install(shop.cluster, Shop.migration(), 1);
            Shop.await(
                    "the pod says what it waits for",
                    () ->
                            shop.pods().stream()
                                    .map(Pod::trouble)
                                    .anyMatch(Optional.of("CreateContainerConfigError")::equals));
            assertThat(shop.processes).isEmpty();

            shop.cluster.breakExternalSecrets(false);
            Shop.await("the application is ready", shop::isReady);
        }
    }

    @Test
    void aProcessThatCrashesIsStartedAnewWithAFreshEnvironment() {
        try (var shop = new Shop()) {
            shop.secret.put("host", "crash");
            Example.install(shop.cluster, Shop.migration("{host}"), 1);
            Shop.await(
                    "the pod says that it crashes",
                    () ->
                            shop.pods().stream()
                                    .map(Pod::trouble)
                                    .anyMatch(Optional.of("CrashLoopBackOff")::equals));
            shop.secret.put("host", "rds");
            shop.externalSecrets.refresh(Shop.RENDERED, "1");
            Shop.await("the application is ready", shop::isReady);
        }
    }

    @Test
    void aClosedClusterLeavesNoThreadNoProcessAndNoPort() throws IOException {
        var before = threads();
        var processes = new CopyOnWriteArrayList<FakeProcess>();
        var cluster =
                new KubernetesCluster(
                        Pace.DEFAULT,
                        InstantSource.system(),
                        (pod, address, environment) -> {
                            processes.add(new FakeProcess(pod, address, environment));
                            return processes.getLast();
                        },
                        _ -> Map.of("username", "a", "password", "b", "host", "c", "port", "1"));
        Example.install(cluster, Shop.migration(), 1);
        Shop.await("a pod is well", () -> cluster.healthStatus() == 200);
        var ofCluster = threads();
        ofCluster.removeAll(before);
        assertThat(ofCluster).isNotEmpty();
        cluster.close();

        Shop.await("no thread is left of it", () -> ofCluster.stream().noneMatch(Thread::isAlive));
        assertThat(processes).hasSize(1).noneMatch(process -> process.running);
        var port = cluster.endpoint().getPort();
        assertThat(port).isLessThan(32_768);
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static Set<String> hosts(Shop shop) {
        return shop.processes.stream()
                .map(process -> process.environment.get("DB_URL"))
                .map(url -> url.replaceAll(".*@(.*):.*", "$1"))
                .collect(Collectors.toSet());
    }

    /// Without the pools that the JDK keeps for everybody.
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .filter(thread -> !thread.getName().startsWith("VirtualThread"))
                .collect(Collectors.toSet());
    }
}
