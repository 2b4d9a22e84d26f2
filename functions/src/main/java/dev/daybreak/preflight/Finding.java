package dev.daybreak.preflight;

/// What one check found.
///
/// @param check its name
/// @param what a sentence
/// @param todo what to do about it; blank for a mere note
public record Finding(String check, String what, String todo) {
    /// Fifty findings of two such texts stay far below the 256 KiB that a workflow's state holds.
    private static final int CHARACTERS_MAX = 1000;

    public Finding {
        what = clipped(what);
        todo = clipped(todo);
    }

    private static String clipped(String text) {
        return text.length() <= CHARACTERS_MAX ? text : text.substring(0, CHARACTERS_MAX) + "…";
    }
}
