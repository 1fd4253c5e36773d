package org.superbill.servicekit.problem;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.NotFoundException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.superbill.servicekit.ids.Ids;

/**
 * A query parameter that is not of its type. JAX-RS answers 404 for it, which is right for an id in the path, but a query
 * parameter of the wrong form is a mistake to be told, with its name.
 */
final class WrongParameter {

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    /** The static methods that JAX-RS reads a text with, and java.time's. */
    private static final Set<String> READERS = Set.of("fromString", "valueOf", "parse");

    private WrongParameter() {}

    static Optional<Problem> problem(Throwable thrown) {
        if (!(thrown instanceof NotFoundException) || thrown.getCause() == null) {
            return Optional.empty();
        }
        var method = resourceMethod();
        var wrong = method.map(RequestParameters::queries).stream()
                .flatMap(queries -> queries)
                .filter(query -> values(query.name()).stream().anyMatch(text -> !isReadable(query.type(), text)))
                .map(query -> new FieldError(
                        "?" + query.name(), "wrong-type", "Expected " + UnreadableJson.expected(query.type())))
                .toList();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(KitProblem.VALIDATION_FAILED, "A parameter is not valid", wrong));
    }

    private static Optional<Method> resourceMethod() {
        var request = CurrentRequestManager.get();
        return request == null || request.getTarget() == null
                ? Optional.empty()
                : Optional.of(request.getResteasyReactiveResourceInfo().getResourceMethod());
    }

    private static List<String> values(String query) {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return List.of();
        }
        var current = container.instance(CurrentVertxRequest.class).get().getCurrent();
        return current == null ? List.of() : current.queryParam(query);
    }

    private static boolean isReadable(Class<?> type, String text) {
        if (type == UUID.class) {
            return Ids.read(text).isPresent();
        }
        var boxed = BOXES.getOrDefault(type, type);
        var readers = Arrays.stream(boxed.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && READERS.contains(method.getName())
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isInstance(text)
                        && boxed == method.getReturnType())
                .toList();
        // an enum with a fromString is read with that alone, for its words are not its constants' names
        var own = readers.stream()
                .filter(reader -> boxed.isEnum() && reader.getName().equals("fromString"))
                .toList();
        var used = own.isEmpty() ? readers : own;
        return used.isEmpty() || used.stream().anyMatch(reader -> reads(reader, text));
    }

    private static boolean reads(Method reader, String text) {
        try {
            reader.invoke(null, text);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
