package dev.daybreak.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;

/// Tokens for an EKS cluster's API: a presigned `GetCallerIdentity` that names the cluster in a
/// signed header, which the cluster sends to STS to learn who is asking
/// (<https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster>).
public final class EksTokens {
    /// What the cluster expects in the URL, and what `aws eks get-token` sends.
    private static final Duration URL_LIFETIME = Duration.ofSeconds(60);

    private static final String CLUSTER_HEADER = "x-k8s-aws-id";
    private static final String PREFIX = "k8s-aws-v1.";

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final InstantSource clock;

    public EksTokens(AwsClients clients, InstantSource clock) {
        this(clients.region(), clients.credentials(), clock);
    }

    EksTokens(Region region, AwsCredentialsProvider credentials, InstantSource clock) {
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    /// A bearer token. The cluster takes it until its signature is 15 minutes old, whatever the URL
    /// itself says.
    public String token(String cluster) {
        var signed =
                Outcome.of(
                                "sign a token for EKS cluster " + cluster,
                                () ->
                                        AwsV4HttpSigner.create()
                                                .sign(signing(cluster, clock.instant())))
                        .orThrow();
        var url = signed.request().getUri().toString().getBytes(StandardCharsets.UTF_8);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(url);
    }

    private SignRequest<AwsCredentialsIdentity> signing(String cluster, Instant now) {
        return SignRequest.builder((AwsCredentialsIdentity) credentials.resolveCredentials())
                .request(callerIdentity(cluster))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, URL_LIFETIME)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private SdkHttpRequest callerIdentity(String cluster) {
        var host = "sts.%s.%s".formatted(region.id(), region.metadata().partition().dnsSuffix());
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("https://" + host + "/"))
                .putRawQueryParameter("Action", "GetCallerIdentity")
                .putRawQueryParameter("Version", "2011-06-15")
                .putHeader(CLUSTER_HEADER, cluster)
                .build();
    }
}
