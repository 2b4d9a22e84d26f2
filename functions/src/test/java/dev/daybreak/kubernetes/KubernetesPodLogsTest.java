package dev.daybreak.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.ports.PodLogs;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesPodLogsTest {
    private static final String PODS = "/api/v1/namespaces/shop/pods";

    private final CannedApi api = new CannedApi();

    @BeforeEach
    void twoPods() {
        api.says(
                PODS + "?",
                200,
                """
                {"items":[
                  {"metadata":{"name":"a"},"spec":{"containers":[{"name":"app"},{"name":"side"}]}},
                  {"metadata":{"name":"b"},"spec":{"containers":[{"name":"app"}]}}]}
                """);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void countsMatchesInEveryContainerOfEveryPod() {
        log("a", "app", "INFO ok\nERROR one\nERROR two\n");
        log("a", "side", "ERROR three");
        log("b", "app", "ERROR four\n");

        assertThat(matching())
                .isEqualTo(
                        new PodLogs.Matches(
                                4, List.of("ERROR one", "ERROR two", "ERROR three"), true));
    }

    @Test
    void asksForTheSpanAndForNoMoreThanItReads() {
        matching();

        assertThat(api.asked())
                .filteredOn(one -> one.contains("/log"))
                .hasSize(3)
                .allSatisfy(
                        one ->
                                assertThat(one)
                                        .contains("sinceSeconds=86400", "limitBytes=10485760"));
    }

    @Test
    void aPodThatWentMeanwhileIsNoFault() {
        log("b", "app", "ERROR four\n");

        assertThat(matching()).isEqualTo(new PodLogs.Matches(1, List.of("ERROR four"), true));
    }

    @Test
    void aContainerThatHasNotStartedHasNoLogAndThatIsTold() {
        api.says(PODS + "/a/log?pretty=false&container=app", 400, "{\"kind\":\"Status\"}");

        assertThat(matching()).isEqualTo(new PodLogs.Matches(0, List.of(), false));
    }

    @Test
    void aLogAsLongAsTheLimitIsCutHoweverFewLettersItHas() {
        log("a", "app", "ERROR " + "ä".repeat(PodLogs.BYTES_MAX / 2 - 3));

        var found = matching();

        assertThat(found.isWhole()).isFalse();
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.examples().getFirst()).hasSize(200);
    }

    @Test
    void whatIsRefusedOrBrokenIsAFault() {
        api.says(PODS + "/a/log?", 403, "{\"kind\":\"Status\",\"message\":\"no\"}");
        assertThatThrownBy(this::matching).isInstanceOf(Denied.class);

        api.says(PODS + "/a/log?", 503, "");
        assertThatThrownBy(this::matching).isInstanceOf(Unavailable.class);
    }

    private void log(String pod, String container, String text) {
        api.says("%s/%s/log?pretty=false&container=%s".formatted(PODS, pod, container), 200, text);
    }

    private PodLogs.Matches matching() {
        return new KubernetesPodLogs(api.client(), "shop")
                .matching("app=web", Pattern.compile("ERROR"), Duration.ofDays(1));
    }
}
