package org.superbill.servicekit.inbox;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record, such as an event's, says with {@code @Nullable} what may be absent; everything else must be there. */
public final class RequiredFields {
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            for (var component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private RequiredFields() {}

    /** @throws CannotApply naming the field that is missing */
    static void check(Record event) {
        missing(event).ifPresent(field -> {
            throw new CannotApply(StuckReason.Code.UNREADABLE_DATA, "The event has no " + field);
        });
    }

    /** JSON Pointer to the first field that is missing. */
    public static Optional<String> missing(Record value) {
        return Optional.ofNullable(missing(value, ""));
    }

    private static @Nullable String missing(Record value, String path) {
        for (var component : COMPONENTS.get(value.getClass())) {
            var here = path + '/' + component.getName();
            var field = read(component, value);
            @Nullable String missing = null;
            if (field == null) {
                missing = component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : here;
            } else if (field instanceof Record inner) {
                missing = missing(inner, here);
            } else if (field instanceof List<?> list) {
                missing = missing(list, here);
            }
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static @Nullable String missing(List<?> list, String path) {
        for (var i = 0; i < list.size(); i++) {
            var missing = list.get(i) instanceof Record inner ? missing(inner, path + '/' + i) : null;
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record that does not show its " + component.getName(), e);
        }
    }
}
