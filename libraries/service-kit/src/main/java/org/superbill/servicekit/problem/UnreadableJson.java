package org.superbill.servicekit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where and why a body cannot be read, from Jackson's path and target type; Jackson's own text quotes the value. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Problem problem(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return new Problem(
                    KitProblem.MALFORMED_REQUEST, "The body has too many pieces, too many levels or too long ones");
        }
        if (!(e instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty() && !(e instanceof MismatchedInputException)) {
            return new Problem(KitProblem.MALFORMED_REQUEST, "The body is not JSON" + at(e.getLocation()));
        }
        return new Problem(KitProblem.VALIDATION_FAILED, "The body has a field that is not valid", error(mapping));
    }

    private static FieldError error(JsonMappingException e) {
        var pointer = pointer(e.getPath());
        if (e instanceof UnrecognizedPropertyException) {
            return new FieldError(pointer, "unknown-field", "This field is not known here");
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return new FieldError(pointer, "wrong-type", "Expected " + expected(mismatch.getTargetType()));
        }
        if (e.getCause() instanceof InputCoercionException) {
            return new FieldError(pointer, "out-of-range", "Expected a smaller number");
        }
        return new FieldError(pointer, "not-allowed", "This value is not allowed here");
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(reference -> "/"
                        + (reference.getFieldName() == null
                                ? reference.getIndex()
                                : Pointers.escape(reference.getFieldName())))
                .collect(Collectors.joining());
    }

    /** What a text of this type looks like, to follow "Expected". */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of the values that the API's description lists";
        }
        if (type == LocalDate.class) {
            return "a date, 2026-03-02";
        }
        if (type == Instant.class) {
            return "a moment, 2026-03-02T10:15:00Z";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (isWhole(type)) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static boolean isWhole(Class<?> type) {
        return Arrays.<Class<?>>asList(int.class, Integer.class, long.class, Long.class, short.class, Short.class)
                .contains(type);
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : ": line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
