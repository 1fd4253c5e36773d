package org.superbill.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An event of each kind with every field filled, so that no field escapes the round trip. */
final class SampleEvents {
    private SampleEvents() {}

    static Event of(EventContract contract) {
        return (Event) value(contract.payload(), contract.payload());
    }

    private static Object value(Class<?> type, Type generic) {
        if (type.isRecord()) {
            return record(type);
        } else if (type == List.class) {
            var item = ((ParameterizedType) generic).getActualTypeArguments()[0];
            return List.of(value((Class<?>) item, item));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type == String.class) {
            return "text";
        } else if (type == UUID.class) {
            return UUID.fromString("0190a1b2-0000-7000-8000-000000000001");
        } else if (type == int.class || type == Integer.class) {
            return 3;
        } else if (type == long.class || type == Long.class) {
            return 12_345L;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == BigDecimal.class) {
            return new BigDecimal("1.50");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        } else if (type == Instant.class) {
            return Instant.parse("2026-03-02T15:00:00Z");
        }
        throw new IllegalArgumentException("No sample of " + type);
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> value(component.getType(), component.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
