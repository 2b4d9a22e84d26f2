package dev.daybreak.settings;

import dev.daybreak.migration.Limits;
import dev.daybreak.migration.Polls;

/// Reads how long each wait may last, and how often it looks again.
final class LimitsJson {
    private LimitsJson() {}

    static Limits read(Section in) {
        var otherwise = Limits.DEFAULT;
        var limits =
                new Limits(
                        in.duration("snapshot", "1m", "7d", otherwise.snapshot()),
                        in.duration("aurora", "1m", "7d", otherwise.aurora()),
                        in.duration("removal", "1m", "7d", otherwise.removal()),
                        in.duration("approval", "1m", "30d", otherwise.approval()),
                        in.duration("repair", "1m", "30d", otherwise.repair()),
                        in.duration("proof", "15m", "7d", otherwise.proof()),
                        in.duration("podsGone", "5s", "1h", otherwise.podsGone()),
                        in.duration("fence", "5s", "4m", otherwise.fence()),
                        in.duration("secretRefresh", "5s", "1h", otherwise.secretRefresh()),
                        in.duration("podsReady", "5s", "2h", otherwise.podsReady()),
                        in.duration("verification", "5s", "1h", otherwise.verification()),
                        in.duration("catchUp", "5s", "30m", otherwise.catchUp()),
                        in.duration("idleTransaction", "1s", "1d", otherwise.idleTransaction()));
        in.end();
        return limits;
    }

    static Polls polls(Section in) {
        var otherwise = Polls.DEFAULT;
        var polls =
                new Polls(
                        in.duration("slow", "1s", "10m", otherwise.slow()),
                        in.duration("quick", "1s", "1m", otherwise.quick()));
        in.end();
        return polls;
    }
}
