package org.superbill.x12.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.superbill.x12.Code;
import org.superbill.x12.DateTimePeriod;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedComposite;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.GuideNames;
import org.superbill.x12.guide.LoopDef;

/** Reaches the typed records by the names that the guides give them. */
final class Typed {
    private static final Map<Guide, GuideNames> NAMES = new ConcurrentHashMap<>();

    private Typed() {}

    static Object loop(Guide guide, LoopDef def, Loop loop) {
        try {
            return type(guide, def).getConstructor(Loop.class).newInstance(loop);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static Class<?> type(Guide guide, LoopDef def) {
        var names = names(guide);
        return load("org.superbill.x12." + names.packageName() + "." + names.loop(def));
    }

    static GuideNames names(Guide guide) {
        return NAMES.computeIfAbsent(guide, GuideNames::of);
    }

    /** Where the builder is: the record itself, or the interface that the library's own record implements. */
    static Object builder(Guide guide, LoopDef def) {
        var type = type(guide, def);
        var generated = Arrays.stream(type.getInterfaces())
                .filter(parent -> parent.getPackage().equals(type.getPackage()))
                .findFirst()
                .orElse(type);
        try {
            return generated.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no type " + name, e);
        }
    }

    static Object get(Object owner, String name) {
        try {
            return owner.getClass().getMethod(name).invoke(owner);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new AssertionError("%s has no accessor %s".formatted(owner.getClass(), name), e);
        } catch (InvocationTargetException e) {
            throw new AssertionError("%s.%s fails".formatted(owner.getClass(), name), e.getCause());
        }
    }

    /** Calls the method of that name with one parameter. */
    static Object with(Object owner, String name, Object value) {
        var method = Arrays.stream(owner.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name) && candidate.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s cannot set %s".formatted(owner.getClass(), name)));
        return call(method, owner, value);
    }

    static Object blank(Class<?> type) {
        try {
            return type.getMethod("blank").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(Method method, Object owner, Object value) {
        try {
            return method.invoke(owner, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + " fails", e);
        }
    }

    /** A typed value as it stands in a file. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Code code) {
            return code.code();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDate date) {
            return Segment.format(date);
        }
        if (value instanceof LocalTime time) {
            return Segment.format(time);
        }
        if (value instanceof DateTimePeriod period) {
            return period.text();
        }
        if (value instanceof TypedComposite composite) {
            var text = composite.components().text();
            int first = text.indexOf('\u001D');
            return first < 0 ? "" : text.substring(first + 1).replace('\u001D', '\u001F');
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Typed::text).collect(Collectors.joining("\u001E"));
        }
        return value.toString();
    }
}
