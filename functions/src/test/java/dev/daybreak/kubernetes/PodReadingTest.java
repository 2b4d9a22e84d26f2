package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.workload.Pod;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodReadingTest {
    private final CannedApi api = new CannedApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void countsAPodThatIsTerminatingAndNoneThatHasEnded() {
        var pods =
                """
                {"items":[
                  {"metadata":{"name":"going","deletionTimestamp":"2026-11-22T02:00:40Z",
                               "creationTimestamp":"2026-11-22T02:00:00Z"},
                   "status":{"phase":"Running","podIP":"10.0.0.7","conditions":[
                     {"type":"PodScheduled","status":"True"},
                     {"type":"Ready","status":"True","lastTransitionTime":"2026-11-22T02:00:09Z"}
                  ]}},
                  {"metadata":{"name":"evicted"},"status":{"phase":"Failed"}},
                  {"metadata":{"name":"done"},"status":{"phase":"Succeeded"}},
                  {"metadata":{"name":"lost"},"status":{"phase":"Unknown"}},
                  {"metadata":{"name":"new"}}]}
                """;
        api.says("/api/v1/namespaces/shop/pods?labelSelector=app%3Dweb", 200, pods);

        assertThat(new KubernetesDeployments(api.client(), "shop").pods("app=web"))
                .containsExactly(
                        new Pod(
                                "going",
                                "Running",
                                true,
                                true,
                                Optional.of("10.0.0.7"),
                                Optional.empty(),
                                Optional.of(Duration.ofSeconds(9))),
                        idle("lost", "Unknown", Optional.empty()),
                        idle("new", "Unknown", Optional.empty()));
    }

    @Test
    void saysWhyAPodIsNotWell() {
        var pods =
                """
                {"items":[
                  {"metadata":{"name":"a"},"status":{"phase":"Pending","conditions":[
                     {"type":"PodScheduled","status":"False","reason":"Unschedulable"}]}},
                  {"metadata":{"name":"b"},"status":{"phase":"Pending","containerStatuses":[
                     {"state":{"waiting":{"reason":"CreateContainerConfigError"}}}]}},
                  {"metadata":{"name":"c"},"status":{"phase":"Running","containerStatuses":[
                     {"state":{"running":{}}},{"state":{"terminated":{"reason":"OOMKilled"}}}]}},
                  {"metadata":{"name":"d"},"status":{"phase":"Pending","initContainerStatuses":[
                     {"state":{"terminated":{"reason":"Completed"}}}],"containerStatuses":[
                     {"state":{"waiting":{"reason":"PodInitializing"}}}]}}]}
                """;
        api.says("/api/v1/namespaces/shop/pods", 200, pods);

        assertThat(new KubernetesDeployments(api.client(), "shop").pods("app=web"))
                .containsExactly(
                        idle("a", "Pending", Optional.of("Unschedulable")),
                        idle("b", "Pending", Optional.of("CreateContainerConfigError")),
                        idle("c", "Running", Optional.of("OOMKilled")),
                        idle("d", "Pending", Optional.empty()));
    }

    private static Pod idle(String name, String phase, Optional<String> trouble) {
        return new Pod(name, phase, false, false, Optional.empty(), trouble, Optional.empty());
    }
}
