package org.superbill.billing.submission;

import static org.superbill.billing.submission.LoopParts.address;
import static org.superbill.billing.submission.LoopParts.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Services;
import org.superbill.events.ClaimDetails;
import org.superbill.x12.Segment;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.professional.Loop2300Claim;
import org.superbill.x12.professional.Loop2310AReferringProvider;
import org.superbill.x12.professional.Loop2310DSupervisingProvider;
import org.superbill.x12.professional.Loop2310EAmbulancePickUp;
import org.superbill.x12.professional.Loop2310FAmbulanceDropOff;

/** What only some professional claims say (005010X222A1, loop 2300): written where the facts have it. */
record SituationalParts(ClaimFacts facts) {
    private static final Map<String, String> DATES = Map.ofEntries(
            Map.entry("onset", "431"),
            Map.entry("initial-treatment", "454"),
            Map.entry("last-seen", "304"),
            Map.entry("acute-manifestation", "453"),
            Map.entry("last-menstrual-period", "484"),
            Map.entry("last-x-ray", "455"),
            Map.entry("vision-prescription", "471"),
            Map.entry("last-worked", "297"),
            Map.entry("return-to-work", "296"),
            Map.entry("care-assumed", "090"),
            Map.entry("care-relinquished", "091"),
            Map.entry("first-contact", "444"));

    private static final Map<String, String> CAUSES = Map.of("auto", "AA", "employment", "EM", "other", "OA");

    void addTo(Loop2300Claim.Builder claim) {
        var details = facts.encounter().details();
        stay(claim);
        laboratory(claim);
        if (details.referringProvider() != null) {
            claim.referringProvider(Loop2310AReferringProvider.of("DN", person(details.referringProvider())));
        }
        if (details.supervisingProvider() != null) {
            claim.supervisingProvider(Loop2310DSupervisingProvider.of(person(details.supervisingProvider())));
        }
        if (details.accident() != null) {
            accident(details.accident(), claim);
        }
        if (details.dates() != null) {
            details.dates().forEach(date -> claim.add(dtp(date)));
        }
        reference(claim, "9F", facts.referralNumber());
        reference(claim, "G1", facts.authorizationNumber());
        if (details.patientPaidCents() != null) {
            claim.patientPaid(Cents.of(details.patientPaidCents()).x12());
        }
        if (details.delayReason() != null) {
            claim.delayReason(details.delayReason());
        }
        if (details.note() != null) {
            claim.note("ADD", details.note());
        }
        attachments(details).forEach(claim::add);
        if (details.epsdtReferral() != null) {
            claim.add(screening(details.epsdtReferral()));
        }
        if (details.ambulance() != null) {
            ambulance(details.ambulance(), claim);
        }
    }

    /** PWK of what goes apart from the claim. */
    static List<Segment> attachments(ClaimDetails details) {
        return details.attachments() == null
                ? List.of()
                : details.attachments().stream()
                        .map(one -> Segment.of(
                                "PWK",
                                one.reportType(),
                                one.transmission(),
                                null,
                                null,
                                one.controlNumber() == null ? null : "AC",
                                one.controlNumber()))
                        .toList();
    }

    /** An inpatient's visit says when the stay began, and ended when it has. */
    private void stay(Loop2300Claim.Builder claim) {
        var encounter = facts.encounter();
        if ("inpatient".equals(encounter.setting())) {
            date(claim, "435", encounter.admissionDate());
            date(claim, "096", encounter.dischargeDate());
        }
    }

    private void laboratory(Loop2300Claim.Builder claim) {
        var location = facts.location();
        var lines = facts.encounter().lines();
        reference(claim, "X4", facts.laboratoryNumber());
        if (lines.stream().anyMatch(Services::isMammography)) {
            reference(claim, "EW", location.mammographyCertification());
        }
    }

    private static void accident(ClaimDetails.Accident accident, Loop2300Claim.Builder claim) {
        claim.relatedCauses(accident.causes().stream().map(CAUSES::get).toList(), accident.state());
        date(claim, "439", accident.date());
    }

    /** Disability has a qualifier for each of begun, ended and both. */
    private static Segment dtp(ClaimDetails.DateOf date) {
        if (date.kind().equals("disability")) {
            return date.through() == null
                    ? DatePeriod.on("360", date.date()).dtp()
                    : new DatePeriod("314", date.date(), date.through()).dtp();
        }
        return DatePeriod.on(DATES.getOrDefault(date.kind(), date.kind()), date.date())
                .dtp();
    }

    /** CRC*ZZ: whether a referral was given (CRC02), and to what. */
    static Segment screening(List<String> conditions) {
        var elements = new ArrayList<>(List.of("ZZ", conditions.contains("NU") ? "N" : "Y"));
        elements.addAll(conditions);
        return Segment.of("CRC", elements.toArray(String[]::new));
    }

    private static void ambulance(ClaimDetails.Ambulance transport, Loop2300Claim.Builder claim) {
        var weight = transport.weightPounds();
        claim.add(Segment.of(
                "CR1",
                weight == null ? null : "LB",
                weight == null ? null : weight.toString(),
                null,
                transport.transportReason(),
                "DH",
                Segment.format(transport.miles()),
                null,
                null,
                transport.roundTripPurpose(),
                transport.stretcherPurpose()));
        if (transport.conditions() != null && !transport.conditions().isEmpty()) {
            var elements = new ArrayList<>(List.of("07", "Y"));
            elements.addAll(transport.conditions());
            claim.add(Segment.of("CRC", elements.toArray(String[]::new)));
        }
        claim.add(Loop2310EAmbulancePickUp.of(EntityName.organization(null), address(transport.pickUp()))
                .loop());
        claim.add(Loop2310FAmbulanceDropOff.of(
                        EntityName.organization(transport.dropOffName()), address(transport.dropOff()))
                .loop());
    }

    private static void date(Loop2300Claim.Builder claim, String qualifier, @Nullable LocalDate day) {
        if (day != null) {
            claim.date(DatePeriod.on(qualifier, day));
        }
    }

    private static void reference(Loop2300Claim.Builder claim, String qualifier, @Nullable String number) {
        if (number != null) {
            claim.reference(qualifier, number);
        }
    }
}
