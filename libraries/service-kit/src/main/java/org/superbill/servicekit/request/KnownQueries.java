package org.superbill.servicekit.request;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.problem.RequestParameters;

/**
 * A query parameter that the operation does not take is refused as an unknown field of a body is: a misspelled one would find
 * everything. So is a truth value that is neither {@code true} nor {@code false}, which would count as false.
 */
@Provider
@Singleton
public class KnownQueries implements ContainerRequestFilter {
    private static final Set<String> TRUTH = Set.of("true", "false");

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var taken = known.computeIfAbsent(
                CurrentRequestManager.get().getTarget().getLazyMethod().getMethod(), KnownQueries::taken);
        var errors = given.entrySet().stream()
                .flatMap(query -> error(query.getKey(), query.getValue(), taken.get(query.getKey())))
                .toList();
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "Query parameters of the request are not valid", errors);
        }
    }

    private static Map<String, Class<?>> taken(Method method) {
        return RequestParameters.queries(method)
                .collect(Collectors.toMap(RequestParameters.Query::name, RequestParameters.Query::type));
    }

    private static Stream<FieldError> error(String name, List<String> values, @Nullable Class<?> type) {
        if (type == null) {
            return Stream.of(new FieldError('?' + name, "unknown-field", "is no parameter of this operation"));
        }
        return isTruth(type) && !TRUTH.containsAll(values)
                ? Stream.of(new FieldError('?' + name, "wrong-type", "must be true or false"))
                : Stream.empty();
    }

    private static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }
}
