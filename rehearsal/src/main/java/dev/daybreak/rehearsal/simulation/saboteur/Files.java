package dev.daybreak.rehearsal.simulation.saboteur;

import static dev.daybreak.rehearsal.simulation.saboteur.Definition.always;
import static dev.daybreak.rehearsal.simulation.saboteur.Definition.catches;
import static dev.daybreak.rehearsal.simulation.saboteur.Definition.next;
import static dev.daybreak.rehearsal.simulation.saboteur.Definition.otherwise;
import static dev.daybreak.rehearsal.simulation.saboteur.Definition.skips;
import static dev.daybreak.rehearsal.simulation.saboteur.Saboteur.file;

import java.util.List;

/// Workflows that lack a state, or go the wrong way.
final class Files {
    private Files() {}

    static List<Saboteur> all() {
        return List.of(
                file(
                        "no-return",
                        "what fails in the window just ends",
                        "migrate",
                        skips("Return", "Stopped")),
                file(
                        "return-without-lifting",
                        "the return leaves RDS fenced",
                        "migrate",
                        skips("LiftFence", "ResumeOnRds")),
                file(
                        "return-without-resuming",
                        "the return leaves the application at zero",
                        "migrate",
                        skips("ResumeOnRds", "RestoreScalersOnRds")),
                file(
                        "return-without-secret",
                        "the return forgets that the host was swapped",
                        "migrate",
                        skips("RestoreHost", "LiftFence")),
                file(
                        "return-forgets-scalers",
                        "the return leaves autoscalers paused",
                        "migrate",
                        skips("RestoreScalersOnRds", "ForgetStream")),
                file(
                        "success-forgets-scalers",
                        "a success leaves autoscalers paused",
                        "migrate",
                        skips("RestoreScalers", "AnnounceFinished")),
                file(
                        "endless-wait-for-pods",
                        "who waits for the application has no limit",
                        "migrate",
                        otherwise("IsApplicationReady", "WaitForApplication")),
                file(
                        "silent-success",
                        "nobody is told that it is done",
                        "migrate",
                        skips("AnnounceFinished", "Finished")),
                file(
                        "silent-refusal",
                        "a refusal is not told",
                        "migrate",
                        skips("AnnounceRefused", "WasAnythingMade")),
                file(
                        "silent-return",
                        "a return is not told",
                        "migrate",
                        skips("AnnounceReturned", "StartCleaning")),
                file(
                                "no-last-resort",
                                "a message of the end that cannot be sent is not published plainly",
                                "migrate",
                                catches("AnnounceFinished", "Finished"))
                        .near("AnnounceFinished"),
                file(
                        "stream-never-opened",
                        "the way back is prepared and not opened",
                        "migrate",
                        skips("OpenStream", "RestoreScalers")),
                file(
                        "rollback-opens-first",
                        "RDS is opened before Aurora is shut",
                        "rollback",
                        next("Quiesce", "LiftFence")),
                file(
                        "rollback-forgets-password",
                        "a rotated password is not carried back",
                        "rollback",
                        skips("CarryPassword", "RestoreHost")),
                file(
                        "rollback-forgets-host",
                        "the secret still points to Aurora",
                        "rollback",
                        skips("RestoreHost", "LiftFence")),
                file(
                                "stops-every-start",
                                "whoever starts the instance, it is stopped again",
                                "keep-stopped",
                                skips("MarkLeftAlone", "MarkStopped"))
                        .near("LookAwake"),
                file(
                        "ignores-events",
                        "AWS's start is nobody's business",
                        "keep-stopped",
                        always("IsItOurs", "NothingToDo")),
                file(
                        "keep-stopped-silent",
                        "what was done is not told",
                        "keep-stopped",
                        skips("AnnounceExercised", "Kept")),
                file(
                        "deletes-without-asking",
                        "there is no second approval",
                        "decommission",
                        skips("RequestDeletion", "DeleteInstance")),
                file(
                        "deletes-before-available",
                        "the last snapshot was ordered, which is enough",
                        "decommission",
                        skips("AwaitLastSnapshot", "KeepSecret")),
                file(
                        "deletes-without-trial",
                        "the last snapshot is not restored",
                        "decommission",
                        skips("RestoreTrial", "KeepSecret")),
                file(
                        "believes-the-trial",
                        "what was restored is not looked at",
                        "decommission",
                        skips("CheckTrial", "DropTrial")),
                file(
                                "success-before-the-end",
                                "the end is told before the notes are erased",
                                "decommission",
                                definition -> {
                                    next("ForgetSecret", "AnnounceFinished").accept(definition);
                                    next("AnnounceFinished", "EraseNotes").accept(definition);
                                    next("EraseNotes", "Finished").accept(definition);
                                })
                        .near("EraseNotes"),
                file(
                                "decommission-ends-silently",
                                "an end that cannot be told is not published plainly",
                                "decommission",
                                catches("AnnounceFinished", "Finished"))
                        .near("AnnounceFinished"));
    }
}
