package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unexpected;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/// The expected signatures are what botocore 1.43.11's `generate_presigned_url` makes of the same
/// keys, time and cluster, which is what `aws eks get-token` calls.
class EksTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @Test
    void signsAsTheAwsCommandDoes() {
        assertThat(query(token(AwsBasicCredentials.create(KEY, SECRET))))
                .containsExactlyInAnyOrder(
                        "Action=GetCallerIdentity",
                        "Version=2011-06-15",
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
                        "X-Amz-Credential=AKIDEXAMPLE%2F20261122"
                                + "%2Fus-east-1%2Fsts%2Faws4_request",
                        "X-Amz-Date=20261122T100000Z",
                        "X-Amz-Expires=60",
                        "X-Amz-SignedHeaders=host%3Bx-k8s-aws-id",
                        "X-Amz-Signature="
                                + "1335e7f2fba971d741160b40071b48b9346dae24790aad98e5073ede5059a78d");
    }

    @Test
    void signsWithALambdasSessionToo() {
        var session = AwsSessionCredentials.create(KEY, SECRET, "session-token/with+signs==");
        assertThat(query(token(session)))
                .contains(
                        "X-Amz-Security-Token=session-token%2Fwith%2Bsigns%3D%3D",
                        "X-Amz-Signature="
                                + "1416b742e1416478fe3e61fe898076f54f7781a36fff031d398b52fa4a3e20b1");
    }

    @Test
    void isUnpaddedBase64OfAnAddressOfTheRegionsSts() {
        var token = token(AwsBasicCredentials.create(KEY, SECRET));
        assertThat(token).startsWith("k8s-aws-v1.").doesNotContain("=", "+", "/");
        assertThat(url(token)).hasScheme("https").hasHost("sts.us-east-1.amazonaws.com");
    }

    @Test
    void saysSoWhereThereAreNoCredentials() {
        var tokens =
                new EksTokens(
                        Region.US_EAST_1,
                        () -> {
                            throw SdkClientException.create("Unable to load credentials");
                        },
                        InstantSource.fixed(NOW));
        assertThatThrownBy(() -> tokens.token("mosaic-prod"))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("sign a token for EKS cluster mosaic-prod");
    }

    private static String token(AwsCredentials credentials) {
        return new EksTokens(
                        Region.US_EAST_1,
                        StaticCredentialsProvider.create(credentials),
                        InstantSource.fixed(NOW))
                .token("mosaic-prod");
    }

    private static URI url(String token) {
        var text = Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length()));
        return URI.create(new String(text, StandardCharsets.UTF_8));
    }

    private static List<String> query(String token) {
        return Stream.of(url(token).getRawQuery().split("&", -1)).toList();
    }
}
