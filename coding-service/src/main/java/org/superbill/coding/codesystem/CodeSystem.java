package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The code systems that this service knows, each with the form of its codes, how they are written, what dates them and how they stand under each other. */
@Schema(name = "CodeSystemId")
public enum CodeSystem {
    ICD_10_CM(
            "icd-10-cm",
            "ICD-10-CM, diagnoses",
            "[A-Z][0-9A-Z]{2,6}",
            Dot.AFTER_THIRD,
            Dating.BY_RELEASE,
            Nesting.BY_PREFIX),
    ICD_10_PCS(
            "icd-10-pcs",
            "ICD-10-PCS, procedures of hospital inpatients",
            "[0-9A-HJ-NP-Z]{3}(?:[0-9A-HJ-NP-Z]{4})?",
            Dot.NONE,
            Dating.BY_RELEASE,
            Nesting.BY_PREFIX),
    ICD_11_MMS(
            "icd-11-mms",
            "ICD-11 MMS, diagnoses and extension codes (loaded from WHO's tabulation)",
            "[0-9A-Z]{4,6}|CHAPTER-[0-9A-Z]{1,2}|BLOCK[0-9A-Z-]+",
            Dot.AFTER_FOURTH,
            Dating.BY_RELEASE,
            Nesting.AS_LOADED),
    HCPCS("hcpcs", "HCPCS Level II, procedures, supplies and drugs", "[A-Z][0-9]{4}", Dating.BY_CODE),
    HCPCS_MODIFIER("hcpcs-modifier", "HCPCS Level II modifiers", "[A-Z][0-9A-Z]|[0-9][A-Z]", Dating.BY_CODE),
    CPT("cpt", "CPT, procedures (loaded by the licence holder)", "[0-9]{4}[0-9A-Z]", Dating.BY_RELEASE),
    CPT_MODIFIER("cpt-modifier", "CPT modifiers, by number, in our own words", "[0-9P][0-9P]", Dating.BY_CODE),
    PLACE_OF_SERVICE("place-of-service", "Place of service codes", "[0-9]{2}", Dating.BY_CODE),
    REVENUE_CODE("revenue-code", "Revenue codes (loaded by the licence holder)", "[0-9]{4}", Dating.BY_CODE),
    TYPE_OF_BILL("type-of-bill", "Types of bill (loaded by the licence holder)", "[0-9A-Z]{3}", Dating.BY_CODE),
    CONDITION_CODE("condition-code", "Condition codes (loaded by the licence holder)", "[0-9A-Z]{2}", Dating.BY_CODE),
    DISCHARGE_STATUS(
            "discharge-status", "Patient discharge status (loaded by the licence holder)", "[0-9]{2}", Dating.BY_CODE),
    POINT_OF_ORIGIN(
            "point-of-origin",
            "Points of origin of an admission (loaded by the licence holder)",
            "[0-9A-Z]",
            Dating.BY_CODE),
    ADMISSION_TYPE(
            "admission-type", "Priorities of an admission (loaded by the licence holder)", "[0-9]", Dating.BY_CODE),
    ADJUSTMENT_GROUP("claim-adjustment-group", "Claim adjustment group codes", "[A-Z]{2}", Dating.BY_CODE),
    CARC("carc", "Claim adjustment reason codes (CARC)", "[A-Z]?[0-9]{1,3}", Dating.BY_CODE),
    RARC("rarc", "Remittance advice remark codes (RARC)", "M[0-9]{1,3}|MA[0-9]{1,3}|N[0-9]{1,4}", Dating.BY_CODE),
    CLAIM_STATUS_CATEGORY("claim-status-category", "Claim status category codes", "[A-Z][0-9A-Z]{1,2}", Dating.BY_CODE),
    CLAIM_STATUS("claim-status", "Claim status codes", "[0-9]{1,4}", Dating.BY_CODE),
    SERVICE_TYPE("service-type", "Service type codes of eligibility", "[0-9A-Z]{1,3}", Dating.BY_CODE),
    TAXONOMY("taxonomy", "Health care provider taxonomy codes", "[0-9A-Z]{9}X", Dating.BY_CODE),
    MS_DRG("ms-drg", "Medicare severity diagnosis related groups", "[0-9]{3}", Dating.BY_RELEASE);

