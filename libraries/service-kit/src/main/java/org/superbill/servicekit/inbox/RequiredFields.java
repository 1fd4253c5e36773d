package org.superbill.servicekit.inbox;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record, such as an event's, says with {@code @Nullable} what may be absent; everything else must be there. */
public final class RequiredFields {
    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toArray(Field[]::new);
        }
    };

    /** What of a component is asked for with each event: looked up once, for Java reads its annotations anew each time. */
    private record Field(String name, Method accessor, boolean mayBeAbsent) {
        static Field of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Field(
                    component.getName(), accessor, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object in(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record that does not show its " + name, e);
            }
        }
    }

    private RequiredFields() {}

    /** @throws CannotApply naming the field that is missing */
    static void check(Record event) {
        missing(event).ifPresent(field -> {
            throw new CannotApply(StuckReason.Code.UNREADABLE_DATA, "The event has no " + field);
        });
    }

    /** JSON Pointer to the first field that is missing. */
    public static Optional<String> missing(Record value) {
        return Optional.ofNullable(missingIn(value));
    }

    private static @Nullable String missingIn(Record value) {
        for (var field : FIELDS.get(value.getClass())) {
            var below = below(field, field.in(value));
            if (below != null) {
                return '/' + field.name() + below;
            }
        }
        return null;
    }

    /** Empty text for the field itself. */
    private static @Nullable String below(Field field, @Nullable Object value) {
        if (value == null) {
            return field.mayBeAbsent() ? null : "";
        } else if (value instanceof Record inner) {
            return missingIn(inner);
        }
        return value instanceof List<?> list ? missingIn(list) : null;
    }

    private static @Nullable String missingIn(List<?> list) {
        for (var i = 0; i < list.size(); i++) {
            var missing = list.get(i) instanceof Record inner ? missingIn(inner) : null;
            if (missing != null) {
                return "/" + i + missing;
            }
        }
        return null;
    }
}
