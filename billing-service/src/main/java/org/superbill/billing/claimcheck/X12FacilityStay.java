package org.superbill.billing.claimcheck;

import static org.superbill.billing.claimcheck.X12Parts.JSON;
import static org.superbill.billing.claimcheck.X12Parts.provider;
import static org.superbill.billing.claimcheck.X12Parts.put;
import static org.superbill.billing.claimcheck.X12Parts.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.DateTimePeriod;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.part.DatePeriod;

/** What only a facility's claim says, in the JSON form of the facts. Source: 005010X223A2, loop 2300. */
final class X12FacilityStay {
    /** Type of bill of a hospital's inpatient, without the frequency. Source: NUBC, form locator 4. */
    private static final String HOSPITAL_INPATIENT = "11";

    private static final String STILL_PATIENT = "30";
    private static final int PRESENT_ON_ADMISSION = 9;

    private final Loop claim;
    private final String typeOfBill;
    private final @Nullable Segment admission;

    X12FacilityStay(Loop claim) {
        this.claim = claim;
        this.typeOfBill = claim.required("CLM").component(5, 1);
        this.admission = claim.segment("CL1");
    }

    /** Setting, days and codes of the stay. */
    void addTo(ObjectNode encounter) {
        var inpatient = typeOfBill.equals(HOSPITAL_INPATIENT);
        encounter.put("kind", "facility");
        encounter.put("setting", inpatient ? "inpatient" : "facility-outpatient");
        var admitted = claim.segment("DTP", "435");
        if (admitted != null) {
            encounter.put("admissionDate", DatePeriod.of(admitted).from().toString());
        }
        var statement = claim.segment("DTP", "434");
        if (inpatient && statement != null && !STILL_PATIENT.equals(patientStatus())) {
            encounter.put("dischargeDate", DatePeriod.of(statement).to().toString());
        }
        var diagnoses = X12Codes.all(claim, "ABK", "BK", "ABF", "BF");
        diagnoses.addAll(X12Codes.all(claim, "ABN", "BN")); // which may stand before the others, and are not first
        var codes = encounter.putArray("diagnoses");
        diagnoses.forEach(diagnosis -> codes.add(diagnosis.code()));
        if (inpatient) {
            var present = encounter.putArray("presentOnAdmission");
            diagnoses.forEach(diagnosis -> present.add(diagnosis.component(PRESENT_ON_ADMISSION)));
        }
        procedures(encounter);
    }

    /** ICD-10-PCS with the days, which is what facts of a stay take. */
    private void procedures(ObjectNode encounter) {
        var procedures = JSON.arrayNode();
        for (var procedure : X12Codes.all(claim, "BBR", "BBQ")) {
            procedures.addObject().put("code", procedure.code()).put("date", from(procedure));
        }
        set(encounter, "procedures", procedures);
    }

    /** {@code claimDetails.institutional}. */
    ObjectNode details() {
        var all = JSON.objectNode();
        all.put("typeOfBill", typeOfBill);
        all.put("admissionType", admission == null ? "" : admission.element(1));
        if (admission != null) {
            put(all, "admissionSource", admission.element(2));
        }
        all.put("patientStatus", patientStatus());
        hour(all, "admissionHour", "435");
        hour(all, "dischargeHour", "096");
        X12Codes.all(claim, "ABJ", "BJ").stream()
                .findFirst()
                .ifPresent(code -> all.put("admittingDiagnosis", code.code()));
        set(all, "reasonsForVisit", X12Codes.of(claim, "APR", "PR"));
        set(all, "externalCauses", X12Codes.of(claim, "ABN", "BN")); // among the diagnoses too, which edits judge
        set(all, "conditionCodes", X12Codes.of(claim, "BG"));
        occurrences(all, "occurrences", X12Codes.all(claim, "BH"));
        occurrences(all, "occurrenceSpans", X12Codes.all(claim, "BI"));
        values(all);
        provider(all, "attendingProvider", claim.loop("2310A"));
        provider(all, "operatingProvider", claim.loop("2310B"));
        provider(all, "otherOperatingProvider", claim.loop("2310C"));
        return all;
    }

    private String patientStatus() {
        return admission == null ? "" : admission.element(3);
    }

    private void hour(ObjectNode of, String field, String qualifier) {
        var dtp = claim.segment("DTP", qualifier);
        var time = dtp == null ? null : new DateTimePeriod(dtp.element(2), dtp.element(3)).time();
        if (time != null) {
            of.put(field, time.getHour());
        }
    }

    private static void occurrences(ObjectNode of, String field, List<X12Codes> found) {
        var occurrences = JSON.arrayNode();
        for (var code : found) {
            var period = DatePeriod.of(code.dtp());
            var occurrence = occurrences
                    .addObject()
                    .put("code", code.code())
                    .put("date", period.from().toString());
            if (period.to().isAfter(period.from())) {
                occurrence.put("through", period.to().toString());
            }
        }
        set(of, field, occurrences);
    }

    private static String from(X12Codes code) {
        return DatePeriod.of(code.dtp()).from().toString();
    }

    private void values(ObjectNode of) {
        var values = JSON.arrayNode();
        for (var value : X12Codes.all(claim, "BE")) {
            values.addObject().put("code", value.code()).put("amount", amount(value.component(5)));
        }
        set(of, "values", values);
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new X12Exception("A value code has no amount");
        }
    }
}
