package dev.daybreak.rehearsal.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `GET …/pods/x/log`, with the parameters that Daybreak uses
/// (<https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/>).
///
/// @param sinceSeconds how far back it goes
/// @param limitBytes after how many it is cut, wherever that is
record PodLogRequest(String pod, long sinceSeconds, int limitBytes) {
    private static final Pattern PATH =
            Pattern.compile("/api/v1/namespaces/[^/]+/pods/([^/]+)/log(?:\\?(.*))?");

    /// @param path with its query; empty where it asks for something else
    static Optional<PodLogRequest> read(String path) {
        var asked = PATH.matcher(path);
        return asked.matches() ? Optional.of(read(asked)) : Optional.empty();
    }

    private static PodLogRequest read(Matcher asked) {
        var query = Optional.ofNullable(asked.group(2)).orElse("");
        return new PodLogRequest(
                asked.group(1),
                number(query, "sinceSeconds").orElse(Integer.MAX_VALUE),
                number(query, "limitBytes").orElse(Integer.MAX_VALUE));
    }

    private static Optional<Integer> number(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(one -> one.startsWith(name + "="))
                .map(one -> Integer.parseInt(one.substring(name.length() + 1)))
                .findFirst();
    }

    /// The lines as the API server sends them.
    byte[] cut(List<PodProcess.Line> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.min(bytes.length, limitBytes));
    }
}
