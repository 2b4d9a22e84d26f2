package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class ErrorTableTest {
    private static final Map<Meaning, Class<? extends Fault>> FAULTS =
            Map.of(
                    Meaning.SLOW_DOWN, Throttled.class,
                    Meaning.TRY_AGAIN, Unavailable.class,
                    Meaning.BUSY, Unavailable.class,
                    Meaning.NOT_ALLOWED, Denied.class,
                    Meaning.ABSENT, Unexpected.class,
                    Meaning.EXISTS, Unexpected.class,
                    Meaning.REFUSED, Unexpected.class);

    @ParameterizedTest
    @EnumSource
    void eachMeaningIsOneFault(Meaning meaning) {
        assertThat(meaning.fault("text")).isExactlyInstanceOf(FAULTS.get(meaning));
    }

    @ParameterizedTest
    @CsvSource({
        "Throttling, 400, SLOW_DOWN",
        "ThrottlingException, 400, SLOW_DOWN",
        "Throttled, 429, SLOW_DOWN",
        "RequestLimitExceeded, 503, SLOW_DOWN",
        "KMSThrottling, 400, SLOW_DOWN",
        "SomethingNew, 429, SLOW_DOWN",
        "InternalFailure, 500, TRY_AGAIN",
        "InternalServiceError, 500, TRY_AGAIN",
        "InternalError, 500, TRY_AGAIN",
        "ServiceUnavailable, 503, TRY_AGAIN",
        "SomethingNew, 502, TRY_AGAIN",
        "RequestTimeout, 400, TRY_AGAIN",
        "ExpiredToken, 403, TRY_AGAIN",
        "InvalidDBInstanceState, 400, BUSY",
        "InvalidDBSnapshotState, 400, BUSY",
        "InvalidDBClusterStateFault, 400, BUSY",
        "InsufficientDBClusterCapacityFault, 403, BUSY",
        "AccessDenied, 403, NOT_ALLOWED",
        "AccessDeniedException, 400, NOT_ALLOWED",
        "AuthorizationError, 403, NOT_ALLOWED",
        "KMSAccessDenied, 400, NOT_ALLOWED",
        "InvalidClientTokenId, 403, NOT_ALLOWED",
        "SomethingNew, 403, NOT_ALLOWED",
        "DBInstanceNotFound, 404, ABSENT",
        "DBSnapshotNotFound, 404, ABSENT",
        "DBClusterNotFoundFault, 404, ABSENT",
        "ResourceNotFoundException, 400, ABSENT",
        "NoSuchEntity, 404, ABSENT",
        "DBSnapshotAlreadyExists, 400, EXISTS",
        "AlreadyExistsException, 400, EXISTS",
        "ResourceExistsException, 400, EXISTS",
        "SnapshotQuotaExceeded, 400, REFUSED",
        "InvalidParameterException, 400, REFUSED",
        "InvalidParameterCombination, 400, REFUSED",
        "SomethingNew, 400, REFUSED",
    })
    void meansWhatTheTableSays(String code, int status, Meaning meaning) {
        assertThat(ErrorTable.meaning(code, "", status)).isEqualTo(meaning);
    }

    /// CloudFormation says `ValidationError` for a name that is free and for one that is malformed.
    @ParameterizedTest
    @CsvSource({
        "Stack with id mosaic-prod-aurora does not exist, ABSENT",
        "1 validation error detected at 'stackName', REFUSED"
    })
    void aMissingStackIsKnownByItsMessage(String message, Meaning meaning) {
        assertThat(ErrorTable.meaning("ValidationError", message, 400)).isEqualTo(meaning);
    }

    @Test
    void aBrokenLineIsTriedAgainAndAMissingCredentialIsNot() {
        var broken = SdkClientException.create("no route", new IOException("reset"));
        assertThat(ErrorTable.meaning(broken)).isEqualTo(Meaning.TRY_AGAIN);
        assertThat(ErrorTable.meaning(SdkClientException.create("no credentials")))
                .isEqualTo(Meaning.REFUSED);
    }

    @Test
    void asksOnceAndLeavesTryingAgainToTheWorkflow() {
        try (var wire = new Wire(Optional.empty())) {
            wire.failing("DescribeDBSnapshots", 400, "Throttling", "Rate exceeded");
            var snapshots = new RdsSnapshots(wire.clients());
            assertThatThrownBy(() -> snapshots.find("early"))
                    .isInstanceOf(Throttled.class)
                    .hasMessage(
                            "AWS could not describe snapshot early: Throttling (HTTP 400, request"
                                    + " r-1). Rate exceeded");
            assertThat(wire.requests("DescribeDBSnapshots")).hasSize(1);
        }
    }

    @Test
    void aSilentAwsIsUnavailable() {
        try (var wire = new Wire(Optional.empty())) {
            wire.silent("DescribeDBSnapshots");
            var snapshots = new RdsSnapshots(wire.clients(Duration.ofMillis(300)));
            assertThatThrownBy(() -> snapshots.find("early"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("AWS could not describe snapshot early: ");
        }
    }

    @Test
    void anAwsThatIsNotThereIsUnavailable() {
        var wire = new Wire(Optional.empty());
        var snapshots = new RdsSnapshots(wire.clients());
        wire.close();
        assertThatThrownBy(() -> snapshots.find("early")).isInstanceOf(Unavailable.class);
    }

    @Test
    void anAnswerThatIsNoAnswerIsAFault() {
        try (var wire = new Wire(Optional.empty())) {
            wire.xml("DescribeDBSnapshots", "<html>maintenance");
            var snapshots = new RdsSnapshots(wire.clients());
            assertThat(catchThrowable(() -> snapshots.find("early"))).isInstanceOf(Fault.class);
        }
    }
}
