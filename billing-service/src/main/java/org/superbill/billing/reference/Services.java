package org.superbill.billing.reference;

import java.util.List;
import org.superbill.events.EncounterCoded;

/** What kind of service a line is, as far as claims say more of some kinds. By number only; CPT's sections are public. */
public final class Services {
    private static final List<String> VACCINES = List.of("90380-90382", "90476-90759", "91300-91399", "Q2034-Q2039");

    /** Consultations, breath and skin tests, the physician's services of a blood bank, autopsies, storage, what is measured through the skin, and embryology. */
    private static final List<String> WITHOUT_CLIA = List.of(
            "80500-80506",
            "81050",
            "82075",
            "83013-83014",
            "83987",
            "86077-86079",
            "86485-86580",
            "86910-86911",
            "86960",
            "88000-88099",
            "88125",
            "88240-88241",
            "88311",
            "88329",
            "88720-88741",
            "89049",
            "89220",
            "89250-89291",
            "89335-89356");

    private Services() {}

    /** Anaesthesia that is billed by minutes: CPT 00100 to 01999 but the two that are billed by units. Source: CMS Claims Processing Manual, chapter 12, section 50. */
    public static boolean isAnaesthesiaByTime(EncounterCoded.Line line) {
        var code = line.procedureCode();
        return code.startsWith("0")
                && isNumber(code)
                && code.compareTo("00100") >= 0
                && code.compareTo("01999") <= 0
                && !code.equals("01953")
                && !code.equals("01996");
    }

    /** Of which the minutes are known. */
    public static boolean isTimedAnaesthesia(EncounterCoded.Line line) {
        return isAnaesthesiaByTime(line) && line.more().minutes() != null;
    }

    /**
     * Pathology and laboratory, which needs a CLIA number where the test is made; not what CMS excludes from its CLIA edits. Source: CMS Claims Processing Manual, chapter 16,
     * section 70; CMS, HCPCS Codes Subject to and Excluded from CLIA Edits.
     */
    public static boolean isLaboratory(EncounterCoded.Line line) {
        var code = line.procedureCode();
        return line.modifiers().contains("QW")
                || (code.startsWith("8") && isNumber(code) && !ProcedureRanges.contain(WITHOUT_CLIA, code));
    }

    /** Diagnostic radiology: CPT 70010 to 76999. */
    public static boolean isImaging(EncounterCoded.Line line) {
        var code = line.procedureCode();
        return isNumber(code) && code.compareTo("70010") >= 0 && code.compareTo("76999") <= 0;
    }

    /** Source: CMS Claims Processing Manual, chapter 18, section 20. */
    public static boolean isMammography(EncounterCoded.Line line) {
        return line.procedureCode().equals("77065")
                || line.procedureCode().equals("77066")
                || line.procedureCode().equals("77067")
                || line.procedureCode().equals("77063");
    }

    /** A transport of a person: HCPCS A0425 to A0436 and A0998, A0999. */
    public static boolean isAmbulance(EncounterCoded.Line line) {
        var code = line.procedureCode();
        return (code.compareTo("A0425") >= 0 && code.compareTo("A0436") <= 0)
                || code.equals("A0998")
                || code.equals("A0999");
    }

    /**
     * The product, not its administration, which is charged. Source: CPT, vaccines and toxoids, and the antibodies that the Vaccines for Children program supplies; HCPCS
     * Level II, influenza vaccines.
     */
    public static boolean isVaccine(EncounterCoded.Line line) {
        return ProcedureRanges.contain(VACCINES, line.procedureCode());
    }

    private static boolean isNumber(String code) {
        for (int at = 0; at < code.length(); at++) {
            if (code.charAt(at) < '0' || code.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }
}
