package dev.daybreak.rehearsal.promises;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Only host and port change, nobody's change is lost, and no password is written anywhere.
final class TheSecretIsUnharmed implements Promise {
    @Override
    public String id() {
        return "P4";
    }

    @Override
    public String words() {
        return "The secret is never harmed.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        var broken = new ArrayList<String>();
        var secret = evidence.secret();
        var others = new HashSet<>(secret.changed());
        others.removeAll(secret.mayChange());
        if (!others.isEmpty()) {
            broken.add("Fields of the secret changed: " + others);
        }
        secret.overwritten().forEach(change -> broken.add("Overwritten: " + change));
        if (!evidence.paged() && !secret.host().equals(evidence.home())) {
            broken.add("The secret points to %s at the end.".formatted(secret.host()));
        }
        long leaks =
                evidence.written().stream()
                        .filter(text -> evidence.secrets().stream().anyMatch(text::contains))
                        .count();
        if (leaks > 0) {
            broken.add("A password stands in %d of the texts that were written.".formatted(leaks));
        }
        return broken;
    }
}
