package dev.daybreak.aws;

import dev.daybreak.fault.Denied;
import dev.daybreak.fault.Fault;
import dev.daybreak.fault.Throttled;
import dev.daybreak.fault.Unavailable;
import dev.daybreak.fault.Unexpected;

/// What an AWS error means to us.
enum Meaning {
    /// Make the same call again, later and less often.
    SLOW_DOWN,
    /// AWS failed, or did not answer; whether the call took effect is unknown.
    TRY_AGAIN,
    /// The thing is in a state that does not allow this now, and may leave it.
    BUSY,
    /// A person must grant it.
    NOT_ALLOWED,
    /// There is no such thing.
    ABSENT,
    /// There is one already.
    EXISTS,
    /// Nothing that trying again could cure.
    REFUSED;

    /// The fault that it is where nobody knows better.
    Fault fault(String text) {
        return switch (this) {
            case SLOW_DOWN -> new Throttled(text);
            case TRY_AGAIN, BUSY -> new Unavailable(text);
            case NOT_ALLOWED -> new Denied(text);
            case ABSENT, EXISTS, REFUSED -> new Unexpected(text);
        };
    }
}
