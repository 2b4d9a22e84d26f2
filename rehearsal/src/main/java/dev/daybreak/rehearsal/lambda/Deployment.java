package dev.daybreak.rehearsal.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a function is deployed with.
///
/// @param client the folder of AWS's runtime interface client, which starts it
/// @param code the folder that becomes `/var/task`; jars are in its folder `lib`
/// @param options of its JVM
/// @param environment its variables, as deployed
public record Deployment(
        Path client, Path code, List<String> options, Map<String, String> environment) {
    /// How the managed runtime `java25` starts a JVM by itself, at 512 MB of memory
    /// (<https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html>).
    public static final List<String> MANAGED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx420m");

    public Deployment {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /// As the build leaves it in this repository, on the managed runtime.
    public static Deployment packaged(Path repository, Map<String, String> environment) {
        return new Deployment(client(repository), packaged(repository), MANAGED, environment);
    }

    /// The runtime interface client, in this repository.
    public static Path client(Path repository) {
        return repository.resolve("rehearsal/target/runtime-client");
    }

    /// The folder that is deployed, in this repository.
    public static Path packaged(Path repository) {
        return repository.resolve("functions/target/lambda");
    }

    /// The environment of a migration whose AWS answers at this endpoint, and nowhere else.
    public static Map<String, String> environment(String migration, String endpoint) {
        var variables = new TreeMap<String, String>();
        variables.put("DAYBREAK_MIGRATION", migration);
        variables.put("DAYBREAK_TOPIC", "arn:aws:sns:us-east-1:123456789012:daybreak");
        variables.put("DAYBREAK_TEMPLATE_URL", "https://bucket.s3.amazonaws.com/aurora.json");
        variables.put("DAYBREAK_TEMPLATE_KEEPS", "Cluster,Writer");
        variables.put("DAYBREAK_TLS", "require");
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", "nobody");
        variables.put("AWS_SECRET_ACCESS_KEY", "nothing");
        variables.put("AWS_SESSION_TOKEN", "nothing");
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("AWS_ENDPOINT_URL", endpoint);
        return variables;
    }
}
