package dev.daybreak.infra.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What CloudFormation takes in one stack
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>).
public final class TemplateLimits {
    private static final int RESOURCES_MAX = 500;
    private static final int OUTPUTS_MAX = 200;
    private static final long BYTES_MAX = 1_000_000;

    private TemplateLimits() {}

    /// @param bytes of the template's file
    public static List<String> problems(JsonNode template, long bytes) {
        var problems = new ArrayList<String>();
        judge("resources", template.path("Resources").size(), RESOURCES_MAX, problems);
        judge("outputs", template.path("Outputs").size(), OUTPUTS_MAX, problems);
        judge("bytes", bytes, BYTES_MAX, problems);
        return problems;
    }

    private static void judge(String what, long count, long max, List<String> problems) {
        if (count > max) {
            problems.add(
                    "the template has %,d %s; CloudFormation takes %,d"
                            .formatted(count, what, max));
        }
    }
}
