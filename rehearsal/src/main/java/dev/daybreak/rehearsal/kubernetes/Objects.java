package dev.daybreak.rehearsal.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.http.MockResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The API server's objects as its controllers see them, without the way through HTTP.
final class Objects {
    private final Api api;

    Objects(Api api) {
        this.api = api;
    }

    /// In all namespaces, sorted by name.
    List<JsonNode> all(Type type) {
        return sorted(type.path());
    }

    List<JsonNode> in(String namespace, Type type) {
        return sorted(type.path(namespace));
    }

    Optional<ObjectNode> find(Type type, String namespace, String name) {
        var answer = api.handleGet(type.path(namespace) + "/" + name);
        return answer.code() == 200 ? Optional.of(Trees.body(answer)) : Optional.empty();
    }

    void create(Type type, String namespace, String name, Consumer<ObjectNode> fill) {
        var object = Trees.object().put("apiVersion", type.version()).put("kind", type.kind());
        object.putObject("metadata").put("name", name).put("namespace", namespace);
        fill.accept(object);
        done(api.post(type.path(namespace), object));
    }

    /// Changes an object where there is one; writes nothing where the change is none.
    void change(Type type, String namespace, String name, Consumer<ObjectNode> edit) {
        api.alone(() -> find(type, namespace, name).map(before -> changed(type, before, edit)));
    }

    void change(Type type, JsonNode object, Consumer<ObjectNode> edit) {
        change(type, Trees.namespace(object), Trees.name(object), edit);
    }

    void delete(Type type, JsonNode object) {
        api.handleDelete(type.path(Trees.namespace(object)) + "/" + Trees.name(object));
    }

    private ObjectNode changed(Type type, ObjectNode before, Consumer<ObjectNode> edit) {
        var after = before.deepCopy();
        edit.accept(after);
        if (!after.equals(before)) {
            done(api.put(type.path(Trees.namespace(before)) + "/" + Trees.name(before), after));
        }
        return after;
    }

    private List<JsonNode> sorted(String path) {
        return Trees.items(Trees.body(api.handleGet(path)).path("items"))
                .sorted(Comparator.comparing(Trees::name))
                .toList();
    }

    private static void done(MockResponse answer) {
        if (answer.code() >= 300) {
            throw new IllegalStateException("the stand-in's store answered " + answer.code());
        }
    }
}
