package dev.daybreak.infra.step;

import java.util.List;

/// What the stack makes for the functions, by its ARNs.
///
/// @param topicKey that encrypts the topic
/// @param template the Aurora template in S3
/// @param builder the role that CloudFormation takes on
/// @param judged roles that preflight asks IAM about
public record Deployed(
        String topic, String topicKey, String template, String builder, List<String> judged) {
    public Deployed {
        judged = List.copyOf(judged);
    }
}
