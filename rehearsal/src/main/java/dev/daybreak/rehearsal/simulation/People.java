package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.asl.TaskCall;
import dev.daybreak.runtime.Json;
import java.time.Duration;

/// Those who are asked: they approve after a while, and mend what is broken when they are paged.
final class People {
    /// How the next question is answered.
    enum Mood {
        AGREES,
        DECLINES,
        SLEEPS,
        AGREES_TWICE
    }

    private final World world;
    private Mood mood = Mood.AGREES;

    People(World world) {
        this.world = world;
    }

    void willBe(Mood next) {
        mood = next;
    }

    /// A function was called; where it carries a token, somebody was asked.
    void called(Running one, TaskCall call) {
        if (call instanceof TaskCall.Invoke invoke && invoke.origin().token().isPresent()) {
            asked(one, invoke, invoke.origin().token().get());
        }
    }

    private void asked(Running one, TaskCall.Invoke question, String token) {
        var after = Duration.ofMinutes(world.chance.nextInt(5, 180));
        if (question.function().equals("AskForRepairFunction")) {
            world.time.after(
                    after,
                    () -> {
                        new Mending(world).all();
                        one.execution().sendTaskSuccess(token, Json.MAPPER.createObjectNode());
                    });
            return;
        }
        var answers = mood;
        mood = Mood.AGREES;
        if (answers == Mood.SLEEPS) {
            return;
        }
        var answer = Json.MAPPER.createObjectNode().put("approved", answers != Mood.DECLINES);
        world.time.after(after, () -> one.execution().sendTaskSuccess(token, answer));
        if (answers == Mood.AGREES_TWICE) {
            world.time.after(
                    after.plusMinutes(1), () -> one.execution().sendTaskSuccess(token, answer));
        }
    }
}
