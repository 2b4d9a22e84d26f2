package dev.daybreak.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.infra.guard.DaybreakGuards;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/// Synthesizes, and lets nothing through that a guard forbids.
final class Guarded {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Guarded() {}

    static boolean synthesize(App app) {
        var problems = app.synth().getStacks().stream().flatMap(Guarded::problems).toList();
        problems.forEach(problem -> System.err.println("daybreak: " + problem));
        if (!problems.isEmpty()) {
            System.err.println(
                    "daybreak: the templates break the rules above; do not deploy them. Nothing was deployed.");
        }
        return problems.isEmpty();
    }

    private static Stream<String> problems(CloudFormationStackArtifact stack) {
        var template = MAPPER.<JsonNode>valueToTree(stack.getTemplate());
        return DaybreakGuards.problems(template).stream()
                .map(problem -> "%s: %s".formatted(stack.getStackName(), problem));
    }
}
