package org.superbill.coderules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For which sex a procedure of ICD-10-PCS is, by its section, body system and body part. Source: ICD-10-PCS tables (fiscal year 2026); compared with the sex conflicts
 * of procedures in the Medicare Code Editor 37, which has all of them but for codes that are newer, and beside them only the collection of breast milk.
 */
public final class ProcedureSex {
    public static final String SOURCE = "ICD-10-PCS, body system and body part; Medicare Code Editor, sex conflict";

    /**
     * Obstetrics; the female reproductive system; fetus and obstetrical imaging; female perineum; uterine arteries; bowel to vagina; packing of the genital tract; transfusion
     * into, and introduction into, products of conception; monitoring of the fetus.
     */
    private static final Pattern FEMALE = Pattern.compile(
            "1.*|[0BCD]U.*|BY.*|0W.N.*|04LE..T|04LF..U|0DX...7|2Y[045]4.*|3027.*|3E[01][EP].*|4A[01][HJ].*|8E0U.*");
    /** The male reproductive system, and male perineum. */
    private static final Pattern MALE = Pattern.compile("[0BCD]V.*|0W.M.*|3E[01]N.*");

    private ProcedureSex() {}

    /** Null for a procedure that is for both. */
    public static @Nullable Sex of(String code) {
        if (FEMALE.matcher(code).matches()) {
            return Sex.FEMALE;
        }
        return MALE.matcher(code).matches() ? Sex.MALE : null;
    }
}
