package dev.daybreak.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.stack.ImportOrder;
import dev.daybreak.stack.ImportPlan;
import dev.daybreak.stack.StackResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes over the wire when the old instance is stopped, restored from and taken away.
class LeavingOnTheWireTest {
    private static final String STACKS =
            """
            <DescribeStacksResponse><DescribeStacksResult><Stacks><member>
              <StackName>old</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
              <Parameters>
                <member><ParameterKey>Size</ParameterKey><ParameterValue>20</ParameterValue></member>
                <member><ParameterKey>Env</ParameterKey><ParameterValue>prod</ParameterValue></member>
              </Parameters>
            </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
            """;

    private final Wire wire = new Wire(Optional.empty());
    private final RdsInstanceLife life = new RdsInstanceLife(wire.clients());
    private final CloudFormationChanges changes = new CloudFormationChanges(wire.clients());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void anInstanceThatIsStartingIsUnavailableForAStop() {
        wire.failing("StopDBInstance", 400, "InvalidDBInstanceState", "it is starting");

        assertThatThrownBy(() -> life.stop("db"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("stop instance db");
    }

    @Test
    void theDeletionKeepsTheAutomatedBackupsWhereItIsTold() {
        wire.xml("DeleteDBInstance", "<DeleteDBInstanceResponse/>");
        life.delete("db", true);
        life.delete("db", false);

        assertThat(wire.requests("DeleteDBInstance"))
                .extracting(one -> one.form().get("DeleteAutomatedBackups"))
                .containsExactly("false", "true");
        assertThat(wire.requests("DeleteDBInstance").getFirst().form())
                .containsEntry("SkipFinalSnapshot", "true");
    }

    @Test
    void whatIsGoneStaysGone() {
        wire.failing("DeleteDBInstance", 404, "DBInstanceNotFound", "gone");

        assertThatCode(() -> life.delete("db", true)).doesNotThrowAnyException();
    }

    @Test
    void aProtectedInstanceSaysSoInAwssWords() {
        wire.failing(
                "DeleteDBInstance",
                400,
                "InvalidParameterCombination",
                "Cannot delete protected DB Instance");

        assertThatThrownBy(() -> life.delete("db", true))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("Cannot delete protected DB Instance");
    }

    @Test
    void aThrowAwayIsSmallPrivateAndInTheSameNetwork() {
        wire.xml(
                "DescribeDBInstances",
                """
                <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>
                  <DBInstanceIdentifier>db</DBInstanceIdentifier>
                  <DBSubnetGroup><DBSubnetGroupName>private</DBSubnetGroupName></DBSubnetGroup>
                  <VpcSecurityGroups><VpcSecurityGroupMembership>
                    <VpcSecurityGroupId>sg-1</VpcSecurityGroupId>
                  </VpcSecurityGroupMembership></VpcSecurityGroups>
                </DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>
                """);
        wire.xml("RestoreDBInstanceFromDBSnapshot", "<RestoreDBInstanceFromDBSnapshotResponse/>");
        life.restore("check", "last", "db", Map.of("k", "v"));

        assertThat(wire.requests("RestoreDBInstanceFromDBSnapshot").getFirst().form())
                .containsEntry("DBInstanceIdentifier", "check")
                .containsEntry("DBSnapshotIdentifier", "last")
                .containsEntry("DBInstanceClass", RdsInstanceLife.SMALL)
                .containsEntry("PubliclyAccessible", "false")
                .containsEntry("MultiAZ", "false")
                .containsEntry("DBSubnetGroupName", "private")
                .containsEntry("VpcSecurityGroupIds.VpcSecurityGroupId.1", "sg-1")
                .containsEntry("Tags.Tag.1.Key", "k");
    }

    @Test
    void anUpdateKeepsEveryParameter() {
        wire.xml("DescribeStacks", STACKS);
        wire.xml("UpdateStack", "<UpdateStackResponse/>");
        changes.update("old", "{}", "token");

        assertThat(wire.requests("UpdateStack").getFirst().form())
                .containsEntry("TemplateBody", "{}")
                .containsEntry("ClientRequestToken", "token")
                .containsEntry("Parameters.member.1.ParameterKey", "Env")
                .containsEntry("Parameters.member.1.UsePreviousValue", "true")
                .containsEntry("Capabilities.member.2", "CAPABILITY_NAMED_IAM");
        assertThat(changes.parameters("old")).isEqualTo(Map.of("Size", "20", "Env", "prod"));
    }

    @Test
    void anUpdateThatChangesNothingIsNoFault() {
        wire.xml("DescribeStacks", STACKS);
        wire.failing("UpdateStack", 400, "ValidationError", "No updates are to be performed.");
        assertThatCode(() -> changes.update("old", "{}", "t")).doesNotThrowAnyException();
    }

    @Test
    void anUpdateThatIsRefusedIsAFault() {
        wire.xml("DescribeStacks", STACKS);
        wire.failing("UpdateStack", 400, "ValidationError", "Template format error");
        assertThatThrownBy(() -> changes.update("old", "{}", "t")).isInstanceOf(Unexpected.class);
    }

    @Test
    void anImportNamesWhatItImports() {
        wire.xml("DescribeStacks", STACKS);
        wire.xml("CreateChangeSet", "<CreateChangeSetResponse/>");
        changes.plan(
                new ImportOrder(
                        "aurora",
                        "import-1",
                        "{}",
                        List.of(
                                new ImportOrder.Imported(
                                        "Role", "AWS::IAM::Role", Map.of("RoleName", "api")))));

        assertThat(wire.requests("CreateChangeSet").getFirst().form())
                .containsEntry("ChangeSetType", "IMPORT")
                .containsEntry("ResourcesToImport.member.1.LogicalResourceId", "Role")
                .containsEntry(
                        "ResourcesToImport.member.1.ResourceIdentifier.entry.1.value", "api");
    }

    @Test
    void aChangeSetIsReadRowByRow() {
        wire.xml(
                "DescribeChangeSet",
                """
                <DescribeChangeSetResponse><DescribeChangeSetResult>
                  <ChangeSetName>import-1</ChangeSetName><Status>CREATE_COMPLETE</Status>
                  <Changes><member><Type>Resource</Type><ResourceChange>
                    <Action>Modify</Action><Replacement>True</Replacement>
                    <LogicalResourceId>Cluster</LogicalResourceId>
                    <ResourceType>AWS::RDS::DBCluster</ResourceType>
                  </ResourceChange></member></Changes>
                </DescribeChangeSetResult></DescribeChangeSetResponse>
                """);

        assertThat(changes.look("aurora", "import-1"))
                .contains(
                        new ImportPlan(
                                "CREATE_COMPLETE",
                                "",
                                List.of(
                                        new ImportPlan.Change(
                                                "Modify",
                                                "True",
                                                "Cluster",
                                                "AWS::RDS::DBCluster"))));
    }

    @Test
    void aStacksResourcesAndTemplateAreRead() {
        wire.xml(
                "ListStackResources",
                """
                <ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries><member>
                  <LogicalResourceId>Role</LogicalResourceId><ResourceType>AWS::IAM::Role</ResourceType>
                  <PhysicalResourceId>api</PhysicalResourceId>
                </member></StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>
                """);
        wire.xml(
                "GetTemplate",
                "<GetTemplateResponse><GetTemplateResult><TemplateBody>{}</TemplateBody></GetTemplateResult></GetTemplateResponse>");

        assertThat(changes.resources("old"))
                .containsExactly(new StackResource("Role", "AWS::IAM::Role", "api"));
        assertThat(changes.template("old")).isEqualTo("{}");
    }
}
