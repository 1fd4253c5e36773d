package org.superbill.servicekit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Bean validation's findings with JSON Pointers instead of Java's paths. */
final class Violations {

    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

    private Violations() {}

    static Problem problem(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        return new Problem(KitProblem.VALIDATION_FAILED, "Fields of the request are not valid", errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var code = REQUIRED.contains(rule) ? "required" : kebab(rule);
        return new FieldError(pointer(violation), code, violation.getMessage());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(Pointers.escape(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(Pointers.escape(node.getName()));
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter(violation, node.as(Path.ParameterNode.class)).ifPresent(pointer::append);
            }
        }
        return pointer.toString();
    }

    /** How a parameter that is not the body is called from outside. */
    private static Optional<String> parameter(ConstraintViolation<?> violation, Path.ParameterNode node) {
        return method(violation)
                .flatMap(name -> Arrays.stream(violation.getRootBeanClass().getMethods())
                        .filter(method -> method.getName().equals(name.getName())
                                && Arrays.asList(method.getParameterTypes()).equals(name.getParameterTypes()))
                        .findFirst())
                .flatMap(method -> outside(method.getParameters()[node.getParameterIndex()]));
    }

    private static Optional<Path.MethodNode> method(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.METHOD)
                .map(node -> node.as(Path.MethodNode.class))
                .findFirst();
    }

    private static Optional<String> outside(Parameter parameter) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return Optional.of("?" + parameter.getAnnotation(QueryParam.class).value());
        }
        if (parameter.isAnnotationPresent(RestQuery.class)) {
            return Optional.of(
                    "?" + named(parameter.getAnnotation(RestQuery.class).value(), parameter));
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return Optional.of(
                    "header:" + parameter.getAnnotation(HeaderParam.class).value());
        }
        if (parameter.isAnnotationPresent(RestHeader.class)) {
            return Optional.of(
                    "header:" + named(parameter.getAnnotation(RestHeader.class).value(), parameter));
        }
        if (parameter.isAnnotationPresent(PathParam.class) || parameter.isAnnotationPresent(RestPath.class)) {
            return Optional.of("path:" + parameter.getName());
        }
        return Optional.empty();
    }

    private static String named(String value, Parameter parameter) {
        return value.isEmpty() ? parameter.getName() : value;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
