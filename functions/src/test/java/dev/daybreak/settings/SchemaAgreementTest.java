package dev.daybreak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.daybreak.settings.MigrationJson.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema that editors use and the reader that decides say the same.
class SchemaAgreementTest {
    private static final JsonNode SCHEMA = Documents.tree(Documents.text(Documents.SCHEMA));
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);

    @Test
    void theShippedExampleIsValidUnderBoth() {
        var text = Documents.text(Documents.EXAMPLE);

        assertThat(VALIDATOR.validate(Documents.tree(text))).isEmpty();
        assertThat(MigrationJson.read(Documents.EXAMPLE)).isInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- /$schema",
                "/name = \"a\"",
                "/name = \"a2345678901234567890123456789012\"",
                "/region = \"us-gov-west-1\"",
                "/region = \"ap-southeast-2\"",
                "/region = \"eusc-de-east-1\"",
                "/way = \"snapshot\"",
                "/approval = \"none\"",
                "- /approval",
                "/onLateWrites = \"return\"",
                "/source/ownerSecret = \"mosaic/prod/rds/master\"",
                "- /target/instanceClass",
                "/target/instanceClass = \"db.r6g.2xlarge\"",
                "/target/requiredExtensions = []",
                "/target/requiredExtensions = [\"uuid-ossp\", \"age\"]",
                "- /target/requiredExtensions",
                "/secret/id = \"arn:aws:secretsmanager:us-east-1:123456789012:secret:a/b-AbCdEf\"",
                "/secret/fields = {}",
                "/secret/fields = {\"database\": \"name\", \"password\": \"pass.word\"}",
                "/secret/own = \"a/b/c\"",
                "/kubernetes/argoCd = \"\"",
                "/kubernetes/argoCd = \"argocd\"",
                "/kubernetes/cluster = \"Mosaic_1\"",
                "/kubernetes/databaseSecret/key = \".env\"",
                "/kubernetes/databaseSecret/name = \"a.b-c.d\"",
                "/kubernetes/deployments/0/selector = \"app.kubernetes.io/name=core_api,a=B.1\"",
                "/health/url = \"http://127.0.0.1:8080/health?deep=%20yes\"",
                "/health/expectedStatus = 204",
                "/health/expectedStatus = 204.0",
                "/network/cidr = \"172.31.0.0/20\"",
                "/network/securityGroups = {\"database\": \"sg-01234567\"}",
                "/target/deletionProtection = false",
                "/target/kmsKey = \"arn:aws:kms:us-east-1:123456789012:key/mrk-1\"",
                "/kubernetes/access = {\"entry\": \"aws-auth\", \"scaledObjects\": [\"core-api\"]}",
                "/kubernetes/access/externalSecrets = [\"a\", \"b\"]",
                "/alerts/slackWebhook = \"daybreak/slack\"",
                "/limits = {}",
                "/limits/snapshot = \"90m\"",
                "/limits/approval = \"7d\"",
                "/polls = {\"slow\": \"1m\"}",
            })
    void bothAccept(String change) {
        var document = Documents.exampleWith(change);
        if (change.startsWith("/secret/fields = {\"database")) {
            var dsn = "x://{username}:{pass.word}@{host}:{port}/{name}";
            Documents.set(
                    document, "/kubernetes/databaseSecret/dsn", Documents.tree('"' + dsn + '"'));
        }

        assertThat(VALIDATOR.validate(document)).isEmpty();
        assertThat(MigrationJson.read(document.toString())).isInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- /name",
                "/name = \"Mosaic\"",
                "/name = \"a--b\"",
                "/name = \"a-\"",
                "/name = \"\"",
                "/name = \"a23456789012345678901234567890123\"",
                "/name = 7",
                "/name = null",
                "/region = \"us-east\"",
                "/region = \"useast1\"",
                "/way = \"dump\"",
                "/way = \"SNAPSHOT\"",
                "/approval = true",
                "/onLateWrites = \"ignore\"",
                "- /source",
                "/source = []",
                "/source/instance = \"1db\"",
                "/source/instance = \"Mosaic-db\"",
                "/source/instance = \"mosaic-db-\"",
                "/source/ownerSecret = \"a secret\"",
                "/source/owner = \"x\"",
                "/target/cluster = \"a2345678901234567890123456789012345678901234567890123456x\"",
                "/target/instanceClass = \"t4g.medium\"",
                "/target/instanceClass = \"db.serverless\"",
                "/target/requiredExtensions = \"age\"",
                "/target/requiredExtensions = [\"age\", \"age\"]",
                "/target/requiredExtensions = [\"Age\"]",
                "/target/requiredExtensions = [1]",
                "- /secret/id",
                "/secret/id = \"arn:aws:rds:us-east-1:123456789012:db:x\"",
                "/secret/fields/user = \"x\"",
                "/secret/fields/host = \"the host\"",
                "/secret/own = \"arn:aws:secretsmanager:us-east-1:123456789012:secret:x\"",
                "/kubernetes/cluster = \"-a\"",
                "/kubernetes/namespace = \"Prod\"",
                "/kubernetes/namespace = \"a.b\"",
                "/kubernetes/deployments = []",
                "/kubernetes/deployments = {}",
                "/kubernetes/deployments = [\"core-api\"]",
                "- /kubernetes/deployments/0/selector",
                "/kubernetes/deployments/0/name = \"core_api\"",
                "/kubernetes/deployments/0/selector = \"\"",
                "/kubernetes/deployments/0/selector = \"app in (a, b)\"",
                "/kubernetes/deployments/0/replicas = 2",
                "/kubernetes/databaseSecret/key = \"DB URL\"",
                "/kubernetes/databaseSecret/dsn = \"postgresql://host/db\"",
                "/kubernetes/databaseSecret/dsn = \"postgresql://{host}:{}\"",
                "/kubernetes/argoCd = \"Argo\"",
                "/health/url = \"api.mosaiclife.me/health\"",
                "/health/url = \"https://a:b@api.mosaiclife.me/health\"",
                "/health/expectedStatus = 500",
                "/health/expectedStatus = 200.5",
                "/health/expectedStatus = \"200\"",
                "- /network",
                "- /network/cidr",
                "/network/vpc = \"mosaic\"",
                "/network/cidr = \"10.0.0.0\"",
                "/network/subnets = [\"subnet-01234567\"]",
                "/network/subnets = [\"subnet-01234567\", \"subnet-01234567\"]",
                "/network/securityGroups/rds = \"sg-01234567\"",
                "/target/deletionProtection = \"yes\"",
                "/target/kmsKey = \"alias/aws/rds\"",
                "/kubernetes/access/entry = \"oidc\"",
                "/kubernetes/access/scaledObjects = \"core-api\"",
                "- /alerts",
                "/alerts/emails = [\"somebody\"]",
                "/limits/snapshot = \"2 hours\"",
                "/limits/snapshot = 7200",
                "/limits/snapshot = \"0s\"",
                "/limits/pods = \"5m\"",
                "/polls/slow = \"1.5m\"",
                "/polls = null",
                "/extra = 1",
            })
    void bothRefuse(String change) {
        var document = Documents.exampleWith(change);

        assertThat(VALIDATOR.validate(document)).isNotEmpty();
        assertThat(MigrationJson.read(document.toString())).isInstanceOf(Reading.Refused.class);
    }
}
