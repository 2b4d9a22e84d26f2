package dev.daybreak.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.infra.guard.AuroraGuards;
import dev.daybreak.infra.guard.DaybreakGuards;
import dev.daybreak.infra.stack.DaybreakStack;
import dev.daybreak.kubernetes.RbacManifest;
import dev.daybreak.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/// Writes what is deployed, and lets nothing through that a guard forbids.
final class Guarded {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Guarded() {}

    /// Whether all is well; what is not was told.
    static boolean synthesize(App app, Migration migration) {
        var assembly = app.synth();
        var problems = assembly.getStacks().stream().flatMap(Guarded::problems).toList();
        problems.forEach(problem -> System.err.println("daybreak: " + problem));
        if (!problems.isEmpty()) {
            System.err.println(
                    "daybreak: the templates break the rules above. Nothing was deployed, and they must not be.");
            return false;
        }
        write(Path.of(assembly.getDirectory()).resolve(DaybreakStack.MANIFEST), migration);
        return true;
    }

    private static void write(Path file, Migration migration) {
        try {
            Files.writeString(file, RbacManifest.of(migration));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> problems(CloudFormationStackArtifact stack) {
        var template = MAPPER.<JsonNode>valueToTree(stack.getTemplate());
        var isAurora = template.findValuesAsText("Type").contains("AWS::RDS::DBCluster");
        var problems =
                isAurora ? AuroraGuards.problems(template) : DaybreakGuards.problems(template);
        return problems.stream().map(problem -> "%s: %s".formatted(stack.getStackName(), problem));
    }
}
