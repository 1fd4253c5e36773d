package org.superbill.servicekit.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What the parameters of a resource's method are called from outside. */
public final class RequestParameters {

    /** A query parameter and the type that its text is read as. */
    public record Query(String name, Class<?> type) {}

    private RequestParameters() {}

    /** {@code ?limit}, {@code header:If-Match} or {@code path:claimId}; empty for the body. */
    static Optional<String> pointer(Parameter parameter) {
        var query = queryName(parameter, parameter.getName());
        if (query.isPresent()) {
            return query.map("?"::concat);
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return Optional.of(
                    "header:" + parameter.getAnnotation(HeaderParam.class).value());
        }
        if (parameter.isAnnotationPresent(RestHeader.class)) {
            return Optional.of(
                    "header:" + named(parameter.getAnnotation(RestHeader.class).value(), parameter.getName()));
        }
        if (parameter.isAnnotationPresent(PathParam.class) || parameter.isAnnotationPresent(RestPath.class)) {
            return Optional.of("path:" + parameter.getName());
        }
        return Optional.empty();
    }

    /** The query parameters of a method, those of its bean parameters included. */
    public static Stream<Query> queries(Method method) {
        return Arrays.stream(method.getParameters()).flatMap(RequestParameters::queries);
    }

    /** The names of the parameters in a method's path, in the order in which it takes them, which is the path's. */
    public static Stream<String> paths(Method method) {
        return Arrays.stream(method.getParameters()).flatMap(parameter -> pathName(parameter).stream());
    }

    private static Optional<String> pathName(Parameter parameter) {
        return parameter.isAnnotationPresent(PathParam.class)
                ? Optional.of(parameter.getAnnotation(PathParam.class).value())
                : Optional.ofNullable(parameter.getAnnotation(RestPath.class))
                        .map(path -> named(path.value(), parameter.getName()));
    }

    private static Stream<Query> queries(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .flatMap(field ->
                            queryName(field, field.getName()).map(name -> new Query(name, field.getType())).stream());
        }
        return queryName(parameter, parameter.getName()).map(name -> new Query(name, parameter.getType())).stream();
    }

    private static Optional<String> queryName(AnnotatedElement element, String javaName) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            return Optional.of(element.getAnnotation(QueryParam.class).value());
        }
        return Optional.ofNullable(element.getAnnotation(RestQuery.class)).map(query -> named(query.value(), javaName));
    }

    private static String named(String value, String javaName) {
        return value.isEmpty() ? javaName : value;
    }
}
