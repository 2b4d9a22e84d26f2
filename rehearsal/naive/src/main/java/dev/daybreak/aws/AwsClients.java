package dev.daybreak.aws;

import dev.daybreak.runtime.Lazy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The SDK's clients with the HTTP client that the SDK chooses by itself, in the place of the real
/// class of this name; everything else is as there.
public final class AwsClients {
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(15);

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Optional<URI> endpoint;
    private final Duration callPatience;

    final Supplier<RdsClient> rds = lazy(RdsClient::builder);
    final Supplier<CloudWatchClient> cloudWatch = lazy(CloudWatchClient::builder);
    final Supplier<CloudFormationClient> cloudFormation = lazy(CloudFormationClient::builder);
    final Supplier<SecretsManagerClient> secretsManager = lazy(SecretsManagerClient::builder);
    final Supplier<SnsClient> sns = lazy(SnsClient::builder);
    final Supplier<EksClient> eks = lazy(EksClient::builder);
    final Supplier<StsClient> sts = lazy(StsClient::builder);
    final Supplier<IamClient> iam = lazy(IamClient::builder);

    public static AwsClients of(String region) {
        return new AwsClients(
                Region.of(region),
                DefaultCredentialsProvider.builder().build(),
                Optional.empty(),
                CALL_PATIENCE);
    }

    /// @param endpoint answers for every service, where it is given
    AwsClients(
            Region region,
            AwsCredentialsProvider credentials,
            Optional<URI> endpoint,
            Duration callPatience) {
        this.region = region;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.callPatience = callPatience;
    }

    Region region() {
        return region;
    }

    AwsCredentialsProvider credentials() {
        return credentials;
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Lazy<C> lazy(
            Supplier<B> builder) {
        return new Lazy<>(() -> client(builder.get()));
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder) {
        builder.region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(limits());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private ClientOverrideConfiguration limits() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(callPatience)
                .apiCallTimeout(callPatience)
                .build();
    }
}
