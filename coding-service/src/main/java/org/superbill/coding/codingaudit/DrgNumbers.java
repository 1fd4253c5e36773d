package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** Whether a number is a diagnosis-related group's; where no list of groups is loaded, any three digits may be. */
@ApplicationScoped
class DrgNumbers {
    private final Codes codes;

    DrgNumbers(Codes codes) {
        this.codes = codes;
    }

    /** @throws Problem {@code VALIDATION_FAILED} */
    void requireKnown(AuditedDrg drg, LocalDate on) {
        if (codes.releases().of(CodeSystem.MS_DRG).oldestFirst().isEmpty()) {
            return;
        }
        var errors = new ArrayList<FieldError>();
        if (!codes.ask(CodeSystem.MS_DRG, drg.coded(), on).known()) {
            errors.add(unknown("/drg/coded"));
        }
        if (!codes.ask(CodeSystem.MS_DRG, drg.correct(), on).known()) {
            errors.add(unknown("/drg/correct"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The request is not valid", errors);
        }
    }

    private static FieldError unknown(String pointer) {
        return new FieldError(pointer, "unknown-drg", "is in no loaded list of MS-DRGs");
    }
}
