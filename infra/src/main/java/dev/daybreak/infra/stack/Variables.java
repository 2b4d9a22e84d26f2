package dev.daybreak.infra.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.daybreak.infra.aurora.AuroraStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the functions are told by their environment; `runtime/Settings` reads it.
final class Variables {
    /// Lambda takes 4 KB for all variables together
    /// (<https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>); the others need
    /// less than 1 KB.
    private static final int MIGRATION_BYTES_MAX = 3_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Variables() {}

    static SortedMap<String, String> of(Path settings, Alerts alerts, AuroraAsset aurora) {
        var environment = new TreeMap<String, String>();
        environment.put("DAYBREAK_MIGRATION", compact(settings));
        environment.put("DAYBREAK_TOPIC", alerts.topic().getTopicArn());
        environment.put("DAYBREAK_TEMPLATE_URL", aurora.template().getHttpUrl());
        environment.put("DAYBREAK_TEMPLATE_KEEPS", String.join(",", AuroraStack.KEPT));
        environment.put("DAYBREAK_TLS", "require");
        environment.put("DAYBREAK_CLOUDFORMATION_ROLE", aurora.builder().getRoleArn());
        return environment;
    }

    /// The file without its white space.
    private static String compact(Path settings) {
        try {
            var text = MAPPER.readTree(Files.readString(settings)).toString();
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MIGRATION_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "%s takes %,d bytes without its white space; a function's environment has room for %,d. Shorten it: fewer Deployments in one migration, shorter selectors."
                                .formatted(settings, bytes, MIGRATION_BYTES_MAX));
            }
            return text;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the settings were read before", impossible);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
