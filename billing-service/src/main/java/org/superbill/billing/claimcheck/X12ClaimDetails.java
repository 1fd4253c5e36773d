package org.superbill.billing.claimcheck;

import static org.superbill.billing.claimcheck.X12Parts.JSON;
import static org.superbill.billing.claimcheck.X12Parts.cents;
import static org.superbill.billing.claimcheck.X12Parts.provider;
import static org.superbill.billing.claimcheck.X12Parts.put;
import static org.superbill.billing.claimcheck.X12Parts.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.superbill.x12.Loop;
import org.superbill.x12.part.DatePeriod;

/** What loop 2300 of an 837 says besides codes, in the JSON form of the facts. */
final class X12ClaimDetails {
    private static final Map<String, String> CAUSES = Map.of("AA", "auto", "EM", "employment", "OA", "other");
    /** Without DTP*361, the end of a disability of which nobody says the beginning. */
    private static final Map<String, String> DATES = Map.ofEntries(
            Map.entry("431", "onset"),
            Map.entry("454", "initial-treatment"),
            Map.entry("304", "last-seen"),
            Map.entry("453", "acute-manifestation"),
            Map.entry("484", "last-menstrual-period"),
            Map.entry("455", "last-x-ray"),
            Map.entry("471", "vision-prescription"),
            Map.entry("314", "disability"),
            Map.entry("360", "disability"),
            Map.entry("297", "last-worked"),
            Map.entry("296", "return-to-work"),
            Map.entry("090", "care-assumed"),
            Map.entry("091", "care-relinquished"),
            Map.entry("444", "first-contact"));

    /** Component of the procedure: code, then four modifiers from the third on. */
    private static final int LAST_MODIFIER = 6;

    private final Loop claim;
    private final boolean institutional;
    private final Loop patient;
    private final ObjectNode practitioner;

    /**
     * @param patient loop 2010BA or 2010CA
     * @param practitioner who is named as rendering
     */
    X12ClaimDetails(Loop claim, boolean institutional, Loop patient, ObjectNode practitioner) {
        this.claim = claim;
        this.patient = patient;
        this.institutional = institutional;
        this.practitioner = practitioner;
    }

    ObjectNode json() {
        var details = JSON.objectNode();
        provider(details, "referringProvider", claim.loop(institutional ? "2310F" : "2310A"));
        billedUnder(details);
        reference(details, "referralNumber", claim, "9F");
        reference(details, "priorAuthorizationNumber", claim, "G1");
        put(details, "delayReason", claim.required("CLM").element(20));
        note(details);
        patientPaid(details);
        dates(details);
        attachments(details);
        accident(details);
        screening(details);
        if (institutional) {
            details.set("institutional", new X12FacilityStay(claim).details());
        } else {
            provider(details, "supervisingProvider", claim.loop("2310D"));
            new X12Ambulance(claim).json().ifPresent(ambulance -> details.set("ambulance", ambulance));
        }
        return details;
    }

    /** Modifier Q5 or Q6 says that somebody stood in for who is named; who did, no loop says. */
    private void billedUnder(ObjectNode details) {
        var reason = hasModifier("Q5") ? "reciprocal" : hasModifier("Q6") ? "fee-for-time" : null;
        if (reason != null) {
            details.putObject("billedUnder").put("reason", reason).set("provider", practitioner);
        }
    }

    private boolean hasModifier(String modifier) {
        return claim.loops("2400", any -> any).stream()
                .map(line -> line.required(institutional ? "SV2" : "SV1").components(institutional ? 2 : 1))
                .anyMatch(procedure -> procedure.size() > 2
                        && procedure
                                .subList(2, Math.min(LAST_MODIFIER, procedure.size()))
                                .contains(modifier));
    }

    private void note(ObjectNode details) {
        var note = claim.segment("NTE");
        if (note != null) {
            put(details, "note", note.element(2));
        }
    }

    private void patientPaid(ObjectNode details) {
        var paid = claim.segment("AMT", "F5");
        if (paid != null) {
            details.put("patientPaidCents", cents(paid, 2));
        }
    }

    private void attachments(ObjectNode details) {
        var attachments = JSON.arrayNode();
        for (var pwk : claim.segments("PWK")) {
            var attachment = attachments.addObject();
            attachment.put("reportType", pwk.element(1));
            attachment.put("transmission", pwk.element(2));
            put(attachment, "controlNumber", pwk.element(6));
        }
        X12Parts.set(details, "attachments", attachments);
    }

    /** Of an accident a facility's claim says the state and the insurer's number only. */
    private void accident(ObjectNode details) {
        var clm = claim.required("CLM");
        var accident = JSON.objectNode();
        var causes = accident.putArray("causes");
        reference(accident, "claimNumber", patient, "Y4");
        if (institutional) {
            reference(accident, "state", claim, "LU");
        } else {
            List.of(clm.component(11, 1), clm.component(11, 2)).stream()
                    .filter(CAUSES::containsKey)
                    .forEach(cause -> causes.add(CAUSES.get(cause)));
            put(accident, "state", clm.component(11, 4));
        }
        var day = claim.segment("DTP", "439");
        if (day != null) {
            accident.put("date", DatePeriod.of(day).from().toString());
        }
        if (!causes.isEmpty() || accident.size() > 1) {
            details.set("accident", accident);
        }
    }

    private void screening(ObjectNode details) {
        var referral = claim.segment("CRC", "ZZ");
        if (referral != null) {
            var conditions = details.putArray("epsdtReferral");
            for (var at = 3; at <= 5 && referral.has(at); at++) {
                conditions.add(referral.element(at));
            }
        }
    }

    private void dates(ObjectNode details) {
        var dates = JSON.arrayNode();
        for (var dtp : claim.segments("DTP")) {
            var kind = DATES.get(dtp.element(1));
            if (kind != null) {
                var period = DatePeriod.of(dtp);
                var date = dates.addObject()
                        .put("kind", kind)
                        .put("date", period.from().toString());
                if (period.to().isAfter(period.from())) {
                    date.put("through", period.to().toString());
                }
            }
        }
        X12Parts.set(details, "dates", dates);
    }
}
