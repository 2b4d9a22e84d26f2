package dev.daybreak.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daybreak.agreement.NoContext;
import dev.daybreak.announce.Announce;
import dev.daybreak.announce.AnnounceHandler;
import dev.daybreak.approval.RequestApprovalHandler;
import dev.daybreak.decommission.AnnounceDecommission;
import dev.daybreak.decommission.AnnounceDecommissionHandler;
import dev.daybreak.decommission.RequestDecommission;
import dev.daybreak.decommission.RequestDecommissionHandler;
import dev.daybreak.fakes.World;
import dev.daybreak.keepstopped.ReportKeeping;
import dev.daybreak.keepstopped.ReportKeepingHandler;
import dev.daybreak.repair.AskForRepair;
import dev.daybreak.repair.AskForRepairHandler;
import dev.daybreak.runtime.StepHandler;
import dev.daybreak.runtime.Wiring;
import dev.daybreak.validate.TellDayHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// `docs/alerts.md` shows every message that Daybreak can send, as it is sent.
class AlertsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "alerts.md");
    private static final Path MADE = Path.of("target", "alerts.md");

    private static final String EXECUTION =
            "arn:aws:states:us-east-1:123456789012:execution:daybreak-mosaic-prod-migrate:evening";

    private static final String HEAD =
            """
            # Messages

            Every message that Daybreak sends, as it is sent, made by `AlertsPageTest`; `EveryAlertTest`
            provokes each. The subject has at most 100 characters. The first line says what happened, the
            next who serves the application and which database takes writes, then what to do. Machines read
            the message attributes.

            """;

    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void thePageShowsEveryMessage() throws IOException {
        migration();
        afterwards();
        var page = HEAD + String.join("\n", alerts.stream().map(AlertsPageTest::shown).toList());
        Files.writeString(MADE, page);

        assertThat(PAGE)
                .as("if the change is meant, copy functions/%s there", MADE)
                .content(UTF_8)
                .isEqualTo(page);
        assertThat(page).doesNotContain("p@ss", "{host}");
    }

    private void migration() throws IOException {
        send(
                RequestApprovalHandler::new,
                "{'token':'TOKEN','execution':'%s','warnings':['no-replicas: It has a replica.'],'limitSeconds':86400,'forecast':{'milliseconds':4200,'rebuild':false,'parts':[{'what':'pods end and start','milliseconds':4200}]}}"
                        .formatted(EXECUTION));
        for (var ending : Announce.Ending.values()) {
            var isGood =
                    ending == Announce.Ending.FINISHED || ending == Announce.Ending.ROLLED_BACK;
            send(
                    AnnounceHandler::new,
                    "{'ending':'%s','state':'%s','error':'%s','cause':'%s','execution':'%s','details':[]}"
                            .formatted(
                                    ending,
                                    isGood ? "" : "AwaitReady",
                                    isGood ? "" : "Daybreak.Failed",
                                    isGood ? "" : "Pod core-api-1 is not ready.",
                                    EXECUTION));
        }
        for (var task : AskForRepair.Task.values()) {
            send(
                    AskForRepairHandler::new,
                    "{'task':'%s','state':'LiftFence','error':'Denied','cause':'It was not allowed.','token':'TOKEN','execution':'%s','limitSeconds':86400}"
                            .formatted(task, EXECUTION));
        }
    }

    private void afterwards() throws IOException {
        var day =
                "{'day':'2026-03-02','flows':true,'findings':[%s],'details':['%s'],'green':%d,'execution':'%s'}";
        send(TellDayHandler::new, day.formatted("", "Cost: as was said.", 3, EXECUTION));
        send(
                TellDayHandler::new,
                day.formatted(
                        "{'check':'STRAGGLERS','what':'Somebody still tries to get into RDS.','todo':'Give them the address of Aurora.'}",
                        "Cost: as was said.",
                        0,
                        EXECUTION));
        for (var ending : ReportKeeping.Ending.values()) {
            ended(ReportKeepingHandler::new, ending);
        }
        for (var question : RequestDecommission.Question.values()) {
            send(
                    RequestDecommissionHandler::new,
                    "{'question':'%s','token':'TOKEN','execution':'%s','facts':['7 green days.'],'limitSeconds':86400}"
                            .formatted(question, EXECUTION));
        }
        for (var ending : AnnounceDecommission.Ending.values()) {
            ended(AnnounceDecommissionHandler::new, ending);
        }
    }

    private void ended(Function<Wiring, StepHandler<?>> handler, Enum<?> ending)
            throws IOException {
        send(
                handler,
                "{'ending':'%s','state':'AwaitStopped','error':'Daybreak.Failed','cause':'It takes too long.','execution':'%s','details':[]}"
                        .formatted(ending, EXECUTION));
    }

    private void send(Function<Wiring, StepHandler<?>> handler, String order) throws IOException {
        var world = new World();
        handler.apply(world.wiring())
                .handleRequest(
                        new ByteArrayInputStream(order.replace('\'', '"').getBytes(UTF_8)),
                        new ByteArrayOutputStream(),
                        new NoContext());
        alerts.add(world.alerts.last());
    }

    private static String shown(Alert alert) {
        return "## %s\n\n```\n%s```\n\n%s\n"
                .formatted(
                        alert.subject(),
                        alert.body(),
                        new TreeMap<>(alert.attributes())
                                .entrySet().stream()
                                        .map(
                                                one ->
                                                        "%s = %s"
                                                                .formatted(
                                                                        one.getKey(),
                                                                        one.getValue()))
                                        .toList()
                                        .toString());
    }
}
