package dev.daybreak.rehearsal.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a page may name: states of the workflow, types, and tests by their class.
record Names(Set<String> states, Set<String> types, Map<String, Set<String>> tests) {
    static final Path WORKFLOW = Page.ROOT.resolve("statemachine/migrate.asl.json");

    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern TEST = Pattern.compile("\\bvoid ([a-z]\\w*)\\(");

    static Names known() throws IOException {
        var types = new HashSet<String>();
        var tests = new HashMap<String, Set<String>>();
        for (var file : sources()) {
            var text = Page.text(file);
            TYPE.matcher(text).results().forEach(found -> types.add(found.group(1)));
            if (file.toString().endsWith("Test.java")) {
                var name = file.getFileName().toString().replace(".java", "");
                var methods = tests.computeIfAbsent(name, _ -> new HashSet<>());
                TEST.matcher(text).results().forEach(found -> methods.add(found.group(1)));
            }
        }
        var states = new HashSet<String>();
        for (var workflow : workflows()) {
            collect(new ObjectMapper().readTree(workflow.toFile()), states);
        }
        return new Names(states, types, tests);
    }

    private static List<Path> workflows() throws IOException {
        try (var files = Files.list(WORKFLOW.resolveSibling("."))) {
            return files.filter(file -> file.toString().endsWith(".asl.json")).toList();
        }
    }

    private static List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        for (var module : List.of("functions", "rehearsal", "infra")) {
            try (var files = Files.walk(Page.ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }

    private static void collect(JsonNode node, Set<String> states) {
        node.path("States").fieldNames().forEachRemaining(states::add);
        node.forEach(child -> collect(child, states));
    }

    /// @param name of class and method, as in `SomeTest.saysSo`
    boolean hasTest(String name) {
        var parts = name.split("\\.", 2);
        return tests.getOrDefault(parts[0], Set.of()).contains(parts[1]);
    }

    boolean hasTestSomewhere(String name) {
        return tests.values().stream().anyMatch(methods -> methods.contains(name));
    }
}
