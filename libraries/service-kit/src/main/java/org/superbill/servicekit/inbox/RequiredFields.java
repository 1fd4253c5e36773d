package org.superbill.servicekit.inbox;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event's record says with {@code @Nullable} what may be absent; everything else must be there. */
final class RequiredFields {
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
        check(event, "");
    }

    private static void check(Record value, String path) {
        for (var component : COMPONENTS.get(value.getClass())) {
            var here = path + '/' + component.getName();
            var field = read(component, value);
            if (field == null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new CannotApply(StuckReason.Code.UNREADABLE_DATA, "The event has no " + here);
                }
            } else if (field instanceof Record inner) {
                check(inner, here);
            } else if (field instanceof List<?> list) {
                check(list, here);
            }
        }
    }

    private static void check(List<?> list, String path) {
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Record inner) {
                check(inner, path + '/' + i);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record that does not show its " + component.getName(), e);
        }
    }
}
