package dev.daybreak.agreement;

import static dev.daybreak.agreement.DoingItTwiceTest.trial;

import dev.daybreak.agreement.DoingItTwiceTest.Trial;
import dev.daybreak.database.Credentials;
import dev.daybreak.fakes.Examples;
import dev.daybreak.fakes.FakeFences;
import dev.daybreak.fakes.FakeStreams;
import dev.daybreak.fakes.World;
import dev.daybreak.password.CarryPasswordHandler;
import dev.daybreak.reverse.AwaitMarkerHandler;
import dev.daybreak.reverse.CarrySequencesHandler;
import dev.daybreak.reverse.DropSlotHandler;
import dev.daybreak.reverse.EndSubscriptionHandler;
import dev.daybreak.reverse.OpenStreamHandler;
import dev.daybreak.reverse.PrepareStreamHandler;
import dev.daybreak.reverse.PublishTablesHandler;
import dev.daybreak.reverse.WriteMarkerHandler;
import dev.daybreak.rollback.BeginRollbackHandler;
import dev.daybreak.rollback.LookBackHandler;
import dev.daybreak.secret.Labels;
import dev.daybreak.wayback.NoteWayBackHandler;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The handlers of the reverse stream and of a rollback.
final class RollbackTrials {
    private static final String BEFORE =
            "{'version':'v1','host':'h','port':5432,'replicas':{'core-api':2},'scalers':[],"
                    + "'synced':{},'access':{'everyone':true,'roles':['owner']}}";

    private RollbackTrials() {}

    static Stream<Trial> all() {
        return Stream.of(
                trial(PublishTablesHandler::new, "{}"),
                trial(PrepareStreamHandler::new, "{}"),
                trial(OpenStreamHandler::new, "{}"),
                trial(EndSubscriptionHandler::new, streaming(FakeStreams::flow), "{}"),
                trial(DropSlotHandler::new, streaming(FakeStreams::flow), "{}"),
                trial(
                        NoteWayBackHandler::new,
                        "{'execution':'arn','run':'run-1','before':" + BEFORE + "}"),
                trial(
                        BeginRollbackHandler::new,
                        "{'execution':'arn','name':'n','started':'2026-03-01T20:00:00Z','input':{}}"),
                trial(LookBackHandler::new, RollbackTrials::onAurora, "{}"),
                trial(WriteMarkerHandler::new, streaming(FakeStreams::flow), "{'marker':'m'}"),
                trial(
                        AwaitMarkerHandler::new,
                        streaming(FakeStreams::flow),
                        "{'marker':'m','since':'2026-03-01T20:00:00Z'}"),
                trial(
                        CarrySequencesHandler::new,
                        streaming(streams -> streams.leaveSequencesBehind(3)),
                        "{}"),
                trial(CarryPasswordHandler::new, RollbackTrials::rotated, "{}"));
    }

    private static Consumer<World> streaming(Consumer<FakeStreams> change) {
        return world -> change.accept(world.streams);
    }

    private static void onAurora(World world) {
        world.fences.put(World.RDS, FakeFences.SHUT);
        world.streams.flow();
    }

    /// Only Aurora knows today's password.
    private static void rotated(World world) {
        world.secrets.label(Examples.SECRET, "v1", new Labels("mosaic-prod").before());
        world.secrets.put(
                Examples.SECRET, "v2", World.secret(World.AURORA, "application", "p@ss-today"));
        world.databases.passwordAt(World.RDS, new Credentials("application", Examples.PASSWORD));
    }
}
