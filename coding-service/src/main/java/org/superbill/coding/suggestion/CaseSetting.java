package org.superbill.coding.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseFacts;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * As what a case's notes are read. Only a facility codes an inpatient's uncertain diagnoses (guidelines, section II.H); a professional's case of the same stay goes by
 * section IV as any outpatient's, and its visits are none of an office.
 */
final class CaseSetting {
    private CaseSetting() {}

    /**
     * What a case leaves open, e.g. whether an office visit was held by telephone, a request may say.
     *
     * @param setting what the request says
     * @throws Problem {@code VALIDATION_FAILED} when the case is another's
     */
    static NotesRequest.Setting of(CaseFacts codingCase, NotesRequest.@Nullable Setting setting) {
        var possible = possible(codingCase);
        if (setting == null) {
            return possible.get(0);
        }
        if (!possible.contains(setting)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The request does not fit the case",
                    List.of(contrary(
                            "/setting",
                            "is not the case's, which is read as %s: leave it out"
                                    .formatted(possible.get(0).id()))));
        }
        return setting;
    }

    /** @throws Problem {@code VALIDATION_FAILED} */
    static void requireFit(CaseFacts codingCase, NotesRequest request) {
        var on = request.on();
        if (on != null && !on.equals(codingCase.governingDate())) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The request does not fit the case",
                    List.of(contrary(
                            "/on", "is not the day by whose rules the case is coded, " + codingCase.governingDate())));
        }
    }

    /** What it is read as when the request does not say comes first. */
    private static List<NotesRequest.Setting> possible(CaseFacts codingCase) {
        var professional = codingCase.kind() == CaseKind.PROFESSIONAL;
        return switch (codingCase.setting()) {
            case OFFICE ->
                List.of(NotesRequest.Setting.OFFICE, NotesRequest.Setting.TELEHEALTH, NotesRequest.Setting.PROCEDURE);
            case FACILITY_OUTPATIENT ->
                professional
                        ? List.of(
                                NotesRequest.Setting.PROCEDURE,
                                NotesRequest.Setting.OFFICE,
                                NotesRequest.Setting.TELEHEALTH)
                        : List.of(NotesRequest.Setting.PROCEDURE);
            case EMERGENCY -> List.of(NotesRequest.Setting.EMERGENCY);
            case INPATIENT ->
                professional
                        ? List.of(NotesRequest.Setting.PROCEDURE, NotesRequest.Setting.EMERGENCY)
                        : List.of(NotesRequest.Setting.INPATIENT);
        };
    }

    private static FieldError contrary(String pointer, String message) {
        return new FieldError(pointer, "not-of-the-case", message);
    }
}
