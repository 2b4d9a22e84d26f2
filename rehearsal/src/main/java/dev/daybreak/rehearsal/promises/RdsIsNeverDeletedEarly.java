package dev.daybreak.rehearsal.promises;

import dev.daybreak.alert.Alert;
import dev.daybreak.rehearsal.promises.Departure.Deed;
import java.util.ArrayList;
import java.util.List;

/// The old instance goes only after green days, a last snapshot that was restored and checked, and
/// a second approval.
final class RdsIsNeverDeletedEarly implements Promise {
    @Override
    public String id() {
        return "P8";
    }

    @Override
    public String words() {
        return "RDS is never deleted early.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        return evidence.departure().own().stream()
                .filter(one -> one.is("delete", "daybreak"))
                .flatMap(one -> broken(evidence, one).stream())
                .toList();
    }

    private static List<String> broken(Evidence evidence, Deed deletion) {
        var broken = new ArrayList<String>();
        var departure = evidence.departure();
        if (deletion.greenDays() < departure.greenDays()) {
            broken.add(
                    "It was deleted after %d green days; %d are wanted."
                            .formatted(deletion.greenDays(), departure.greenDays()));
        }
        var snapshot = departure.snapshotSince().filter(at -> at.isBefore(deletion.at()));
        if (snapshot.isEmpty()) {
            broken.add("It was deleted before its last snapshot was available.");
        }
        var isRestored =
                departure.deeds().stream()
                        .filter(one -> one.is("restore", "daybreak"))
                        .filter(one -> snapshot.filter(one.at()::isAfter).isPresent())
                        .anyMatch(one -> one.at().isBefore(deletion.at()));
        if (!isRestored || !wasLeft(evidence, "CheckTrial", deletion)) {
            broken.add("Its last snapshot was not restored and checked before it was deleted.");
        }
        if (!wasAsked(evidence) || !wasLeft(evidence, "RequestDeletion", deletion)) {
            broken.add("Nobody approved the deletion.");
        }
        return broken;
    }

    private static boolean wasLeft(Evidence evidence, String state, Deed deletion) {
        return evidence.visits().stream()
                .anyMatch(one -> one.state().equals(state) && !one.left().isAfter(deletion.at()));
    }

    private static boolean wasAsked(Evidence evidence) {
        return evidence.alerts().stream()
                .anyMatch(
                        one ->
                                one.level() == Alert.Level.ASK
                                        && "Delete".equals(one.attributes().get("question")));
    }
}
