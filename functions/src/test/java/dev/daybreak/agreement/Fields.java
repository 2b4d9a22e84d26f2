package dev.daybreak.agreement;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The fields of records as JSON shows them.
final class Fields {
    private Fields() {}

    static List<String> of(Class<?> type) {
        return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /// What a path of fields ends in, seen from a type; empty where there is no such field.
    static Optional<Type> at(Type type, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(type);
        }
        if (type instanceof ParameterizedType map && map.getRawType().equals(Map.class)) {
            return at(map.getActualTypeArguments()[1], path.subList(1, path.size()));
        }
        if (!(type instanceof Class<?> record) || !record.isRecord()) {
            return Optional.empty();
        }
        return Stream.of(record.getRecordComponents())
                .filter(one -> one.getName().equals(path.getFirst()))
                .findFirst()
                .flatMap(one -> at(one.getGenericType(), path.subList(1, path.size())));
    }
}
