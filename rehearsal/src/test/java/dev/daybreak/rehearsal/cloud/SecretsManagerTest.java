package dev.daybreak.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretsManagerTest {
    private static final String ID = "mosaic/prod/rds/credentials";
    private static final String NEW = "0123456789abcdef0123456789abcdef";
    private static final String AFTER = "daybreak-after";

    private final SecretsManager secrets = new TestCloud().cloud.secrets();

    @BeforeEach
    void aSecretIsThere() {
        secrets.create(ID, fields("127.0.0.2"), Map.of());
    }

    @Test
    void aSecretIsFoundByNameAndByArn() {
        var facts = secrets.describe(ID).orElseThrow();

        assertThat(facts.arn())
                .startsWith("arn:aws:secretsmanager:us-east-1:123456789012:secret:" + ID + "-");
        assertThat(secrets.describe(facts.arn())).contains(facts);
        assertThat(secrets.describe("other")).isEmpty();
    }

    @Test
    void aSecondSecretOfThatNameIsRefused() {
        assertThatExceptionOfType(Overtaken.class)
                .isThrownBy(() -> secrets.create(ID, fields("x"), Map.of()));
    }

    @Test
    void makingAVersionCurrentMovesPreviousAlong() {
        var old = secrets.current(ID).id();
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.makeCurrent(ID, NEW, old);

        assertThat(secrets.describe(ID).orElseThrow().labels())
                .isEqualTo(Map.of(old, Set.of("AWSPREVIOUS"), NEW, Set.of("AWSCURRENT", AFTER)));
        assertThat(secrets.current(ID).fields()).isEqualTo(fields("127.0.0.3"));

        secrets.makeCurrent(ID, old, NEW);
        assertThat(secrets.describe(ID).orElseThrow().labels())
                .isEqualTo(Map.of(old, Set.of("AWSCURRENT"), NEW, Set.of("AWSPREVIOUS", AFTER)));
    }

    @Test
    void makingAVersionCurrentFailsWhereAnotherWriterWasFaster() {
        var old = secrets.current(ID).id();
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.overwrite(ID, now -> now.with("password", "changed"));

        assertThatExceptionOfType(Overtaken.class)
                .isThrownBy(() -> secrets.makeCurrent(ID, NEW, old));
        assertThat(secrets.current(ID).fields().text("password")).contains("changed");
    }

    @Test
    void makingAVersionCurrentTwiceIsDoingItOnce() {
        var old = secrets.current(ID).id();
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.makeCurrent(ID, NEW, old);
        var before = secrets.history(ID);
        secrets.makeCurrent(ID, NEW, old);

        assertThat(secrets.history(ID)).isEqualTo(before);
    }

    @Test
    void aVersionWithoutALabelIsGone() {
        var first = secrets.current(ID).id();
        secrets.overwrite(ID, now -> now.with("host", "127.0.0.4"));
        secrets.overwrite(ID, now -> now.with("host", "127.0.0.5"));

        assertThat(secrets.describe(ID).orElseThrow().labels()).doesNotContainKey(first);
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> secrets.label(ID, first, "daybreak-before"))
                .withMessageContaining("ResourceNotFoundException");
    }

    @Test
    void aLabelKeepsAVersion() {
        var first = secrets.current(ID).id();
        secrets.label(ID, first, "daybreak-before");
        secrets.overwrite(ID, now -> now.with("host", "127.0.0.4"));
        secrets.overwrite(ID, now -> now.with("host", "127.0.0.5"));

        assertThat(secrets.describe(ID).orElseThrow().labels())
                .containsEntry(first, Set.of("daybreak-before"));
    }

    @Test
    void aLabelMovesAwayFromItsOldVersionWhichMayBeLostByIt() {
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.label(ID, secrets.current(ID).id(), AFTER);

        assertThat(secrets.describe(ID).orElseThrow().labels())
                .isEqualTo(Map.of(secrets.current(ID).id(), Set.of("AWSCURRENT", AFTER)));
    }

    @Test
    void addingTheSameVersionAgainChangesNothing() {
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        var before = secrets.describe(ID);
        secrets.add(ID, NEW, "another-label", fields("127.0.0.3"));

        assertThat(secrets.describe(ID)).isEqualTo(before);
    }

    @Test
    void aVersionsIdIsGoodForOneContent() {
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));

        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> secrets.add(ID, NEW, AFTER, fields("127.0.0.4")))
                .withMessageContaining("ResourceExistsException")
                .withMessageNotContaining("127.0.0.4");
    }

    @Test
    void aLabelThatIsAddedElsewhereLeavesItsOldVersionUnlabelled() {
        var second = NEW.replace('0', 'f');
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.add(ID, second, AFTER, fields("127.0.0.4"));

        assertThat(secrets.describe(ID).orElseThrow().labels())
                .containsKey(second)
                .doesNotContainKey(NEW);
    }

    @Test
    void aShortIdAndAwscurrentAreRefused() {
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> secrets.add(ID, "short", AFTER, fields("x")));
        assertThatExceptionOfType(Unexpected.class)
                .isThrownBy(() -> secrets.add(ID, NEW, "AWSCURRENT", fields("x")));
    }

    @Test
    void aRotationIsSeenWhileItLasts() {
        secrets.beginRotation(ID, now -> now.with("password", "rotated"));
        assertThat(secrets.describe(ID).orElseThrow().isRotating()).isTrue();
        assertThat(secrets.current(ID).fields().text("password")).contains("secret-1");

        secrets.endRotation(ID);
        assertThat(secrets.describe(ID).orElseThrow().isRotating()).isFalse();
        assertThat(secrets.current(ID).fields().text("password")).contains("rotated");
    }

    @Test
    void aVersionThatIsLeftWithAwspendingKeepsTheNextRotationFromBeginning() {
        secrets.beginRotation(ID, now -> now.with("password", "rotated"));
        secrets.endRotation(ID);
        var rotated = secrets.current(ID).id();
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.makeCurrent(ID, NEW, rotated);
        assertThat(secrets.describe(ID).orElseThrow().isRotating()).isTrue();

        secrets.unlabel(ID, rotated, "AWSPENDING");
        secrets.unlabel(ID, rotated, "AWSPENDING");
        assertThat(secrets.describe(ID).orElseThrow().isRotating()).isFalse();
    }

    @Test
    void aLabelIsTakenOffNoOtherVersion() {
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        var before = secrets.describe(ID);
        secrets.unlabel(ID, secrets.current(ID).id(), AFTER);

        assertThat(secrets.describe(ID)).isEqualTo(before);
    }

    @Test
    void theHistorySaysWhoChangedWhichFieldsAndNoValue() {
        var old = secrets.current(ID).id();
        secrets.add(ID, NEW, AFTER, fields("127.0.0.3"));
        secrets.makeCurrent(ID, NEW, old);
        secrets.overwrite(ID, now -> now.with("password", "secret-2"));

        assertThat(secrets.history(ID))
                .extracting(SecretChange::by, SecretChange::call, SecretChange::changed)
                .containsExactly(
                        tuple("daybreak", "CreateSecret", Set.of()),
                        tuple("daybreak", "PutSecretValue", Set.of()),
                        tuple("daybreak", "UpdateSecretVersionStage", Set.of("host")),
                        tuple("another writer", "PutSecretValue", Set.of("password")));
        assertThat(secrets.changedSinceTheFirst(ID)).containsExactly("host", "password");
        assertThat(secrets.everHeld("password")).containsExactly("secret-1", "secret-2");
        assertThat(secrets.history(ID).toString()).doesNotContain("secret-", "127.0.0.");
    }

    private static SecretFields fields(String host) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("username", "app");
        fields.put("password", "secret-1");
        fields.put("host", host);
        return new SecretFields(fields);
    }
}
