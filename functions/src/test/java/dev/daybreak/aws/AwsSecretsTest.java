package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Overtaken;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.secret.SecretFields;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSecretsTest {
    private static final String ID = "mosaic/prod/rds/credentials";
    private static final String VALUE = "hunter2-hunter2";
    private static final String BEFORE = "11111111-1111-1111-1111-111111111111";
    private static final String AFTER = "22222222-2222-2222-2222-222222222222";
    private static final SecretFields FIELDS = new SecretFields(Map.of("password", VALUE));

    private final Wire wire = new Wire(Optional.empty());
    private final AwsSecrets secrets = new AwsSecrets(wire.clients());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsATextThatIsNoJsonAsItIs() {
        wire.json("GetSecretValue", "{\"SecretString\": \"https://hunter2/\\n\"}");
        assertThat(secrets.text("slack")).isEqualTo("https://hunter2/\n");
    }

    @Test
    void aBinarySecretIsNoText() {
        wire.json("GetSecretValue", "{\"SecretBinary\": \"aHVudGVyMg==\"}");
        assertThatThrownBy(() -> secrets.text("slack"))
                .isInstanceOf(Unexpected.class)
                .hasMessage("Secret slack is binary, no text.");
    }

    @Test
    void noFaultQuotesAValueThatAwsQuotes() {
        wire.failingJson(
                "PutSecretValue", 400, "ValidationException", "Value '%s' is bad".formatted(VALUE));
        wire.failingJson(
                "CreateSecret", 400, "ValidationException", "Value '%s' is bad".formatted(VALUE));
        assertThatThrownBy(() -> secrets.add(ID, AFTER, "daybreak", FIELDS))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("add version %s to secret %s".formatted(AFTER, ID))
                .hasMessageContaining("ValidationException")
                .hasMessageNotContaining(VALUE)
                .hasNoCause();
        assertThatThrownBy(() -> secrets.create(ID, FIELDS, Map.of()))
                .isInstanceOf(Unexpected.class)
                .hasMessageNotContaining(VALUE)
                .hasNoCause();
    }

    @Test
    void noFaultQuotesAnAnswerThatCannotBeRead() {
        wire.json("GetSecretValue", "{\"SecretString\": %s}".formatted(VALUE));
        assertThatThrownBy(() -> secrets.current(ID))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("read secret " + ID)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void aTokenWithOtherFieldsIsUnexpectedAndQuotesNeither() {
        wire.failingJson("PutSecretValue", 400, "ResourceExistsException", "token in use");
        wire.json("GetSecretValue", value("{\\\"password\\\":\\\"other-%s\\\"}".formatted(VALUE)));
        assertThatThrownBy(() -> secrets.add(ID, AFTER, "daybreak", FIELDS))
                .isInstanceOf(Unexpected.class)
                .hasMessage(
                        "Secret %s has a version %s with other fields than ours."
                                .formatted(ID, AFTER));
    }

    @Test
    void aTokenWithTheSameFieldsWrittenOtherwiseIsOurs() {
        wire.failingJson("PutSecretValue", 400, "ResourceExistsException", "token in use");
        wire.json("GetSecretValue", value("{ \\\"password\\\" : \\\"%s\\\" }".formatted(VALUE)));
        assertThatCode(() -> secrets.add(ID, AFTER, "daybreak", FIELDS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidParameterException", "InvalidRequestException"})
    void aSwapThatSomebodyElseOvertookIsTold(String code) {
        wire.failingJson("UpdateSecretVersionStage", 400, code, "no such label there");
        wire.json("DescribeSecret", labels("33333333-3333-3333-3333-333333333333"));
        assertThatThrownBy(() -> secrets.makeCurrent(ID, AFTER, BEFORE))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("its current version is 33333333");
    }

    @Test
    void aSwapWhoseAnswerWasLostIsDone() {
        wire.failingJson("UpdateSecretVersionStage", 400, "InvalidParameterException", "not there");
        wire.json("DescribeSecret", labels(AFTER));
        assertThatCode(() -> secrets.makeCurrent(ID, AFTER, BEFORE)).doesNotThrowAnyException();
    }

    @Test
    void aSwapThatIsRefusedForAnotherReasonIsUnexpected() {
        wire.failingJson("UpdateSecretVersionStage", 400, "InvalidParameterException", "bad id");
        wire.json("DescribeSecret", labels(BEFORE));
        assertThatThrownBy(() -> secrets.makeCurrent(ID, AFTER, BEFORE))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("bad id");
    }

    @Test
    void aSwapThatIsForbiddenIsDenied() {
        wire.failingJson("UpdateSecretVersionStage", 400, "AccessDeniedException", "no");
        assertThatThrownBy(() -> secrets.makeCurrent(ID, AFTER, BEFORE)).isInstanceOf(Denied.class);
    }

    @Test
    void aLabelMovesAwayFromTheVersionThatHasIt() {
        wire.json("DescribeSecret", labels(BEFORE));
        wire.json("UpdateSecretVersionStage", "{}");
        secrets.label(ID, AFTER, "AWSCURRENT");
        assertThat(wire.requests("UpdateSecretVersionStage"))
                .singleElement()
                .satisfies(
                        sent ->
                                assertThat(sent.body())
                                        .contains("\"RemoveFromVersionId\":\"" + BEFORE));
    }

    @Test
    void takingOffALabelThatIsOffAlreadyIsDone() {
        wire.failingJson("UpdateSecretVersionStage", 400, "InvalidParameterException", "not there");
        wire.json("DescribeSecret", labels(AFTER));
        assertThatCode(() -> secrets.unlabel(ID, BEFORE, "AWSCURRENT")).doesNotThrowAnyException();
    }

    @Test
    void takingOffALabelThatIsRefusedForAnotherReasonIsUnexpected() {
        wire.failingJson("UpdateSecretVersionStage", 400, "InvalidParameterException", "bad id");
        wire.json("DescribeSecret", labels(BEFORE));
        assertThatThrownBy(() -> secrets.unlabel(ID, BEFORE, "AWSCURRENT"))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("take label AWSCURRENT off version " + BEFORE)
                .hasMessageContaining("bad id");
    }

    private static String labels(String current) {
        return "{\"ARN\": \"arn:s\", \"VersionIdsToStages\": {\"%s\": [\"AWSCURRENT\"]}}"
                .formatted(current);
    }

    private static String value(String text) {
        return "{\"VersionId\": \"%s\", \"VersionStages\": [\"x\"], \"SecretString\": \"%s\"}"
                .formatted(AFTER, text);
    }
}
