package dev.daybreak.infra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.infra.NeedsNode;
import dev.daybreak.infra.Synthesized;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// CloudFormation takes each of the templates.
@NeedsNode
class TemplateLimitsTest {
    @Test
    void everyStackIsWithinThem() throws IOException {
        for (var file : Synthesized.templates()) {
            assertThat(TemplateLimits.problems(Synthesized.tree(file), Files.size(file)))
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
    }

    @Test
    void findsTooMuchOfEverything() {
        var template = JsonMapper.builder().build().createObjectNode();
        for (int one = 0; one <= 500; one++) {
            template.withObject("/Resources").putObject("Resource" + one);
            template.withObject("/Outputs").putObject("Output" + one);
        }

        assertThat(TemplateLimits.problems(template, 1_000_001))
                .containsExactly(
                        "the template has 501 resources; CloudFormation takes 500",
                        "the template has 501 outputs; CloudFormation takes 200",
                        "the template has 1,000,001 bytes; CloudFormation takes 1,000,000");
    }
}
