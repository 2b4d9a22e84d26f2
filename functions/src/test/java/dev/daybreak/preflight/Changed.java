package dev.daybreak.preflight;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/// A record with one component changed.
final class Changed {
    private Changed() {}

    static <R extends Record> R with(R record, String component, Object value) {
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<R>) record.getClass();
            var components = type.getRecordComponents();
            var types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = new Object[components.length];
            boolean found = false;
            for (int index = 0; index < components.length; index++) {
                boolean isIt = components[index].getName().equals(component);
                var accessor = components[index].getAccessor();
                accessor.setAccessible(true);
                values[index] = isIt ? value : accessor.invoke(record);
                found |= isIt;
            }
            if (!found) {
                throw new IllegalArgumentException(type + " has no " + component);
            }
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
