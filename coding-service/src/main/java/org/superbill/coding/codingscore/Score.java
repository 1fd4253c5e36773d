package org.superbill.coding.codingscore;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a coding compares with the right one.
 *
 * @param items how many things could be right: each diagnosis, present-on-admission indicator, procedure, and on a line its code, and its
 *     modifiers, units and pointers where there is something to say of them
 * @param right how many are
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
