package dev.daybreak.fakes;

import dev.daybreak.ports.Application;
import java.net.URI;

/// An application that is as well as a test says.
public final class FakeApplication implements Application {
    private Answer answer = new Answer(200, "");

    public void answers(int status, String note) {
        answer = new Answer(status, note);
    }

    @Override
    public Answer ask(URI url) {
        return answer;
    }
}
