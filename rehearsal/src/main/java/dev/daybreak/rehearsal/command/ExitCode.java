package dev.daybreak.rehearsal.command;

/// What a command ends with; numbers above 63 are those of `sysexits.h`.
final class ExitCode {
    static final int GOOD = 0;
    static final int NOT_GOOD = 1;
    static final int USAGE = 64;
    static final int BAD_SETTINGS = 65;
    static final int MACHINE = 69;
    static final int BUG = 70;
    static final int NO_SPACE = 73;
    static final int STOPPED = 130;

    private ExitCode() {}
}
