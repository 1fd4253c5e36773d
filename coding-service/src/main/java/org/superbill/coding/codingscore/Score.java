package org.superbill.coding.codingscore;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a coding compares with the right one, code over code: what is said with a code is right or wrong with it.
 *
 * @param items how many codes there are: each diagnosis, service line and procedure that is coded or should be; where another code should stand it is one with that
 * @param right how many of them are right: of a diagnosis also that it is principal, and its present-on-admission indicator; of a line also modifiers, units and pointers
 * @param errors what is wrong; of one line there may be several
 */
@Schema(name = "CodingScore")
public record Score(int items, int right, List<CodeError> errors) {
    public Score {
        errors = List.copyOf(errors);
    }

    /** Whether everything is right. */
    public boolean isPerfect() {
        return errors.isEmpty();
    }
}
