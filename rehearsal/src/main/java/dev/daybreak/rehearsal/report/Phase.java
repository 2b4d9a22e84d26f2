package dev.daybreak.rehearsal.report;

/// The parts of a migration, as people know them.
public enum Phase {
    PREPARE("Prepare", "no downtime; nothing of the application is touched"),
    APPROVE("Approve", "no downtime; people decide, and everything is looked at once more"),
    CUT_OVER("Cut over", "the window: a failure from here on leads to the return"),
    RETURN("Return", "the application goes back to RDS"),
    STOP("Stop", "before the window: the application was not touched");

    private final String title;
    private final String words;

    Phase(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }
}
