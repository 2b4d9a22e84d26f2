package dev.daybreak.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.infra.guard.AuroraGuards;
import dev.daybreak.infra.guard.DaybreakGuards;
import dev.daybreak.infra.guard.Merged;
import dev.daybreak.infra.guard.TemplateLimits;
import dev.daybreak.infra.stack.DaybreakStack;
import dev.daybreak.kubernetes.RbacManifest;
import dev.daybreak.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        var problems = problems(assembly.getStacks());
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

    /// Daybreak's own stacks are judged together: they name what is in one another.
    private static List<String> problems(List<CloudFormationStackArtifact> stacks) {
        var own = stacks.stream().map(Guarded::template).filter(one -> !isAurora(one)).toList();
        return Stream.of(
                        stacks.stream().flatMap(Guarded::limits),
                        stacks.stream().flatMap(Guarded::aurora),
                        DaybreakGuards.problems(Merged.of(own)).stream())
                .flatMap(one -> one)
                .toList();
    }

    private static Stream<String> limits(CloudFormationStackArtifact stack) {
        try {
            var bytes = Files.size(Path.of(stack.getTemplateFullPath()));
            return TemplateLimits.problems(template(stack), bytes).stream()
                    .map(problem -> "%s: %s".formatted(stack.getStackName(), problem));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Stream<String> aurora(CloudFormationStackArtifact stack) {
        return Stream.of(template(stack))
                .filter(Guarded::isAurora)
                .flatMap(template -> AuroraGuards.problems(template).stream())
                .map(problem -> "%s: %s".formatted(stack.getStackName(), problem));
    }

    private static JsonNode template(CloudFormationStackArtifact stack) {
        return MAPPER.valueToTree(stack.getTemplate());
    }

    private static boolean isAurora(JsonNode template) {
        return template.findValuesAsText("Type").contains("AWS::RDS::DBCluster");
    }
}
