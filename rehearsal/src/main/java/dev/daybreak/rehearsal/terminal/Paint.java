package dev.daybreak.rehearsal.terminal;

/// How words are made to stand out.
public enum Paint {
    /// Not at all: a pipe, a file, `NO_COLOR`.
    NONE {
        @Override
        String with(String code, String text) {
            return text;
        }
    },
    /// With the sixteen colours that people choose themselves.
    ANSI {
        @Override
        String with(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String with(String code, String text);

    String strong(String text) {
        return with("1", text);
    }

    String faint(String text) {
        return with("2", text);
    }

    String good(String text) {
        return with("32", text);
    }

    String bad(String text) {
        return with("1;31", text);
    }

    String calling(String text) {
        return with("33", text);
    }
}
