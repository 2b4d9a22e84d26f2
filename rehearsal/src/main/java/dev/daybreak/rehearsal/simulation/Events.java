package dev.daybreak.rehearsal.simulation;

import dev.daybreak.rehearsal.cloud.InstanceEvent;
import dev.daybreak.runtime.Json;
import java.time.Duration;

/// EventBridge: it brings each event late, and sometimes twice.
record Events(World world, Executor executor) {
    private static final int LATE_SECONDS = 300;

    void heard(InstanceEvent event) {
        var input = Json.MAPPER.createObjectNode();
        input.put("source", "aws.rds").put("detail-type", "RDS DB Instance Event");
        input.putObject("detail")
                .put("EventID", event.id())
                .put("SourceIdentifier", event.instance());
        for (int times = world.chance.nextInt(1, 3); times > 0; times--) {
            var late = Duration.ofSeconds(world.chance.nextInt(1, LATE_SECONDS));
            world.time.after(late, () -> executor.start("keep-stopped", input));
        }
    }
}
