package dev.daybreak.rehearsal.promises;

import java.util.ArrayList;
import java.util.List;

/// Its own replicas, and every one of them writes, or a person was paged.
final class TheApplicationComesBack implements Promise {
    @Override
    public String id() {
        return "P3";
    }

    @Override
    public String words() {
        return "The application always comes back.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        if (evidence.paged()) {
            return List.of();
        }
        var broken = new ArrayList<String>();
        var pods = evidence.application();
        pods.wanted()
                .forEach(
                        (deployment, wanted) -> {
                            int ready = pods.ready().getOrDefault(deployment, 0);
                            if (ready != wanted) {
                                broken.add(
                                        "%s has %d ready pods instead of %d, and nobody was paged."
                                                .formatted(deployment, ready, wanted));
                            }
                        });
        if (!pods.writes()) {
            broken.add("The application cannot write, and nobody was paged.");
        }
        return broken;
    }
}
