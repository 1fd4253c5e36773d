package org.superbill.billing.codingeffect;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.contract.AllowedAmount;
import org.superbill.billing.contract.ContractedService;
import org.superbill.billing.contract.ContractedService.Session;
import org.superbill.billing.contract.ExpectedAllowed;
import org.superbill.billing.contract.FacilityPlaces;
import org.superbill.events.CodingAudited;
import org.superbill.events.CodingEffectPriced;

/**
 * A line of a question with what it would be charged.
 *
 * @param chargeCents null when nobody has said what it costs
 */
record EffectLine(CodingAudited.Line line, @Nullable Long chargeCents) {
    private static final String FACILITY = "facility";
    private static final String INPATIENT = "inpatient";
    private static final String BY_PHYSICIAN_FEE_SCHEDULE = "percent-of-medicare";
    private static final long NOT_KNOWN = -1;

    /** Whether the claim is a facility's for an inpatient: that is paid by its group or by the day, not by its lines. */
    static boolean isStay(CodingAudited question) {
        return FACILITY.equals(question.kind()) && INPATIENT.equals(question.setting());
    }

    /**
     * @param coding that the line is of: what it is worth depends on the other lines of that
     * @param place of service of the encounter, where the line does not say its own
     */
    ContractedService service(UUID coding, UUID payer, String place) {
        return new ContractedService(
                payer,
                line.serviceDate(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                chargeCents == null ? NOT_KNOWN : chargeCents,
                FacilityPlaces.include(line.placeOfService() == null ? place : line.placeOfService()),
                new Session(coding, null, line.lineNumber()));
    }

    CodingEffectPriced.Line priced(
            CodingAudited question,
            UUID coding,
            @Nullable UUID payer,
            String place,
            Map<ContractedService, ExpectedAllowed.Answer> answers) {
        if (payer == null) {
            return unknown("no-coverage");
        }
        if (isStay(question)) {
            return unknown("inpatient");
        }
        var answer = answers.get(service(coding, payer, place));
        if (answer == null || !answer.contracted()) {
            return unknown("no-contract");
        }
        var allowed = answer.amount();
        // the physician fee schedule says nothing of what a facility is paid
        return allowed == null
                        || FACILITY.equals(question.kind()) && allowed.basis().equals(BY_PHYSICIAN_FEE_SCHEDULE)
                ? unknown("no-price")
                : priced(allowed, null);
    }

    private CodingEffectPriced.Line unknown(String why) {
        return priced(null, why);
    }

    private CodingEffectPriced.Line priced(@Nullable AllowedAmount allowed, @Nullable String unknown) {
        return new CodingEffectPriced.Line(
                line.lineNumber(),
                line.procedureCode(),
                line.modifiers(),
                line.units(),
                chargeCents,
                allowed == null ? null : (Long) allowed.amount().value(),
                allowed == null ? null : allowed.basis(),
                allowed == null ? null : allowed.contractId(),
                unknown);
    }
}
