package dev.daybreak.infra.step;

import static dev.daybreak.infra.step.Permissions.all;
import static dev.daybreak.infra.step.Reach.DATABASES;

import dev.daybreak.migration.Migration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the functions may do that keep the old instance stopped, and that take it away.
final class DepartureSteps {
    private final Permissions may;
    private final LoginPermissions logins;
    private final NotePermissions notes;
    private final InstancePermissions life;

    DepartureSteps(Migration migration) {
        this.may = new Permissions(new Arns(migration));
        this.logins = may.logins();
        this.notes = may.notes();
        this.life = may.instances();
    }

    List<Step> table(Deployed deployed) {
        return Stream.of(power(), keep(deployed), decommission(deployed), lastSnapshot())
                .flatMap(List::stream)
                .toList();
    }

    private List<Step> power() {
        var stop = all(may.instance(), life.stop(), logins.application(), notes.running());
        return List.of(Step.of("StopInstance", "power", Set.of(), stop));
    }

    private List<Step> keep(Deployed deployed) {
        var check = all(logins.looking(), notes.read());
        var report = all(may.instance(), may.publish(deployed));
        return List.of(
                Step.of("WakeUp", "keepstopped", Set.of(), List.of()),
                Step.of("LookAwake", "keepstopped", Set.of(), all(may.instance(), notes.running())),
                Step.of("CheckAwake", "keepstopped", Set.of(DATABASES), check),
                Step.of("ReportKeeping", "keepstopped", Set.of(), report));
    }

    private List<Step> decommission(Deployed deployed) {
        var publish = may.publish(deployed);
        var delete = all(gates(), life.lastSnapshot(), life.delete());
        return List.of(
                decommission("BeginDecommission", notes.claim()),
                looking("JudgeDecommission", gates()),
                decommission("RequestDecommission", all(notes.read(), publish)),
                looking("JudgeAgain", gates()),
                looking("RecordHeld", all(logins.looking(), notes.change())),
                decommission("AwaitRest", List.of()),
                looking("DeleteInstance", delete),
                decommission("EraseNotes", notes.erase()),
                decommission(
                        "AnnounceDecommission",
                        all(may.instance(), life.lastSnapshot(), notes.read(), publish)));
    }

    private List<Step> lastSnapshot() {
        var take = all(may.instance(), life.lastSnapshot(), life.takeLastSnapshot(), notes.read());
        var restore = all(may.instance(), life.trial(), life.restoreTrial(), notes.read());
        var check = all(logins.looking(), life.trial(), notes.read());
        var drop = all(life.trial(), life.deleteTrial());
        return List.of(
                Step.of("TakeLastSnapshot", "lastsnapshot", Set.of(), take),
                Step.of("RestoreTrial", "lastsnapshot", Set.of(), restore),
                Step.of("CheckTrial", "lastsnapshot", Set.of(DATABASES), check),
                Step.of("DropTrial", "lastsnapshot", Set.of(), drop));
    }

    /// What `Gates` looks at.
    private List<Permission> gates() {
        return all(logins.looking(), may.days().serverLogs(), notes.running());
    }

    private static Step decommission(String name, List<Permission> permissions) {
        return Step.of(name, "decommission", Set.of(), permissions);
    }

    private static Step looking(String name, List<Permission> permissions) {
        return Step.of(name, "decommission", Set.of(DATABASES), permissions);
    }
}
