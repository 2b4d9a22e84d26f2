package dev.daybreak.infra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedTest {
    private static final String EXPORTS =
            """
            {"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}},
             "Outputs": {"X": {"Value": {"Ref": "Topic"}, "Export": {"Name": "one:X"}}}}
            """;
    private static final String IMPORTS =
            """
            {"Resources": {"Alarm": {"Actions": [{"Fn::ImportValue": "one:X"}]}}}
            """;

    @Test
    void whatIsImportedIsWhatItIs() throws JsonProcessingException {
        assertThat(Merged.of(List.of(tree(EXPORTS), tree(IMPORTS))).at("/Resources/Alarm"))
                .isEqualTo(tree("{\"Actions\": [{\"Ref\": \"Topic\"}]}"));
    }

    @Test
    void aNameIsOfOneResourceOnly() throws JsonProcessingException {
        var template = tree(EXPORTS);

        assertThatThrownBy(() -> Merged.of(List.of(template, template)))
                .hasMessage("two stacks have a resource Topic");
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(json);
    }
}
