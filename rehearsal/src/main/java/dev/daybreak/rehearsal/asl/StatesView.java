package dev.daybreak.rehearsal.asl;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `$states`, whose fields are made when they are asked for.
final class StatesView extends AbstractMap<String, Object> {
    private static final List<String> FIELDS = List.of("input", "result", "errorOutput", "context");

    private final Bindings bindings;

    StatesView(Bindings bindings) {
        this.bindings = bindings;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String field
                ? bindings.states(field).map(JsonView::of).orElse(null)
                : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        var fields = new LinkedHashMap<String, Object>();
        for (var name : FIELDS) {
            bindings.states(name).ifPresent(value -> fields.put(name, JsonView.of(value)));
        }
        return fields.entrySet();
    }
}
