package org.superbill.billing.edittable;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many units of a code are likely at most.
 *
 * @param units may be zero: then none is
 * @param adjudicationIndicator MAI; 1: judged line by line; 2: by day, absolute; 3: by day, can be passed with a reason
 * @param rationale why, in CMS's words
 * @param release the table's, with its first day
 */
@Schema(name = "UnitLimit")
public record UnitLimit(
        String procedureCode,
        int units,
        int adjudicationIndicator,
        String rationale,
        String release,
        LocalDate effectiveFrom) {
    private static final int BY_LINE = 1;
    private static final int ABSOLUTE = 2;

    public boolean byLine() {
        return adjudicationIndicator == BY_LINE;
    }

    public boolean absolute() {
        return adjudicationIndicator == ABSOLUTE;
    }
}
