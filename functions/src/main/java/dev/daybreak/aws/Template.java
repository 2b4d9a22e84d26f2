package dev.daybreak.aws;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;

/// The Aurora template, as CloudFormation takes it, and what no update of its stack may replace or
/// delete.
///
/// @param kept logical ids of cluster and writer
public record Template(Source source, List<String> kept) {
    public Template {
        kept = List.copyOf(kept);
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("a stack policy protects at least the cluster");
        }
    }

    /// Where the text is.
    public sealed interface Source {
        /// In S3, at most 1 MB.
        record Url(URI url) implements Source {}

        /// In the order itself, at most 51,200 bytes.
        record Body(String text) implements Source {}
    }

    void into(CreateStackRequest.Builder order) {
        switch (source) {
            case Source.Url(URI url) -> order.templateURL(url.toString());
            case Source.Body(String text) -> order.templateBody(text);
        }
        order.stackPolicyBody(policy());
    }

    /// Everything is allowed but what would cost the data: dropping `SnapshotIdentifier`, say,
    /// replaces the cluster by an empty one
    /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html>).
    String policy() {
        var protectedOnes =
                String.join(
                        ", ", kept.stream().map("\"LogicalResourceId/%s\""::formatted).toList());
        return """
        {"Statement": [
          {"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"},
          {"Effect": "Deny", "Action": ["Update:Replace", "Update:Delete"], "Principal": "*",
           "Resource": [%s]}
        ]}
        """
                .formatted(protectedOnes);
    }
}
