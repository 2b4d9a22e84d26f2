package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Migration;
import dev.daybreak.rehearsal.cloud.Cloud;
import dev.daybreak.rehearsal.cloud.Life;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How often each thing was made that one execution makes once.
public record Effects(Cloud cloud, Migration migration) {
    /// Each snapshot has a name that ends with what it is for; a cluster is built once from each;
    /// the secret gets one version, and one more on top of every change of somebody else's.
    public Map<String, Integer> counted() {
        var effects = new HashMap<String, Integer>();
        var lives = cloud.lives();
        var snapshots =
                lives.stream()
                        .filter(life -> life.kind().equals("snapshot"))
                        .map(Life::id)
                        .distinct()
                        .toList();
        snapshots.forEach(id -> effects.merge("The snapshot " + purpose(id), 1, Integer::sum));
        effects.put(
                "A cluster from one snapshot",
                builds(lives) > snapshots.size() ? builds(lives) : 1);
        effects.put("A version of the secret", versions());
        return effects;
    }

    private static String purpose(String snapshot) {
        return snapshot.substring(snapshot.lastIndexOf('-') + 1);
    }

    private static int builds(List<Life> lives) {
        return (int)
                lives.stream()
                        .filter(life -> life.kind().equals("stack"))
                        .filter(life -> life.status().equals(Optional.of("CREATE_IN_PROGRESS")))
                        .count();
    }

    private int versions() {
        var history = cloud.secrets().history(migration.secret().id());
        var ours =
                history.stream()
                        .filter(change -> change.by().equals("daybreak"))
                        .filter(change -> change.call().equals("PutSecretValue"))
                        .count();
        var others = history.stream().filter(change -> !change.by().equals("daybreak")).count();
        return (int) Math.max(0, ours - others);
    }
}
