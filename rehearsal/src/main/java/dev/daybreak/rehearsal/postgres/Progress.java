package dev.daybreak.rehearsal.postgres;

/// Hears how far a long copy is; called from several threads, at most once per file or 16 MB.
@FunctionalInterface
public interface Progress {
    Progress UNHEARD = (_, _) -> {};

    void copied(long bytesDone, long bytesTotal);
}