    /** Where the dot stands in the written form. */
    private enum Dot {
        NONE(Integer.MAX_VALUE),
        AFTER_THIRD(3),
        /** ICD-11: in stem codes only; an extension code, which begins with X, has none. */
        AFTER_FOURTH(4);

        private final int place;

        Dot(int place) {
            this.place = place;
        }
    }

    /** What says whether a code may be used on a day. */
    enum Dating {
        /** Each release is the whole truth for its own days, and the days before the first release are unknown. */
        BY_RELEASE,
        /** A list names the first and last day of each code, past ones too: the oldest list that is loaded answers for the days before it. */
        BY_CODE
    }

    /** How the header of a code is found. */
    enum Nesting {
        FLAT,
        /** The longest code before it that it begins with. */
        BY_PREFIX,
        /** The file says it. */
        AS_LOADED
    }

    private static final Pattern ICD_11_STEM = Pattern.compile("[0-9A-WYZ][0-9A-Z]{4,5}");

    private final String id;
    private final String title;
    private final Pattern form;
    private final Dot dot;
    private final Dating dating;
    private final Nesting nesting;

    CodeSystem(String id, String title, String form, Dating dating) {
        this(id, title, form, Dot.NONE, dating, Nesting.FLAT);
    }

    CodeSystem(String id, String title, String form, Dot dot, Dating dating, Nesting nesting) {
        this.id = id;
        this.title = title;
        this.form = Pattern.compile(form);
        this.dot = dot;
        this.dating = dating;
        this.nesting = nesting;
    }

    /** As in paths, queries and events: {@code icd-10-cm}, {@code hcpcs}, {@code cpt}. */
    @JsonValue
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** @param id as {@link #id()} */
    public static Optional<CodeSystem> of(String id) {
        return Arrays.stream(values()).filter(system -> system.id.equals(id)).findFirst();
    }

    /** All ids, for people. */
    static String ids() {
        return Arrays.stream(values()).map(CodeSystem::id).collect(Collectors.joining(", "));
    }

    /** From October to September, as CMS and the CDC publish it. */
    boolean isOfFiscalYear() {
        return this == ICD_10_CM || this == ICD_10_PCS || this == MS_DRG;
    }

    /** Whether a stored code has the form of this system's codes; it need not exist. */
    public boolean accepts(String code) {
        return form.matcher(code).matches();
    }

    /** The stored form of a code however a person wrote it: {@code j06.9} becomes {@code J069}. */
    public String normalize(String code) {
        return code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** The written form of a stored code: {@code J069} becomes {@code J06.9} in ICD-10-CM. */
    public String display(String code) {
        return code.length() > dot.place
                        && (dot != Dot.AFTER_FOURTH || ICD_11_STEM.matcher(code).matches())
                ? code.substring(0, dot.place) + "." + code.substring(dot.place)
                : code;
    }

    Dating dating() {
        return dating;
    }

    Nesting nesting() {
        return nesting;
    }

    /**
     * The day whose release governs a code. Source: ICD-10-CM Official Guidelines and 45 CFR 162.1002: ICD-10 goes by the date of discharge for a hospital inpatient; all
     * else by the date of service of its line.
     *
     * @param discharged last day of an inpatient stay; null for an outpatient, or while the patient is still there
     */
    public LocalDate governingDate(LocalDate serviceDate, @Nullable LocalDate discharged) {
        return (this == ICD_10_CM || this == ICD_10_PCS) && discharged != null ? discharged : serviceDate;
    }
}
