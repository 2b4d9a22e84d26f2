package dev.daybreak.rehearsal.cloud;

/// A resource cannot be made; the text is AWS's own.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why);
    }
}
