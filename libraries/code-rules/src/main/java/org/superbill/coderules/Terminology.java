package org.superbill.coderules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The code systems that rules know. Codes are in stored form: upper case, without the dot. */
public enum Terminology {
    ICD_10_CM("ICD-10-CM", "[A-Z][0-9A-Z]{2,6}"),
    ICD_10_PCS("ICD-10-PCS", "[0-9A-HJ-NP-Z]{7}"),
    ICD_11("ICD-11 MMS", "[0-9A-Z]{4,7}"),
    HCPCS("HCPCS Level II", "[A-Z][0-9]{4}"),
    CPT("CPT", "[0-9]{4}[0-9A-Z]"),
    /** Of CPT by number and of HCPCS Level II. */
    MODIFIER("modifiers", "[0-9A-Z]{2}");

    private static final int BEFORE_THE_DOT = 3;
    private static final int BEFORE_THE_DOT_IN_ICD_11 = 4;

    private final String title;
    private final Pattern form;

    Terminology(String title, String form) {
        this.title = title;
        this.form = Pattern.compile(form);
    }

    public String title() {
        return title;
    }

    /** Whether a stored code has the form of this system's codes; it need not exist. */
    public boolean accepts(String code) {
        return form.matcher(code).matches();
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
