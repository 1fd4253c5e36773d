package org.superbill.coding.codesystem;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** Reads the parameters that several resources have, with problems that name them. */
public final class CodeSystemParameters {
    private CodeSystemParameters() {}

    /** @throws Problem {@code CODE_SYSTEM_NOT_FOUND}, for a system that is part of the path */
    public static CodeSystem inPath(String system) {
        return CodeSystem.of(system)
                .orElseThrow(() -> new Problem(
                        CodeSystemProblem.CODE_SYSTEM_NOT_FOUND,
                        "The path names a system other than " + CodeSystem.ids()));
    }

    /** @throws Problem {@code VALIDATION_FAILED}, for a system that is a query parameter */
    public static CodeSystem queried(String system) {
        return CodeSystem.of(system)
                .orElseThrow(() -> invalid("?system", "unknown-system", "system is one of " + CodeSystem.ids()));
    }

    /**
     * The query parameter {@code on}.
     *
     * @return today when it is absent
     * @throws Problem {@code VALIDATION_FAILED}
     */
    public static LocalDate day(@Nullable String on, Clock clock) {
        return on == null ? LocalDate.now(clock) : date("on", on);
    }

    /** @throws Problem {@code VALIDATION_FAILED}, for a date that is a query parameter */
    static LocalDate date(String parameter, @Nullable String text) {
        if (text == null) {
            throw invalid("?" + parameter, "required", parameter + " is missing");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid("?" + parameter, "wrong-type", parameter + " is not a date of the form 2026-03-31");
        }
    }

    /** A list parted by commas, each value once: what is asked for a thousand times costs and finds no more than what is asked for once. */
    public static Stream<String> values(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct();
    }

    /**
     * The codes of the specialties that the query parameter {@code specialty} names.
     *
     * @throws Problem {@code VALIDATION_FAILED}
     */
    public static List<CodeRange> specialty(Specialties specialties, String names) {
        return values(names)
                .flatMap(name -> specialties
                        .of(name)
                        .orElseThrow(() -> invalid(
                                "?specialty",
                                "unknown-specialty",
                                "specialty is one of " + String.join(", ", specialties.names())))
                        .stream())
                .distinct()
                .toList();
    }

    /** A query parameter is wrong. @param pointer {@code ?name} */
    public static Problem invalid(String pointer, String code, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "A query parameter is not valid", new FieldError(pointer, code, message));
    }
}
