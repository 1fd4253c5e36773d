package org.superbill.x12.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The code lists that guides name and do not contain, filled by the caller for SNIP level 5. One instance may serve many threads.
 *
 * <p>Lists are named as the guides' descriptions name them: {@code ICD-10-CM}, {@code ICD-10-PCS}, {@code ICD-9-CM},
 * {@code HCPCS}, {@code place of service (source 237)}, {@code revenue codes (source 132)} …; {@link CodeLists#NAMES} has all.
 */
@FunctionalInterface
public interface ExternalCodes {
    enum Answer {
        VALID,
        INVALID,
        /** The list is not at hand: nothing is said of the code. */
        UNKNOWN_LIST
    }

    /**
     * Whether the list has the code on that day.
     *
     * @param code as it stands in the file; diagnoses have no point
     * @param on the day that governs: of the service or, for codes of the whole claim, of discharge or of the first service; for
     *     an answer the day it was made. Null when the file does not tell
     */
    Answer find(String list, String code, @Nullable LocalDate on);
}
