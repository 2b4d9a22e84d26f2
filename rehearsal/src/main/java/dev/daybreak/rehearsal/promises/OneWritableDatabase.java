package dev.daybreak.rehearsal.promises;

import dev.daybreak.database.Login;
import java.util.ArrayList;
import java.util.List;

/// A stray client tries all the time, on both sides.
final class OneWritableDatabase implements Promise {
    @Override
    public String id() {
        return "P2";
    }

    @Override
    public String words() {
        return "One writable database at a time.";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        var broken = new ArrayList<>(evidence.tooEarlyOrLate());
        var open = evidence.rds() instanceof Login.Accepted;
        if (open && evidence.succeeded() && evidence.home().equals("aurora")) {
            broken.add("RDS still lets the application in after the move.");
        }
        return broken;
    }
}
