package org.superbill.coding.worklist;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.CaseStatus;
import org.superbill.coding.codingcase.OpenCaseFilter;
import org.superbill.coding.codingcase.TaskKind;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What a worklist is asked for, read from its query. */
final class WorklistParameters {
    private static final String ME = "me";
    private static final String NOBODY = "nobody";

    private WorklistParameters() {}

    /** @throws Problem {@code VALIDATION_FAILED} */
    static OpenCaseFilter filter(
            @Nullable String assignedTo,
            String caller,
            @Nullable String status,
            @Nullable String kind,
            @Nullable String specialty,
            @Nullable UUID payerId,
            @Nullable Boolean held,
            @Nullable Boolean overdue,
            @Nullable Boolean escalated,
            @Nullable String escalatedTo) {
        return new OpenCaseFilter(
                coder(assignedTo, caller),
                known("status", status, CaseStatus.values(), CaseStatus::id),
                known("kind", kind, CaseKind.values(), CaseKind::id),
                specialty,
                payerId,
                held,
                overdue,
                escalated,
                ME.equals(escalatedTo) ? caller : escalatedTo,
                null);
    }

    /** @throws Problem {@code VALIDATION_FAILED} */
    static @Nullable TaskKind taskKind(@Nullable String kind) {
        return known("kind", kind, TaskKind.values(), TaskKind::id);
    }

    static @Nullable String coder(@Nullable String assignedTo, String caller) {
        if (ME.equals(assignedTo)) {
            return caller;
        }
        return NOBODY.equals(assignedTo) ? "" : assignedTo;
    }

    private static <E> @Nullable E known(String parameter, @Nullable String text, E[] values, Function<E, String> id) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        KitProblem.VALIDATION_FAILED,
                        "A query parameter is not valid",
                        new FieldError(
                                "?" + parameter, "unknown-" + parameter, parameter + " is not one that a case has")));
    }
}
