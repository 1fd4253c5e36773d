package org.superbill.billing.edittable;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the NCCI procedure-to-procedure edits.
 *
 * @param column1 what is paid
 * @param column2 what is denied beside it
 * @param effectiveFrom first day in force; absent where the file does not say it
 * @param deletedOn last day in force; absent while it has none
 * @param modifierIndicator 0: no modifier lifts it; 1: an NCCI-associated one does; 9: it never counts
 * @param rationale why, in CMS's words
 */
@Schema(name = "NcciRow")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairRow(
        String column1,
        String column2,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate deletedOn,
        int modifierIndicator,
        String rationale) {
    private static final int MODIFIER_LIFTS = 1;
    private static final int NEVER = 9;

    public boolean modifierLifts() {
        return modifierIndicator == MODIFIER_LIFTS;
    }

    public boolean counts() {
        return modifierIndicator != NEVER;
    }
}
