package org.superbill.coding.codesystem;

import java.time.LocalDate;

/**
 * An edition of a table of facts about codes.
 *
 * @param kind e.g. {@code icd-10-cm-conversion}
 * @param release unique in its kind
 * @param effectiveFrom its first day
 */
public record CodeTable(String kind, String release, LocalDate effectiveFrom, String source) {
    /** What CDC/NCHS publishes as the conversion table of ICD-10-CM. */
    public static final String ICD_10_CM_CONVERSION = "icd-10-cm-conversion";

    /** Each ICD-10 code of WHO to the one ICD-11 code that fits best. */
    public static final String ICD_10_TO_11 = "icd-10-to-icd-11-mms";
    /** Each ICD-10 code of WHO to all ICD-11 codes that share in it. */
    public static final String ICD_10_TO_SEVERAL_11 = "icd-10-to-several-icd-11-mms";
    /** Each ICD-11 code to the one ICD-10 code of WHO that fits best. */
    public static final String ICD_11_TO_10 = "icd-11-mms-to-icd-10";
}
