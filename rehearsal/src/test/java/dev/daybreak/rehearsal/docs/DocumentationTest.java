package dev.daybreak.rehearsal.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.daybreak.rehearsal.command.RehearseCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Documentation rots where nobody looks: what it names has to exist.
class DocumentationTest {
    private static final int COLUMNS_MAX = 110;

    private static final String TYPE_OR_STATE = "[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)*";
    private static final String LONG_NAME = "[a-z]+(?:[A-Z][a-z0-9]*){3,}";
    private static final String CHECK = "[a-z]+(?:-[a-z]+)+";
    private static final Pattern POINTER =
            Pattern.compile("docs/([\\w/-]+\\.md)(?:, \\\\\"([^\"\\\\]+)\\\\\")?");

    /// Other people's words that look like ours.
    private static final Set<String> FOREIGN =
            Set.of(
                    "AlreadyExists",
                    "CreateStack",
                    "CreatedOnce",
                    "aws-auth",
                    "DeletionPolicy",
                    "NotReadyYet",
                    "Ref",
                    "Retain",
                    "SnapshotIdentifier",
                    "StorageEncrypted",
                    "TimeoutSeconds",
                    "daybreak-mosaic-prod-after",
                    "daybreak-mosaic-prod-before",
                    "mosaic-prod-aurora");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var problems = new ArrayList<String>();
        for (var page : Page.all()) {
            for (var link : page.links()) {
                if (!leadsSomewhere(page, link)) {
                    problems.add("%s: %s".formatted(page.file(), link));
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1 || Page.read(target).anchors().contains(parts[1]));
    }

    @Test
    void everyStateAndTypeThatIsNamedExists() throws IOException {
        var names = Names.known();

        var known = union(names.states(), names.types(), FOREIGN);
        assertThat(without(named(TYPE_OR_STATE), known)).isEmpty();
        assertThat(without(of(FOREIGN, TYPE_OR_STATE), named(TYPE_OR_STATE))).isEmpty();
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var names = Names.known();
        var ofClasses = named("[A-Z]\\w*Test\\.\\w+");

        assertThat(ofClasses).isNotEmpty().allMatch(names::hasTest);
        assertThat(named(LONG_NAME)).allMatch(names::hasTestSomewhere);
    }

    @Test
    void everyErrorThatIsNamedIsTheWorkflows() throws IOException {
        var workflow = Page.text(Names.WORKFLOW);

        assertThat(named("Daybreak\\.\\w+"))
                .isNotEmpty()
                .allMatch(error -> workflow.contains('"' + error + '"'));
    }

    @Test
    void everyCheckThatIsNamedIsAsked() throws IOException {
        var asked =
                Page.read(Page.ROOT.resolve("docs/preflight.md")).rows().stream()
                        .map(row -> row.getFirst().replace("`", ""))
                        .filter(cell -> cell.matches("[a-z]+(-[a-z]+)*"))
                        .filter(cell -> !cell.equals("check"))
                        .collect(Collectors.toSet());

        assertThat(without(named(CHECK), union(asked, FOREIGN))).isEmpty();
        assertThat(without(of(FOREIGN, CHECK), named(CHECK))).isEmpty();
        assertThat(Page.text(Page.ROOT.resolve("README.md")))
                .contains(asked.size() + " named [questions]");
    }

    @Test
    void theStatesAreAllExplained() throws IOException {
        var told = named(Page.read(Page.ROOT.resolve("docs/how-it-works.md")), TYPE_OR_STATE);
        var machine = new ObjectMapper().readTree(Names.WORKFLOW.toFile()).path("States");
        var untold = new TreeSet<String>();
        machine.properties()
                .forEach(
                        state -> {
                            var does = state.getValue().path("Resource").asText();
                            if (does.contains("lambda") && !told.contains(state.getKey())) {
                                untold.add(state.getKey());
                            }
                        });

        assertThat(untold).isEmpty();
    }

    @Test
    void theOptionsAreTheCommands() {
        var options = new CommandLine(new RehearseCommand()).getCommandSpec().optionsMap().keySet();
        var documented =
                Page.read(Page.ROOT.resolve("README.md")).rows().stream()
                        .map(List::getFirst)
                        .filter(cell -> cell.startsWith("`--"))
                        .map(cell -> cell.replaceAll("`|[ =].*", ""))
                        .collect(Collectors.toSet());
        var everybodys = Set.of("--help", "-h", "--version", "-V");

        assertThat(union(documented, everybodys)).isEqualTo(union(options, everybodys));
    }

    @Test
    void theLimitsAreTheSettings() throws IOException {
        var schema =
                new ObjectMapper().readTree(Page.ROOT.resolve("migration.schema.json").toFile());
        var defaults = new TreeMap<String, String>();
        for (var section : List.of("limits", "polls")) {
            schema.path("properties")
                    .path(section)
                    .path("properties")
                    .properties()
                    .forEach(
                            one ->
                                    defaults.put(
                                            "`%s.%s`".formatted(section, one.getKey()), text(one)));
        }
        var documented =
                Page.read(Page.ROOT.resolve("docs/how-it-works.md")).rows().stream()
                        .filter(row -> row.getFirst().matches("`(limits|polls)\\..*"))
                        .collect(Collectors.toMap(List::getFirst, row -> row.get(1)));

        assertThat(documented).isEqualTo(defaults);
    }

    private static String text(Map.Entry<String, JsonNode> field) {
        return field.getValue().path("default").asText();
    }

    @Test
    void whereMessagesPointThereIsAnAnswer() throws IOException {
        try (var files = Files.walk(Page.ROOT.resolve("functions/src/main"))) {
            var pointers =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> POINTER.matcher(Page.text(file)).results())
                            .toList();

            assertThat(pointers)
                    .isNotEmpty()
                    .allMatch(
                            it ->
                                    answers(
                                            Page.ROOT.resolve("docs").resolve(it.group(1)),
                                            it.group(2)));
        }
    }

    private static boolean answers(Path page, @Nullable String question) {
        return Files.exists(page)
                && (question == null || Page.text(page).contains("## " + question));
    }

    @Test
    void noLineIsWideButInATable() throws IOException {
        var wide =
                Page.all().stream()
                        .flatMap(page -> page.lines().stream())
                        .filter(line -> line.length() > COLUMNS_MAX && !line.startsWith("|"))
                        .toList();

        assertThat(wide).isEmpty();
    }

    private static Set<String> named(String form) throws IOException {
        var named = new TreeSet<String>();
        Page.all().forEach(page -> named.addAll(named(page, form)));
        return named;
    }

    private static Set<String> named(Page page, String form) {
        return of(page.names(), form);
    }

    private static Set<String> of(Iterable<String> names, String form) {
        var matching = new TreeSet<String>();
        names.forEach(
                name -> {
                    if (name.matches(form)) {
                        matching.add(name);
                    }
                });
        return matching;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        var all = new HashSet<String>();
        for (var set : sets) {
            all.addAll(set);
        }
        return all;
    }
}
