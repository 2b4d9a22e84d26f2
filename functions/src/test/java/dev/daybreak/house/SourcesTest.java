package dev.daybreak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// What only the sources tell: that everything is small enough to see, and says what it catches.
class SourcesTest {
    private static final int LINES_MAX = 200;
    private static final int COLUMNS_MAX = 100;
    private static final int METHOD_LINES_MAX = 30;

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Pattern LITERAL =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|<https://\\S+>");
    private static final Pattern CATCH_ALL =
            Pattern.compile(".*\\b(Exception|Throwable)\\b(?![\\w.]).*", Pattern.DOTALL);

    @Test
    void noFileIsLong() throws IOException {
        var problems = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file).size();
            if (lines > LINES_MAX) {
                problems.add("%s has %d lines".formatted(file, lines));
            }
        }

        assertThat(problems).isEmpty();
    }

    /// A sentence for people stays whole, so that it can be searched for: a string, and only it,
    /// may reach over the edge.
    @Test
    void noLineIsWideButForASentenceOrALink() throws IOException {
        var problems = new ArrayList<String>();
        for (var file : sources()) {
            for (var line : Files.readAllLines(file)) {
                if (LITERAL.matcher(line).replaceFirst("\"\"").length() > COLUMNS_MAX) {
                    problems.add("%s: %s".formatted(file, line.strip()));
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void nothingIsLeftToDo() throws IOException {
        for (var file : sources()) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContain("TODO", "FIXME");
        }
    }

    @Test
    void noMethodIsLong() throws IOException {
        var problems = new ArrayList<String>();
        scan(
                new TreeScanner<Void, Place>() {
                    @Override
                    public Void visitMethod(MethodTree method, Place place) {
                        var lines = place.lines(method);
                        if (lines > METHOD_LINES_MAX) {
                            problems.add(
                                    "%s: %s has %d lines"
                                            .formatted(place.file(), method.getName(), lines));
                        }
                        return super.visitMethod(method, place);
                    }
                });

        assertThat(problems).isEmpty();
    }

    @Test
    void nobodyCatchesEverything() throws IOException {
        var problems = new ArrayList<String>();
        scan(
                new TreeScanner<Void, Place>() {
                    @Override
                    public Void visitCatch(CatchTree caught, Place place) {
                        var type = caught.getParameter().getType().toString();
                        if (CATCH_ALL.matcher(type).matches()) {
                            problems.add("%s catches %s".formatted(place.file(), type));
                        }
                        return super.visitCatch(caught, place);
                    }
                });

        assertThat(problems).isEmpty();
    }

    /// Where a tree stands in its file.
    private record Place(Trees trees, CompilationUnitTree unit) {
        String file() {
            return unit.getSourceFile().getName();
        }

        long lines(Tree tree) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            return lines.getLineNumber(positions.getEndPosition(unit, tree))
                    - lines.getLineNumber(positions.getStartPosition(unit, tree))
                    + 1;
        }
    }

    private static void scan(TreeScanner<Void, Place> scanner) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
            for (var unit : task.parse()) {
                scanner.scan(unit, new Place(Trees.instance(task), unit));
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            var sources = files.filter(one -> one.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            return sources;
        }
    }
}
