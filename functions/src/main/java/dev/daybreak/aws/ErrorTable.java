package dev.daybreak.aws;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// What each AWS error means, in one table. The codes are those on the wire: RDS says
/// `DBInstanceNotFound` but `DBClusterNotFoundFault`. From the "Errors" section of each action, for
/// example <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html>,
/// and <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html>.
final class ErrorTable {
    /// CloudFormation has no code of its own for a stack that is not there
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html>).
    private static final String NO_SUCH_STACK = "does not exist";

    static final Map<String, Meaning> BY_CODE =
            Map.ofEntries(
                    entry("Throttling", Meaning.SLOW_DOWN),
                    entry("ThrottlingException", Meaning.SLOW_DOWN),
                    entry("ThrottledException", Meaning.SLOW_DOWN),
                    entry("Throttled", Meaning.SLOW_DOWN),
                    entry("TooManyRequestsException", Meaning.SLOW_DOWN),
                    entry("RequestLimitExceeded", Meaning.SLOW_DOWN),
                    entry("RequestThrottled", Meaning.SLOW_DOWN),
                    entry("RequestThrottledException", Meaning.SLOW_DOWN),
                    entry("SlowDown", Meaning.SLOW_DOWN),
                    entry("PriorRequestNotComplete", Meaning.SLOW_DOWN),
                    entry("KMSThrottling", Meaning.SLOW_DOWN),
                    entry("RequestTimeout", Meaning.TRY_AGAIN),
                    entry("RequestTimeoutException", Meaning.TRY_AGAIN),
                    entry("InternalFailure", Meaning.TRY_AGAIN),
                    entry("InternalError", Meaning.TRY_AGAIN),
                    entry("InternalServiceError", Meaning.TRY_AGAIN),
                    entry("ServiceUnavailable", Meaning.TRY_AGAIN),
                    entry("ServiceUnavailableException", Meaning.TRY_AGAIN),
                    entry("ServerException", Meaning.TRY_AGAIN),
                    // The next run of the step gets new credentials.
                    entry("ExpiredToken", Meaning.TRY_AGAIN),
                    entry("ExpiredTokenException", Meaning.TRY_AGAIN),
                    entry("InvalidDBInstanceState", Meaning.BUSY),
                    entry("InvalidDBSnapshotState", Meaning.BUSY),
                    entry("InvalidDBClusterStateFault", Meaning.BUSY),
                    entry("InvalidDBClusterSnapshotStateFault", Meaning.BUSY),
                    entry("InsufficientDBInstanceCapacity", Meaning.BUSY),
                    entry("InsufficientDBClusterCapacityFault", Meaning.BUSY),
                    entry("OperationInProgressException", Meaning.BUSY),
                    entry("ResourceInUseException", Meaning.BUSY),
                    entry("AccessDenied", Meaning.NOT_ALLOWED),
                    entry("AccessDeniedException", Meaning.NOT_ALLOWED),
                    entry("AuthorizationError", Meaning.NOT_ALLOWED),
                    entry("UnauthorizedOperation", Meaning.NOT_ALLOWED),
                    entry("NotAuthorized", Meaning.NOT_ALLOWED),
                    entry("KMSAccessDenied", Meaning.NOT_ALLOWED),
                    entry("KMSKeyNotAccessibleFault", Meaning.NOT_ALLOWED),
                    entry("OptInRequired", Meaning.NOT_ALLOWED),
                    entry("UnrecognizedClientException", Meaning.NOT_ALLOWED),
                    entry("InvalidClientTokenId", Meaning.NOT_ALLOWED),
                    entry("MissingAuthenticationToken", Meaning.NOT_ALLOWED),
                    entry("SignatureDoesNotMatch", Meaning.NOT_ALLOWED),
                    entry("DBInstanceNotFound", Meaning.ABSENT),
                    entry("ChangeSetNotFound", Meaning.ABSENT),
                    entry("DBSnapshotNotFound", Meaning.ABSENT),
                    entry("DBLogFileNotFoundFault", Meaning.ABSENT),
                    entry("DBClusterNotFoundFault", Meaning.ABSENT),
                    entry("ResourceNotFoundFault", Meaning.ABSENT),
                    entry("ResourceNotFoundException", Meaning.ABSENT),
                    entry("NotFound", Meaning.ABSENT),
                    entry("NoSuchEntity", Meaning.ABSENT),
                    entry("ParameterNotFound", Meaning.ABSENT),
                    entry("ExecutionDoesNotExist", Meaning.ABSENT),
                    entry("ParameterAlreadyExists", Meaning.EXISTS),
                    entry("TooManyUpdates", Meaning.SLOW_DOWN),
                    entry("DBSnapshotAlreadyExists", Meaning.EXISTS),
                    entry("DBInstanceAlreadyExists", Meaning.EXISTS),
                    entry("AlreadyExistsException", Meaning.EXISTS),
                    entry("TokenAlreadyExistsException", Meaning.EXISTS),
                    entry("ResourceExistsException", Meaning.EXISTS));

    private ErrorTable() {}

    static Meaning meaning(SdkException error) {
        return switch (error) {
            case AwsServiceException answer ->
                    meaning(code(answer), details(answer), answer.statusCode());
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ ->
                    Meaning.TRY_AGAIN;
            case SdkClientException client when isBrokenLine(client) -> Meaning.TRY_AGAIN;
            default -> Meaning.REFUSED;
        };
    }

    static Meaning meaning(String code, String message, int status) {
        if (code.equals("ValidationError") && message.contains(NO_SUCH_STACK)) {
            return Meaning.ABSENT;
        }
        var known = Optional.ofNullable(BY_CODE.get(code));
        return known.orElseGet(
                () ->
                        switch (status) {
                            case 429 -> Meaning.SLOW_DOWN;
                            case 401, 403 -> Meaning.NOT_ALLOWED;
                            default -> status >= 500 ? Meaning.TRY_AGAIN : Meaning.REFUSED;
                        });
    }

    /// AWS's own code; a proxy's answer, for example, has none.
    static String code(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("no error code");
    }

    static String details(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("");
    }

    private static boolean isBrokenLine(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
