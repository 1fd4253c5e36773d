package org.superbill.servicekit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

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
                .flatMap(name -> Arrays.stream(
                                written(violation.getRootBeanClass()).getMethods())
                        .filter(method -> method.getName().equals(name.getName())
                                && Arrays.asList(method.getParameterTypes()).equals(name.getParameterTypes()))
                        .findFirst())
                .flatMap(method -> RequestParameters.pointer(method.getParameters()[node.getParameterIndex()]));
    }

    /** An intercepted bean is a generated subclass, whose parameters have no annotations. */
    private static Class<?> written(Class<?> bean) {
        return bean.isSynthetic() || bean.getSimpleName().endsWith("_Subclass") ? bean.getSuperclass() : bean;
    }

    private static Optional<Path.MethodNode> method(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.METHOD)
                .map(node -> node.as(Path.MethodNode.class))
                .findFirst();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
