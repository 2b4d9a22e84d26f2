package dev.daybreak.rehearsal.lambda;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/// What the example migration finds in its account.
final class Seeds {
    private static final String SECRET =
            """
            {"username": "app", "password": "hunter2", "port": 5432, "dbname": "app",
             "host": "mosaic-prod-db.invalid"}
            """;

    private Seeds() {}

    static void in(URI aws) {
        try (var rds = at(aws, RdsClient.builder()).build();
                var secrets = at(aws, SecretsManagerClient.builder()).build();
                var eks = at(aws, EksClient.builder()).build();
                var sns = at(aws, SnsClient.builder()).build()) {
            rds.createDBInstance(
                    order ->
                            order.dbInstanceIdentifier("mosaic-prod-db")
                                    .engine("postgres")
                                    .engineVersion("16.4")
                                    .dbInstanceClass("db.t4g.medium")
                                    .allocatedStorage(20)
                                    .masterUsername("app")
                                    .masterUserPassword("hunter2hunter2"));
            rds.createDBSnapshot(
                    order ->
                            order.dbInstanceIdentifier("mosaic-prod-db")
                                    .dbSnapshotIdentifier("mosaic-prod-earlier"));
            rds.createDBCluster(
                    order ->
                            order.dbClusterIdentifier("mosaic-prod-aurora")
                                    .engine("aurora-postgresql")
                                    .masterUsername("app")
                                    .masterUserPassword("hunter2hunter2"));
            eks.createCluster(
                    order ->
                            order.name("mosaic-prod")
                                    .roleArn("arn:aws:iam::123456789012:role/eks")
                                    .resourcesVpcConfig(vpc -> vpc.subnetIds("subnet-1")));
            secrets.createSecret(
                    order -> order.name("mosaic/prod/rds/credentials").secretString(SECRET));
            secrets.createSecret(
                    order -> order.name("daybreak/mosaic-prod/database").secretString(SECRET));
            sns.createTopic(order -> order.name("daybreak"));
        }
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(URI aws, B builder) {
        var nobody = AwsBasicCredentials.create("nobody", "nothing");
        return builder.endpointOverride(aws)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(nobody));
    }
}
