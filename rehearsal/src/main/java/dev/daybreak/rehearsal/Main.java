package dev.daybreak.rehearsal;

/// The rehearsal's command line.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        IO.println("Not yet: " + String.join(" ", args));
    }
}
