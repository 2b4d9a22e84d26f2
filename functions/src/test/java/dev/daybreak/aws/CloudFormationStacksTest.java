package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.runtime.Json;
import dev.daybreak.stack.StackOrder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudFormationStacksTest {
    private static final String STACK = "mosaic-prod-aurora";
    private static final StackOrder ORDER =
            new StackOrder(STACK, Map.of("SnapshotId", "arn:s"), Map.of("k", "v"), "token-1");
    private static final Template TEMPLATE =
            new Template(
                    new Template.Source.Url(URI.create("https://bucket.s3.amazonaws.com/t.json")),
                    List.of("Cluster", "Writer"));
    private static final String EVENTS =
            """
            <DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>%s</StackEvents>
            </DescribeStackEventsResult></DescribeStackEventsResponse>
            """;

    private final Wire wire = new Wire(Optional.empty());
    private final CloudFormationStacks stacks =
            new CloudFormationStacks(wire.clients(), TEMPLATE, Optional.of("arn:role"));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void ordersAStackThatNoFailureRollsBackAndNoUpdateReplaces() {
        wire.xml("CreateStack", "<CreateStackResponse/>");
        stacks.create(ORDER);
        var sent = wire.requests("CreateStack").getFirst().form();
        assertThat(sent)
                .containsEntry("StackName", STACK)
                .containsEntry("OnFailure", "DO_NOTHING")
                .containsEntry("ClientRequestToken", "token-1")
                .containsEntry("RoleARN", "arn:role")
                .containsEntry("TemplateURL", "https://bucket.s3.amazonaws.com/t.json")
                .containsEntry("Parameters.member.1.ParameterKey", "SnapshotId")
                .containsEntry("Parameters.member.1.ParameterValue", "arn:s")
                .containsEntry("Tags.member.1.Key", "k")
                .containsEntry("StackPolicyBody", TEMPLATE.policy());
    }

    @Test
    void thePolicyDeniesOnlyWhatCostsTheData() throws JsonProcessingException {
        var deny = Json.MAPPER.readTree(TEMPLATE.policy()).at("/Statement/1");
        assertThat(deny)
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                {"Effect": "Deny", "Principal": "*",
                                 "Action": ["Update:Replace", "Update:Delete"],
                                 "Resource": ["LogicalResourceId/Cluster",
                                              "LogicalResourceId/Writer"]}
                                """));
    }

    @Test
    void aStackThatThisTokenMadeIsOurs() {
        wire.failing("CreateStack", 400, "AlreadyExistsException", "exists");
        wire.xml("DescribeStackEvents", EVENTS.formatted(event("token-1", "x", 0)));
        assertThatCode(() -> stacks.create(ORDER)).doesNotThrowAnyException();
    }

    @Test
    void aStackThatAnotherTokenMadeIsUnexpected() {
        wire.failing("CreateStack", 400, "AlreadyExistsException", "exists");
        wire.xml("DescribeStackEvents", EVENTS.formatted(event("token-2", "x", 0)));
        assertThatThrownBy(() -> stacks.create(ORDER))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("another execution made it");
    }

    @Test
    void aFailedStackNamesTheResourceThatFailedFirst() {
        wire.xml(
                "DescribeStacks",
                """
                <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
                  <StackName>mosaic-prod-aurora</StackName>
                  <StackStatus>CREATE_FAILED</StackStatus>
                  <StackStatusReason>2 resources failed</StackStatusReason>
                </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
                """);
        wire.xml(
                "DescribeStackEvents",
                EVENTS.formatted(
                        event("t", "Writer was cancelled", 9) + event("t", "no such snapshot", 3)));
        assertThat(stacks.find(STACK).orElseThrow().reason()).contains("Cluster: no such snapshot");
    }

    private static String event(String token, String reason, int second) {
        return """
        <member><LogicalResourceId>Cluster</LogicalResourceId>
          <ResourceStatus>CREATE_FAILED</ResourceStatus>
          <ResourceStatusReason>%s</ResourceStatusReason>
          <Timestamp>2026-11-22T10:00:0%dZ</Timestamp>
          <ClientRequestToken>%s</ClientRequestToken></member>
        """
                .formatted(reason, second, token);
    }
}
