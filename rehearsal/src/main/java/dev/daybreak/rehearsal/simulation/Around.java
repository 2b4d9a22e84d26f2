package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.simulation.fault.Boundary;
import dev.daybreak.rehearsal.simulation.fault.Mishap;
import java.time.Instant;
import java.util.function.Consumer;

/// The world around each call; what may happen in it is known once everybody is there.
final class Around implements Boundary.Surroundings {
    private final World world;
    private Consumer<Mishap> mishaps = _ -> {};

    Around(World world) {
        this.world = world;
    }

    void with(Mishaps all) {
        mishaps = all::happens;
    }

    @Override
    public void breathe() {
        world.breathe();
    }

    @Override
    public Instant now() {
        return world.time.instant();
    }

    @Override
    public void happens(Mishap mishap) {
        mishaps.accept(mishap);
    }
}
