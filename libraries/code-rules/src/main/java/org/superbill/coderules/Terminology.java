package org.superbill.coderules;

import static org.superbill.coderules.CodeForm.BOTH;
import static org.superbill.coderules.CodeForm.DIGITS;
import static org.superbill.coderules.CodeForm.LETTERS;
import static org.superbill.coderules.CodeForm.PCS;

import java.util.List;
import java.util.Locale;

/** The code systems that rules know. Codes are in stored form: upper case, without the dot. */
public enum Terminology {
    ICD_10_CM("ICD-10-CM", new CodeForm(3, 7, LETTERS, BOTH, BOTH)),
    ICD_10_PCS("ICD-10-PCS", new CodeForm(7, 7, PCS, PCS, PCS)),
    ICD_11("ICD-11 MMS", new CodeForm(4, 7, BOTH, BOTH, BOTH)),
    HCPCS("HCPCS Level II", new CodeForm(5, 5, LETTERS, DIGITS, DIGITS)),
    CPT("CPT", new CodeForm(5, 5, DIGITS, DIGITS, BOTH)),
    /** Of CPT by number and of HCPCS Level II. */
    MODIFIER("modifiers", new CodeForm(2, 2, BOTH, BOTH, BOTH));

    private static final int BEFORE_THE_DOT = 3;
    private static final int BEFORE_THE_DOT_IN_ICD_11 = 4;

    private final String title;
    private final CodeForm form;

    Terminology(String title, CodeForm form) {
        this.title = title;
        this.form = form;
    }

    public String title() {
        return title;
    }

    /** Whether a stored code has the form of this system's codes; it need not exist. */
    public boolean accepts(String code) {
        return form.matches(code);
    }

    /** However a person wrote it: {@code j06.9} becomes {@code J069}. */
    public String stored(String code) {
        return code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** The code systems that it is made of, by their ids; modifiers come from two, and only both together say that one is unknown. */
    public List<String> systems() {
        return switch (this) {
            case ICD_10_CM -> List.of("icd-10-cm");
            case ICD_10_PCS -> List.of("icd-10-pcs");
            case ICD_11 -> List.of("icd-11-mms");
            case HCPCS -> List.of("hcpcs");
            case CPT -> List.of("cpt");
            case MODIFIER -> List.of("hcpcs-modifier", "cpt-modifier");
        };
    }

    /** As it is written: {@code J069} becomes {@code J06.9}. */
    public String written(String code) {
        var dot = this == ICD_10_CM ? BEFORE_THE_DOT : this == ICD_11 ? BEFORE_THE_DOT_IN_ICD_11 : code.length();
        return code.length() > dot ? code.substring(0, dot) + "." + code.substring(dot) : code;
    }

    /** A procedure on a line is a CPT or an HCPCS Level II code; their forms do not overlap. */
    public static Terminology ofProcedure(String code) {
        return HCPCS.accepts(code) ? HCPCS : CPT;
    }
}
