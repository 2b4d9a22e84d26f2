package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.daybreak.alert.Alert;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CloudTest {
    @Test
    void whoStandsAtTheCallsHearsEachOne() {
        var heard = new ArrayList<String>();
        var sky = new TestCloud(heardBy(heard));
        sky.aurora();
        sky.cloud.permissions().missing();
        sky.cloud.secrets().describe("none");

        assertThat(heard)
                .contains("Snapshots.take", "Snapshots.find", "Stacks.create")
                .endsWith("Permissions.missing", "Secrets.describe");
    }

    @Test
    void aFaultBeforeTheCallLeavesNoEffect() {
        var sky =
                new TestCloud(
                        new Calls() {
                            @Override
                            public <T> T around(String port, String method, Supplier<T> call) {
                                throw new Throttled(port + "." + method);
                            }
                        });

        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(() -> sky.cloud.alerts().send(alert(Map.of())));
        assertThat(sky.cloud.alerts().sent()).isEmpty();
    }

    @Test
    void aFaultAfterTheCallLeavesItsEffect() {
        var sky =
                new TestCloud(
                        new Calls() {
                            @Override
                            public <T> T around(String port, String method, Supplier<T> call) {
                                var lost = call.get();
                                throw new Unavailable("%s.%s: %s".formatted(port, method, lost));
                            }
                        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> sky.cloud.alerts().send(alert(Map.of())));
        assertThat(sky.cloud.alerts().sent()).extracting(Sns.Sent::alert).hasSize(1);
    }

    @Test
    void everythingWrittenIsThereForAScan() {
        var sky = new TestCloud();
        sky.aurora();
        sky.cloud.alerts().send(alert(Map.of("leak", "attribute")));
        sky.cloud.secrets().create("s", new SecretFields(Map.of("password", "hidden")), Map.of());
        sky.cloud.secrets().create("t", new SecretFields(Map.of()), Map.of("leak", "tag"));

        assertThat(String.join("\n", sky.cloud.written()))
                .contains("DONE", "what happened", "attribute", "run-1", "WriterEndpoint", "tag")
                .doesNotContain("hidden");
    }

    @Test
    void anAlertWithTooManyAttributesIsRefused() {
        var sky = new TestCloud();
        var eleven =
                IntStream.rangeClosed(1, 11)
                        .boxed()
                        .collect(Collectors.toMap(i -> "attribute" + i, i -> "value"));

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> sky.cloud.alerts().send(alert(eleven)));
        assertThat(sky.cloud.alerts().sent()).isEmpty();
    }

    @Test
    void aSubscriberHearsEachAlertAsItIsSent() {
        var sky = new TestCloud();
        var heard = new ArrayList<Sns.Sent>();
        sky.cloud.alerts().subscribe(heard::add);
        sky.cloud.alerts().send(alert(Map.of()));

        assertThat(heard).isEqualTo(sky.cloud.alerts().sent()).hasSize(1);
    }

    @Test
    void livesAreToldInTheOrderOfTimeAndNotAheadOfIt() {
        var sky = new TestCloud();
        sky.cloud.snapshots().take("first", TestCloud.DB, Map.of());
        sky.work.runAll();

        assertThat(sky.cloud.lives())
                .filteredOn(life -> life.kind().equals("instance"))
                .extracting(life -> life.status().orElse("gone"))
                .containsExactly("available", "backing-up");
        sky.settle();
        assertThat(sky.cloud.lives())
                .filteredOn(life -> life.kind().equals("instance"))
                .extracting(life -> life.status().orElse("gone"))
                .containsExactly("available", "backing-up", "available");
    }

    @Test
    void permissionsAndStorageAreWhatTheAccountSays() {
        var cloud = new TestCloud().cloud;
        assertThat(cloud.permissions().missing()).isEmpty();
        assertThat(cloud.instances().freeStorageBytes(TestCloud.DB)).isEmpty();

        cloud.permissions().takeAway(List.of("rds:CreateDBSnapshot on mosaic-prod-db"));
        cloud.instances().metersFreeStorage(5L << 30);
        assertThat(cloud.permissions().missing()).hasSize(1);
        assertThat(cloud.instances().freeStorageBytes(TestCloud.DB)).contains(5L << 30);
        assertThat(cloud.instances().freeStorageBytes("nobody")).isEmpty();
    }

    private static Calls heardBy(List<String> heard) {
        return new Calls() {
            @Override
            public <T> T around(String port, String method, Supplier<T> call) {
                heard.add(port + "." + method);
                return call.get();
            }
        };
    }

    private static Alert alert(Map<String, String> attributes) {
        return new Alert(
                Alert.Level.INFO, "DONE", "what happened", "RDS", "nothing", List.of(), attributes);
    }
}
