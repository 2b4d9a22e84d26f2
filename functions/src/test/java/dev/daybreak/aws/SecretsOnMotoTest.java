package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;

@ExtendWith(Moto.class)
class SecretsOnMotoTest {
    private static final String SWAP = "daybreak-swap-000000000000000000000001";
    private static final SecretFields FIELDS =
            new SecretFields(
                    new LinkedHashMap<>(
                            Map.of("host", "rds", "port", 5432, "password", "hunter2")));

    private final Wire wire;
    private final AwsSecrets secrets;
    private String id = "";

    SecretsOnMotoTest(URI moto) {
        this.wire = MotoGaps.before(moto);
        this.secrets = new AwsSecrets(wire.clients());
    }

    @BeforeEach
    void create(TestInfo test) {
        id = "secrets/" + test.getDisplayName().replaceAll("\\W", "");
        secrets.create(id, FIELDS, Map.of("daybreak", "test"));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsBackWhatItCreated() {
        var current = secrets.current(id);
        assertThat(current.fields()).isEqualTo(FIELDS);
        assertThat(current.labels()).containsExactly("AWSCURRENT");
        assertThat(secrets.describe(id).orElseThrow().labels())
                .isEqualTo(Map.of(current.id(), Set.of("AWSCURRENT")));
    }

    @Test
    void knowsNothingOfASecretThatIsNotThere() {
        assertThat(secrets.describe("secrets/none")).isEmpty();
        assertThatThrownBy(() -> secrets.current("secrets/none")).isInstanceOf(Unexpected.class);
    }

    @Test
    void creatingWhatExistsIsOvertaken() {
        assertThatThrownBy(() -> secrets.create(id, FIELDS, Map.of()))
                .isInstanceOf(Overtaken.class);
    }

    @Test
    void anAddedVersionIsNotCurrentAndAddingItTwiceIsAddingItOnce() {
        var before = secrets.current(id);
        secrets.add(id, SWAP, "daybreak-next", FIELDS.with("host", "aurora"));
        secrets.add(id, SWAP, "daybreak-next", FIELDS.with("host", "aurora"));
        assertThat(secrets.current(id)).isEqualTo(before);
        assertThat(secrets.describe(id).orElseThrow().labels())
                .isEqualTo(
                        Map.of(before.id(), Set.of("AWSCURRENT"), SWAP, Set.of("daybreak-next")));
    }

    @Test
    void theSameVersionWithOtherFieldsIsUnexpected() {
        secrets.add(id, SWAP, "daybreak-next", FIELDS.with("host", "aurora"));
        assertThatThrownBy(() -> secrets.add(id, SWAP, "daybreak-next", FIELDS))
                .isInstanceOf(Unexpected.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void swapsOnceHoweverOftenItIsTold() {
        var before = secrets.current(id).id();
        secrets.label(id, before, "daybreak-before");
        secrets.label(id, before, "daybreak-before");
        secrets.add(id, SWAP, "daybreak-after", FIELDS.with("host", "aurora"));
        secrets.makeCurrent(id, SWAP, before);
        secrets.makeCurrent(id, SWAP, before);
        assertThat(secrets.current(id).fields()).isEqualTo(FIELDS.with("host", "aurora"));
        assertThat(secrets.describe(id).orElseThrow().labels())
                .isEqualTo(
                        Map.of(
                                before, Set.of("AWSPREVIOUS", "daybreak-before"),
                                SWAP, Set.of("AWSCURRENT", "daybreak-after")));
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseWroteInBetween() {
        var before = secrets.current(id).id();
        secrets.add(id, SWAP, "daybreak-after", FIELDS.with("host", "aurora"));
        wire.clients()
                .secretsManager
                .get()
                .putSecretValue(put -> put.secretId(id).secretString("{\"host\": \"theirs\"}"));
        assertThatThrownBy(() -> secrets.makeCurrent(id, SWAP, before))
                .isInstanceOf(Overtaken.class);
        assertThat(secrets.current(id).fields().text("host")).contains("theirs");
    }

    @Test
    void movesALabelOffWhicheverVersionHasIt() {
        var first = secrets.current(id).id();
        secrets.label(id, first, "daybreak-mosaic-after");
        secrets.add(id, SWAP, "daybreak-mosaic-after", FIELDS.with("host", "aurora"));
        assertThat(secrets.describe(id).orElseThrow().labels())
                .isEqualTo(
                        Map.of(first, Set.of("AWSCURRENT"), SWAP, Set.of("daybreak-mosaic-after")));
        secrets.label(id, first, "daybreak-mosaic-after");
        assertThat(secrets.describe(id).orElseThrow().labels())
                .containsEntry(first, Set.of("AWSCURRENT", "daybreak-mosaic-after"));
    }

    @Test
    void takesALabelOffOnceHoweverOftenItIsTold() {
        var current = secrets.current(id).id();
        secrets.label(id, current, "AWSPENDING");
        secrets.unlabel(id, current, "AWSPENDING");
        secrets.unlabel(id, current, "AWSPENDING");
        assertThat(secrets.current(id).labels()).containsExactly("AWSCURRENT");
    }

    @Test
    void refusesABinarySecret() {
        wire.clients()
                .secretsManager
                .get()
                .putSecretValue(
                        put -> put.secretId(id).secretBinary(SdkBytes.fromUtf8String("hunter2")));
        assertThatThrownBy(() -> secrets.current(id))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("binary")
                .hasMessageNotContaining("hunter2");
    }
}
