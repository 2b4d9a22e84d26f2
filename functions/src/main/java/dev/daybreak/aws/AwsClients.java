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
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The SDK's clients, each made when it is first used. The SDK itself never retries: the workflow
/// does, with the limits that one can read in its file, and a step looks before it acts again.
/// Retries in both places would multiply, and stretch the window unseen.
public final class AwsClients {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);

    /// For one attempt; with no second one it is the limit of the whole call, too. CreateStack and
    /// RDS take seconds at times.
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(15);

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Optional<URI> endpoint;
    private final Duration callPatience;
    private final Lazy<SdkHttpClient> http;

    final Supplier<RdsClient> rds = lazy(RdsClient::builder);
    final Supplier<CloudWatchClient> cloudWatch = lazy(CloudWatchClient::builder);
    final Supplier<CloudFormationClient> cloudFormation = lazy(CloudFormationClient::builder);
    final Supplier<SecretsManagerClient> secretsManager = lazy(SecretsManagerClient::builder);
    final Supplier<SnsClient> sns = lazy(SnsClient::builder);
    final Supplier<EksClient> eks = lazy(EksClient::builder);
    final Supplier<StsClient> sts = lazy(StsClient::builder);
    final Supplier<IamClient> iam = lazy(IamClient::builder);
    final Supplier<SsmClient> ssm = lazy(SsmClient::builder);
    final Supplier<SfnClient> sfn = lazy(SfnClient::builder);

    /// Those of a Lambda function: its credentials are in its environment, or behind an address
    /// named there where it runs from a snapshot, so the whole chain is asked.
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
        this.http =
                new Lazy<>(
                        () ->
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT_PATIENCE)
                                        .socketTimeout(callPatience)
                                        .build());
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
                .httpClient(http.get())
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
