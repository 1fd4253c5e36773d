package org.superbill.billing.editrule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a condition may ask: the whole vocabulary, with its types. What a claim does not say is empty, or zero. */
enum Variable {
    FORM("professional or institutional", SimpleType.STRING),
    SERVICE_DATE("first day of service, 2026-03-02", SimpleType.STRING),
    DAYS_SINCE_SERVICE("from then until today", SimpleType.INT),
    PLACE_OF_SERVICE("two digits", SimpleType.STRING),
    CHARGE_CENTS("of the whole claim", SimpleType.INT),
    DIAGNOSES("ICD-10-CM without the dot, principal first", ListType.create(SimpleType.STRING)),
    PAYER_ID("Superbill's id of the payer", SimpleType.STRING),
    PAYER_IDENTIFIER("the payer's electronic id", SimpleType.STRING),
    FILING_INDICATOR("kind of insurance (SBR09), MB for Medicare Part B", SimpleType.STRING),
    GROUP_NUMBER("of the coverage", SimpleType.STRING),
    MEMBER_ID("of the coverage", SimpleType.STRING),
    COVERAGE_SEQUENCE("1 for the primary payer", SimpleType.INT),
    RELATIONSHIP("of the patient to the subscriber: self, spouse, child or other", SimpleType.STRING),
    PATIENT_AGE("completed years on the first day of service", SimpleType.INT),
    PATIENT_SEX("female, male or unknown", SimpleType.STRING),
    BILLING_NPI("", SimpleType.STRING),
    BILLING_TAXONOMY("", SimpleType.STRING),
    RENDERING_NPI("", SimpleType.STRING),
    RENDERING_TAXONOMY("", SimpleType.STRING),
    FACILITY_NPI("of a service location of its own", SimpleType.STRING),
    AUTHORIZATION_NUMBER("the payer's prior authorization (REF*G1)", SimpleType.STRING),
    REFERRAL_NUMBER("REF*9F", SimpleType.STRING),
    REFERRING_NPI("who sent the patient", SimpleType.STRING),
    TYPE_OF_BILL("of an institutional claim, its first two digits after the zero", SimpleType.STRING),
    CONDITION_CODES("of an institutional claim", ListType.create(SimpleType.STRING)),
    LINES(
            "each with number, procedure, modifiers, units, charge_cents, service_date, place_of_service, diagnoses, revenue_code, ndc",
            lines()),
    LINE_NUMBER("only where the rule judges line by line, as all that begin with line_", SimpleType.INT),
    LINE_PROCEDURE("CPT or HCPCS Level II", SimpleType.STRING),
    LINE_MODIFIERS("", ListType.create(SimpleType.STRING)),
    LINE_UNITS("", SimpleType.DOUBLE),
    LINE_CHARGE_CENTS("", SimpleType.INT),
    LINE_SERVICE_DATE("2026-03-02", SimpleType.STRING),
    LINE_PLACE_OF_SERVICE("two digits; the claim's where the line has none of its own", SimpleType.STRING),
    LINE_DIAGNOSES("those that the line points to", ListType.create(SimpleType.STRING)),
    LINE_REVENUE_CODE("of an institutional claim", SimpleType.STRING),
    LINE_NDC("of a drug, eleven digits", SimpleType.STRING);

    private static final String OF_A_LINE = "LINE_";

    static final Map<String, Variable> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Variable::text, Function.identity()));

    /** Of a line, as the fields of {@code lines} are called. */
    static final Map<String, Variable> FIELDS_OF_LINES = Arrays.stream(values())
            .filter(Variable::isOfLine)
            .collect(Collectors.toUnmodifiableMap(Variable::field, Function.identity()));

    private final String meaning;
    private final CelType type;

    Variable(String meaning, CelType type) {
        this.meaning = meaning;
        this.type = type;
    }

    private static CelType lines() {
        return ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    CelType type() {
        return type;
    }

    boolean isOfLine() {
        return name().startsWith(OF_A_LINE);
    }

    /** {@code line_procedure} is {@code procedure} of a line. */
    String field() {
        return isOfLine() ? text().substring(OF_A_LINE.length()) : text();
    }

    /** What it is where a claim does not say it. */
    Object nothing() {
        return switch (type.kind()) {
            case INT -> 0L;
            case DOUBLE -> 0.0;
            case LIST -> List.of();
            default -> "";
        };
    }
}
