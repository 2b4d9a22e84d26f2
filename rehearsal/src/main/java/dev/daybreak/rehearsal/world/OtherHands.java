package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.cloud.SecretChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What others than Daybreak did to a secret, and what became of it.
public record OtherHands(List<SecretChange> history) {
    public OtherHands {
        history = List.copyOf(history);
    }

    /// Every field that one of them changed.
    public Set<String> changed() {
        return history.stream()
                .filter(OtherHands::isAnothers)
                .flatMap(change -> change.changed().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A field that another writer changed, and Daybreak after him, is his no more: he was not
    /// asked.
    public List<String> overwritten() {
        var lost = new ArrayList<String>();
        for (int i = 0; i < history.size(); i++) {
            var his = history.get(i);
            if (isAnothers(his)) {
                history.stream()
                        .skip(i + 1L)
                        .filter(later -> !isAnothers(later))
                        .flatMap(later -> later.changed().stream())
                        .filter(his.changed()::contains)
                        .forEach(field -> lost.add(words(field, his)));
            }
        }
        return List.copyOf(lost);
    }

    private static String words(String field, SecretChange his) {
        return "field %s, which %s changed at %s".formatted(field, his.by(), his.at());
    }

    private static boolean isAnothers(SecretChange change) {
        return !change.by().equals("daybreak");
    }
}
