package dev.daybreak.kubernetes;

import dev.daybreak.ports.PodLogs;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the containers of pods wrote, read line by line.
public final class KubernetesPodLogs implements PodLogs {
    private static final int EXAMPLES_MAX = 3;
    private static final int EXAMPLE_CHARACTERS_MAX = 200;

    /// A longer line is matched in pieces: a log that is one line must not fill the memory.
    private static final int LINE_BYTES_MAX = 32_768;

    /// So a container answers that has not started yet.
    private static final int BAD_REQUEST = 400;

    private final KubernetesClient client;
    private final Namespace namespace;

    public KubernetesPodLogs(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = new Namespace(client, namespace);
    }

    @Override
    public Matches matching(String selector, Pattern pattern, Duration span) {
        var tally = new Counting(pattern);
        for (var pod : namespace.list(Kind.POD, selector)) {
            var name = pod.at("/metadata/name").asText();
            Fields.items(pod.at("/spec/containers"))
                    .map(container -> container.path("name").asText())
                    .forEach(container -> read(name, container, span, tally));
        }
        return new Matches(tally.count, tally.examples, tally.isWhole);
    }

    /// A pod that went since it was listed has taken its log along.
    private void read(String pod, String container, Duration span, Counting tally) {
        KubernetesFaults.found(
                "read the log of container %s of pod %s in namespace %s"
                        .formatted(container, pod, namespace.name()),
                () -> {
                    try (var log = open(pod, container, span)) {
                        tally.read(log);
                        return true;
                    } catch (KubernetesClientException problem) {
                        if (problem.getCode() == BAD_REQUEST) {
                            tally.isWhole = false;
                            return true;
                        }
                        throw problem;
                    } catch (IOException | UncheckedIOException broken) {
                        throw new KubernetesClientException("The log broke off", broken);
                    }
                });
    }

    /// A pod that is not ready has a log, too: nobody waits for it.
    private InputStream open(String pod, String container, Duration span) {
        return client.pods()
                .inNamespace(namespace.name())
                .withName(pod)
                .inContainer(container)
                .withReadyWaitTimeout(0)
                .limitBytes(BYTES_MAX)
                .sinceSeconds(Math.toIntExact(span.toSeconds()))
                .getLogInputStream();
    }

    /// What was found so far.
    private static final class Counting {
        private final Pattern pattern;
        private final List<String> examples = new ArrayList<>();
        private long count;
        private boolean isWhole = true;

        private Counting(Pattern pattern) {
            this.pattern = pattern;
        }

        private void read(InputStream log) throws IOException {
            var bytes = new BufferedInputStream(log);
            var line = new ByteArrayOutputStream();
            long read = 0;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                read++;
                if (next != '\n') {
                    line.write(next);
                }
                if (next == '\n' || line.size() == LINE_BYTES_MAX) {
                    take(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                }
            }
            take(line.toString(StandardCharsets.UTF_8));
            isWhole &= read < BYTES_MAX;
        }

        private void take(String line) {
            if (!line.isEmpty() && pattern.matcher(line).find()) {
                count++;
                if (examples.size() < EXAMPLES_MAX) {
                    examples.add(
                            line.substring(0, Math.min(line.length(), EXAMPLE_CHARACTERS_MAX)));
                }
            }
        }
    }
}
