package org.superbill.coding.codingaudit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * Whether a number is a diagnosis-related group's on a day; of days of which no list of groups is loaded any from 001 to 997 may be. 998 and 999 are no groups but what a grouper
 * says of codes that it cannot group. Source: MS-DRG Definitions Manual (CMS): 998 principal diagnosis invalid as discharge diagnosis, 999 ungroupable.
 */
@ApplicationScoped
class DrgNumbers {
    private static final Map<String, String> NO_GROUP = Map.of(
            "998", "says that the principal diagnosis is invalid as discharge diagnosis",
            "999", "says that the codes cannot be grouped");

    private final Codes codes;

    DrgNumbers(Codes codes) {
        this.codes = codes;
    }

    /** What was coded may be what cannot be grouped, and is an error then; what is right has a group. @throws Problem {@code VALIDATION_FAILED} */
    void requireKnown(AuditedDrg drg, LocalDate on) {
        var errors = new ArrayList<FieldError>();
        if (!NO_GROUP.containsKey(drg.coded())) {
            known("/drg/coded", drg.coded(), on).ifPresent(errors::add);
        }
        var none = NO_GROUP.get(drg.correct());
        if (none == null) {
            known("/drg/correct", drg.correct(), on).ifPresent(errors::add);
        } else {
            errors.add(new FieldError("/drg/correct", "no-drg", none + ": put the right codes right first"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The request is not valid", errors);
        }
    }

    private Optional<FieldError> known(String pointer, String drg, LocalDate on) {
        var status = codes.ask(CodeSystem.MS_DRG, drg, on);
        if (status.release() == null || status.valid()) { // without a release of the day nothing is known
            return Optional.empty();
        }
        return Optional.of(new FieldError(
                pointer,
                "unknown-drg",
                status.known()
                        ? "is no MS-DRG of release %s, which is in force on %s".formatted(status.release(), on)
                        : "is in no loaded list of MS-DRGs"));
    }
}
