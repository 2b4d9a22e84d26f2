package dev.daybreak.rehearsal.promises;

import java.util.List;

/// One thing that Daybreak guarantees, and how a finished rehearsal is judged by it.
public interface Promise {
    /// `P1` to `P9`, as the documentation counts them.
    String id();

    /// What is promised, one sentence.
    String words();

    /// What broke it, a sentence each, without any secret; empty where it was held.
    List<String> broken(Evidence evidence);

    /// All of them, in their order.
    static List<Promise> all() {
        return List.of(
                new NoWriteIsLost(),
                new OneWritableDatabase(),
                new TheApplicationComesBack(),
                new TheSecretIsUnharmed(),
                new NobodyLearnsLate(),
                new TwiceIsOnce(),
                new NoWaitIsEndless(),
                new RdsIsNeverDeletedEarly(),
                new StoppedStaysStopped());
    }
}
