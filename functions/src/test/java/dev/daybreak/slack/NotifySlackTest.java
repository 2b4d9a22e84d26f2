package dev.daybreak.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daybreak.agreement.NoContext;
import dev.daybreak.aws.ExampleMigration;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeWebhooks.Post;
import dev.daybreak.fakes.World;
import dev.daybreak.fault.BadInput;
import dev.daybreak.fault.Unexpected;
import dev.daybreak.slack.NotifySlack.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotifySlackTest {
    private final World world = new World();

    @Test
    void passesOnWhatSnsHandsOver() throws IOException {
        assertThat(handled(Files.readString(Path.of("../events/functions/NotifySlack.json"))))
                .isEqualTo("{\"decision\":\"Posted\",\"messages\":1}");

        assertThat(world.webhooks.posted())
                .singleElement()
                .satisfies(
                        post -> {
                            assertThat(post.secret()).isEqualTo(Examples.SLACK_SECRET);
                            assertThat(post.text())
                                    .startsWith(
                                            "Daybreak mosaic-prod: the application runs on Aurora\n\nThe migration to")
                                    .endsWith("Watch the application for some days.\n");
                        });
    }

    @Test
    void postsEachOfSeveralAndDoesWithoutASubject() throws IOException {
        handled(
                """
                {"Records":[{"Sns":{"Message":"one"}},{"Sns":{"Subject":null,"Message":"two"}},
                  {"Sns":{"Subject":"three","Message":"four","New":{"Of":["AWS"]}},"New":1}],"New":2}
                """);

        assertThat(world.webhooks.posted())
                .containsExactly(
                        new Post(Examples.SLACK_SECRET, "one"),
                        new Post(Examples.SLACK_SECRET, "two"),
                        new Post(Examples.SLACK_SECRET, "three\n\nfour"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Records\":null}",
                "{\"Records\":[null]}",
                "{\"Records\":[{}]}",
                "{\"Records\":[{\"Sns\":{\"Subject\":\"hunter2\"}}]}",
                "{\"Records\":[{\"Sns\":{\"Message\":2}}]}"
            })
    void whatIsNoMessageOfSnsIsRefused(String event) {
        assertThatThrownBy(() -> handled(event))
                .isInstanceOf(BadInput.class)
                .hasMessageNotContaining("hunter2");
        assertThat(world.webhooks.posted()).isEmpty();
    }

    @Test
    void withoutAWebhookItSaysWhatToDo() {
        var step = new NotifySlack(ExampleMigration.MIGRATION, world.webhooks);

        assertThatThrownBy(() -> step.answer(new Order(List.of())))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("alerts.slackWebhook");
    }

    private String handled(String event) throws IOException {
        var out = new ByteArrayOutputStream();
        new NotifySlackHandler(world.wiring())
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(UTF_8)), out, new NoContext());
        return out.toString(UTF_8);
    }
}
