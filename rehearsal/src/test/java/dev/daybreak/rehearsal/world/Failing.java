package dev.daybreak.rehearsal.world;

import dev.daybreak.rehearsal.asl.Tasks.Work;

/// A state fails for good, beside the one that the options name.
record Failing(String state) implements Meddler {
    @Override
    public Work work(World world, Work work) {
        return Works.failing(state, work);
    }
}
