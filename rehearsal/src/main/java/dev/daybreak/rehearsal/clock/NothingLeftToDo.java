package dev.daybreak.rehearsal.clock;

/// Virtual time has nowhere to jump to: what is waited for can never happen by itself.
public final class NothingLeftToDo extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NothingLeftToDo() {
        super(
                "The agenda is empty and what is waited for has not happened: give the wait a"
                        + " timeout, or answer its task token before running on.");
    }
}
