package dev.daybreak.rehearsal.writers;

/// One row of which a client was told that it is committed: when it asked, and when it was told.
public record Acknowledged(String writer, int n, String server, Moment sent, Moment answered) {}
