package dev.daybreak.infra.stack;

import dev.daybreak.infra.step.Reach;
import dev.daybreak.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/// Where the functions run, and whom each may connect to. The VPC is named by its ids: nothing is
/// looked up when the stack is synthesized.
final class Networking extends Construct {
    private static final int HTTPS = 443;

    /// The ports that RDS lets a database listen on
    /// (<https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html>).
    private static final Port DATABASE_PORTS = Port.tcpRange(1150, 65_535);

    private final IVpc vpc;
    private final SecurityGroup aws;
    private final SecurityGroup databases;
    private final SecurityGroup kubernetes;

    Networking(Construct scope, Migration migration) {
        super(scope, "Network");
        var network = migration.network();
        var zones = network.subnets().size();
        this.vpc =
                Vpc.fromVpcAttributes(
                        this,
                        "Vpc",
                        VpcAttributes.builder()
                                .vpcId(network.vpc())
                                .availabilityZones(
                                        IntStream.range(0, zones)
                                                .mapToObj(zone -> Fn.select(zone, Fn.getAzs()))
                                                .toList())
                                .privateSubnetIds(network.subnets())
                                .build());
        this.aws =
                group("Aws", "Daybreak: to the AWS APIs and the health address of the application");
        this.databases = group("Databases", "Daybreak: to both databases");
        this.kubernetes = group("Kubernetes", "Daybreak: to the Kubernetes API");
        var inside = Peer.ipv4(network.cidr());
        aws.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "AWS APIs");
        healthPort(migration)
                .ifPresent(port -> aws.addEgressRule(Peer.anyIpv4(), Port.tcp(port), "Health"));
        databases.addEgressRule(inside, DATABASE_PORTS, "PostgreSQL, whatever its port");
        kubernetes.addEgressRule(inside, Port.tcp(HTTPS), "Kubernetes API");
        var theirs = network.securityGroups();
        admit("RdsAdmits", theirs.database(), databases, 1150, 65_535);
        admit("EksAdmits", theirs.kubernetes(), kubernetes, HTTPS, HTTPS);
    }

    IVpc vpc() {
        return vpc;
    }

    List<ISecurityGroup> groups(Set<Reach> reaches) {
        var groups = new ArrayList<ISecurityGroup>(List.of(aws));
        if (reaches.contains(Reach.DATABASES)) {
            groups.add(databases);
        }
        if (reaches.contains(Reach.KUBERNETES)) {
            groups.add(kubernetes);
        }
        return groups;
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    /// Where it is not the port of HTTPS anyway.
    private static Optional<Integer> healthPort(Migration migration) {
        var url = migration.health().url();
        var usual = url.getScheme().equals("https") ? HTTPS : 80;
        return Optional.of(url.getPort() == -1 ? usual : url.getPort())
                .filter(port -> port != HTTPS);
    }

    private void admit(
            String id, Optional<String> group, SecurityGroup source, int fromPort, int toPort) {
        group.ifPresent(
                theirs ->
                        CfnSecurityGroupIngress.Builder.create(this, id)
                                .groupId(theirs)
                                .sourceSecurityGroupId(source.getSecurityGroupId())
                                .ipProtocol("tcp")
                                .fromPort(fromPort)
                                .toPort(toPort)
                                .description("Daybreak's functions")
                                .build());
    }
}
