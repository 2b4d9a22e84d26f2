package dev.daybreak.fakes;

import dev.daybreak.fault.Unavailable;
import java.util.ArrayList;
import java.util.List;

/// What was changed in a [World], in order; what changes nothing is not written. It can be told to
/// lose an answer: the effect happens, and the caller hears of a lost connection.
public final class Journal {
    private final List<String> effects = new ArrayList<>();
    private int losing;

    void write(String effect) {
        effects.add(effect);
        if (effects.size() == losing) {
            throw new Unavailable("The connection was lost while waiting for the answer.");
        }
    }

    public List<String> effects() {
        return List.copyOf(effects);
    }

    /// The answer to the n-th effect from now on gets lost.
    public void loseAnswerOf(int effect) {
        losing = effects.size() + effect;
    }
}
