package dev.daybreak.rehearsal.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A path that is read directly means what the library makes of it.
class DirectPathTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> PATHS =
            List.of("$v", "$v.a", "$v.a.b", "$v.b.c.a", "$states.input.a", "$states.input.b.a");
    private static final int DOCUMENTS = 3_000;

    @Test
    void anyPathOverAnyDocumentIsWhatTheLibrarySays() {
        var chance = new SplittableRandom(1);
        for (int i = 0; i < DOCUMENTS; i++) {
            var bindings = bindings(node(chance, 0), node(chance, 0));
            for (var path : PATHS) {
                assertThat(told(path, bindings)).isEqualTo(told("(" + path + ")", bindings));
            }
        }
    }

    @Test
    void mostDocumentsNeedNoLibrary() {
        var path = DirectPath.read("$v.a").orElseThrow();
        var bindings = bindings(NODES.objectNode().put("a", "text"), NODES.nullNode());
        assertThat(path.in(bindings)).contains(NODES.textNode("text"));
    }

    @Test
    void whatDoesMoreThanFollowFieldsIsNoPath() {
        assertThat(List.of("$v.a[0]", "$v.a & 'x'", "a.b", "$exists($v)", "$v.*", "$$"))
                .allSatisfy(text -> assertThat(DirectPath.read(text)).isEmpty());
    }

    private static String told(String text, Bindings bindings) {
        try {
            return Expression.compile(text).evaluate(bindings, "Output").toString();
        } catch (QueryFailed failed) {
            return "failed";
        }
    }

    private static JsonNode node(SplittableRandom chance, int depth) {
        return switch (chance.nextInt(depth < 3 ? 11 : 7)) {
            case 0 -> NODES.textNode("text");
            case 1 -> NODES.numberNode(chance.nextInt(-3, 3));
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(chance.nextInt(4) / 2.0);
            case 4 -> NODES.booleanNode(chance.nextBoolean());
            case 5 -> NODES.nullNode();
            case 6 -> NODES.textNode("");
            case 7 -> array(chance, depth);
            default -> object(chance, depth);
        };
    }

    private static JsonNode array(SplittableRandom chance, int depth) {
        var array = NODES.arrayNode();
        for (int size = chance.nextInt(3); size > 0; size--) {
            array.add(node(chance, depth + 1));
        }
        return array;
    }

    private static JsonNode object(SplittableRandom chance, int depth) {
        var object = NODES.objectNode();
        for (var name : NAMES) {
            if (chance.nextInt(4) > 0) {
                object.set(name, node(chance, depth + 1));
            }
        }
        return object;
    }

    private static Bindings bindings(JsonNode variable, JsonNode input) {
        var variables = Variables.none();
        variables.set("v", variable);
        return new Bindings(
                input,
                Optional.empty(),
                Optional.empty(),
                NODES::objectNode,
                variables,
                () -> Instant.EPOCH,
                new SplittableRandom(1));
    }
}
