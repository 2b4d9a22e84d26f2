package dev.daybreak.rehearsal.report;

/// What came of a state, in a word or a sentence.
public record Note(String words, boolean failed) {}
