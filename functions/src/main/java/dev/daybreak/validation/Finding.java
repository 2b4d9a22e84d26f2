package dev.daybreak.validation;

/// Something that is not as it should be.
///
/// @param what is wrong, for people
/// @param todo what to do about it
public record Finding(Check check, String what, String todo) {
    /// All findings together pass through the workflow's state.
    private static final int TEXT_MAX = 1_500;

    public Finding {
        what = cut(what);
        todo = cut(todo);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX - 1) + "…";
    }
}
