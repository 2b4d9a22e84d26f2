package dev.daybreak.rehearsal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.migration.Migration;
import dev.daybreak.workload.Deployment;
import dev.daybreak.workload.Pod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                                assertThat(found.grace()).isEqualTo(Duration.ofSeconds(10));
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
            Example.install(shop.cluster, migrationWhoseDsnIs("{host}"), 1);
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
    void aClosedClusterLeavesNoThreadAndNoPort() throws IOException {
        var before = threads();
        var shop = Shop.open();
        var port = shop.cluster.endpoint().getPort();
        assertThat(port).isLessThan(32_768);
        shop.close();

        Shop.await("no thread is left of it", () -> before.containsAll(threads()));
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        assertThat(shop.processes).noneMatch(process -> process.running);
    }

    private static Set<String> hosts(Shop shop) {
        return shop.processes.stream()
                .map(process -> process.environment.get("DB_URL"))
                .map(url -> url.replaceAll(".*@(.*):.*", "$1"))
                .collect(Collectors.toSet());
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static Migration migrationWhoseDsnIs(String dsn) {
        var example = Shop.migration();
        var kubernetes = example.kubernetes();
        var secret = kubernetes.databaseSecret();
        return new Migration(
                example.name(),
                example.region(),
                example.way(),
                example.source(),
                example.target(),
                example.secret(),
                new Migration.Kubernetes(
                        kubernetes.cluster(),
                        kubernetes.namespace(),
                        kubernetes.deployments(),
                        new Migration.Kubernetes.DatabaseSecret(secret.name(), secret.key(), dsn),
                        kubernetes.argoCd()),
                example.health(),
                example.approval(),
                example.onLateWrites(),
                example.limits(),
                example.polls());
    }
}
