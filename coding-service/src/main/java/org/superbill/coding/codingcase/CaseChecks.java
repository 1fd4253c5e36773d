package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Set;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.CodeChecks;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** What is said of the codes of a case: by the rules as findings, by the kind of case as refusals. */
@ApplicationScoped
class CaseChecks {
    /** An institutional claim has no pointers (005010X223A2, SV2) and takes twenty-five diagnoses. */
    private static final Set<String> OF_PROFESSIONAL_CLAIMS =
            Set.of("pointer-missing", "pointers-too-many", "diagnoses-too-many");

    private final CodeChecks rules;

    CaseChecks(CodeChecks rules) {
        this.rules = rules;
    }

    void check(CodingCase codingCase) {
        codingCase.checked(check(codingCase.encounter(), codingCase.kind(), codingCase.coding()));
    }

    Checked check(CaseEncounter encounter, CaseKind kind, CaseCoding coding) {
        var checked = rules.check(encounter.forRules(coding, kind));
        return kind == CaseKind.PROFESSIONAL
                ? checked
                : new Checked(
                        checked.findings().stream()
                                .filter(finding -> !OF_PROFESSIONAL_CLAIMS.contains(finding.rule()))
                                .toList(),
                        checked.warnings());
    }

    /**
     * What this case cannot have at all.
     *
     * @throws Problem {@code VALIDATION_FAILED}
     */
    static void requireFit(CodingCase codingCase, CaseCoding coding) {
        var isInpatient = codingCase.encounter().isInpatient(codingCase.kind());
        var errors = new ArrayList<FieldError>();
        var present = coding.presentOnAdmission().size();
        if (present > 0 && !isInpatient) {
            errors.add(new FieldError("/presentOnAdmission", "not-inpatient", "is said on the facility's case of an inpatient stay only"));
        } else if (present > 0 && present != coding.diagnoses().size()) {
            errors.add(new FieldError("/presentOnAdmission", "wrong-size", "must be one for each diagnosis"));
        }
        if (!coding.procedures().isEmpty() && !isInpatient) {
            errors.add(new FieldError(
                    "/procedures", "not-inpatient", "are said on the facility's case of an inpatient stay only"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The coding does not fit the case", errors);
        }
    }
}
