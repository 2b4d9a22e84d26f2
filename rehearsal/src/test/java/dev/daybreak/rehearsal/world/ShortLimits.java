package dev.daybreak.rehearsal.world;

import dev.daybreak.migration.Limits;
import java.time.Duration;

/// Limits as short as no setting may have them.
final class ShortLimits {
    private ShortLimits() {}

    static Limits podsReady(Limits l, Duration limit) {
        return limits(l, l.approval(), l.podsGone(), limit);
    }

    static Limits podsGone(Limits l, Duration limit) {
        return limits(l, l.approval(), limit, l.podsReady());
    }

    static Limits approval(Limits l, Duration limit) {
        return limits(l, limit, l.podsGone(), l.podsReady());
    }

    static Limits secretRefresh(Limits l, Duration limit) {
        return new Limits(
                l.snapshot(),
                l.aurora(),
                l.removal(),
                l.approval(),
                l.repair(),
                l.proof(),
                l.podsGone(),
                l.fence(),
                limit,
                l.podsReady(),
                l.verification(),
                l.catchUp(),
                l.idleTransaction());
    }

    private static Limits limits(Limits l, Duration approval, Duration gone, Duration ready) {
        return new Limits(
                l.snapshot(),
                l.aurora(),
                l.removal(),
                approval,
                l.repair(),
                l.proof(),
                gone,
                l.fence(),
                l.secretRefresh(),
                ready,
                l.verification(),
                l.catchUp(),
                l.idleTransaction());
    }
}
