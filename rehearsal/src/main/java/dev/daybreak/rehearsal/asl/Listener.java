package dev.daybreak.rehearsal.asl;

/// Is told each event of an execution's history as it happens, on the agenda's thread.
@FunctionalInterface
public interface Listener {
    Listener DEAF = _ -> {};

    void heard(HistoryEvent event);
}
