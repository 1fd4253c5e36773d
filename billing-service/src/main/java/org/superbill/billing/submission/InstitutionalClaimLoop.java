package org.superbill.billing.submission;

import static org.superbill.billing.submission.LoopParts.address;
import static org.superbill.billing.submission.LoopParts.date;
import static org.superbill.billing.submission.LoopParts.person;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.AccidentOccurrence;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FacilityDiagnoses;
import org.superbill.billing.reference.FacilityStay;
import org.superbill.events.ClaimDetails;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Exception;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.institutional.Loop2300Claim;
import org.superbill.x12.institutional.Loop2310AAttendingProvider;
import org.superbill.x12.institutional.Loop2310BOperatingPhysician;
import org.superbill.x12.institutional.Loop2310COtherOperatingPhysician;
import org.superbill.x12.institutional.Loop2310EServiceFacility;
import org.superbill.x12.institutional.Loop2310FReferringProvider;
import org.superbill.x12.part.EntityName;

/** Loop 2300 of an 837I (005010X223A2). */
record InstitutionalClaimLoop(ClaimContent claim) {
    private static final int CODES_OF_A_SEGMENT = 12;

    Loop2300Claim loop() {
        var details = claim.facts().encounter().details();
        var institutional = details.institutional();
        if (institutional == null) { // an edit has found it before
            throw new X12Exception("An institutional claim needs a type of bill and an admission");
        }
        var parts = new LoopBuilder(Guide.INSTITUTIONAL_837.loop("2300"));
        parts.segment(
                "CLM",
                claim.claimNumber(),
                Segment.format(Cents.of(claim.facts().totalChargeCents()).x12()),
                null,
                null,
                Segment.composite(institutional.typeOfBill(), "A", claim.frequency()),
                null,
                "A",
                "Y",
                "I");
        dates(institutional, parts);
        references(details, parts);
        codes(institutional, parts);
        providers(details, institutional, parts);
        parts.addAll(new OtherPayerLoops(Guide.INSTITUTIONAL_837, claim).otherSubscribers());
        var lines = new InstitutionalLines(claim);
        var place = 0;
        for (var line : facts().encounter().lines()) {
            parts.add(lines.loop(++place, line));
        }
        return new Loop2300Claim(parts.build());
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private void dates(ClaimDetails.Institutional institutional, LoopBuilder parts) {
        var stay = FacilityStay.of(facts().encounter());
        parts.segment("DTP", "434", "RD8", date(stay.from()) + "-" + date(stay.through()));
        var admission = facts().encounter().admissionDate();
        if (admission != null) {
            var hour = institutional.admissionHour();
            parts.segment(
                    "DTP",
                    "435",
                    hour == null ? "D8" : "DT",
                    hour == null ? date(admission) : date(admission) + "%02d00".formatted(hour));
        }
        if (institutional.dischargeHour() != null) {
            parts.segment("DTP", "096", "TM", "%02d00".formatted(institutional.dischargeHour()));
        }
        parts.segment(
                "CL1", institutional.admissionType(), institutional.admissionSource(), institutional.patientStatus());
        parts.addAll(SituationalParts.attachments(facts().encounter().details()));
    }

    private void references(ClaimDetails details, LoopBuilder parts) {
        reference(parts, "9F", facts().referralNumber());
        reference(parts, "G1", facts().authorizationNumber());
        reference(parts, "F8", claim.replacesPayerClaimNumber());
        reference(parts, "D9", claim.clearinghouseClaimNumber());
        reference(
                parts,
                "LU",
                details.accident() == null ? null : details.accident().state());
        reference(parts, "EA", facts().patient().medicalRecordNumber());
        if (details.note() != null) {
            parts.segment("NTE", "ADD", details.note());
        }
        if (details.epsdtReferral() != null) {
            parts.add(SituationalParts.screening(details.epsdtReferral()));
        }
    }

    private void codes(ClaimDetails.Institutional institutional, LoopBuilder parts) {
        var coded = FacilityDiagnoses.of(facts().encounter());
        var diagnoses = coded.diagnoses();
        parts.segment("HI", diagnosis("ABK", diagnoses.get(0)));
        segments(parts, composites(diagnoses.subList(1, diagnoses.size()), code -> diagnosis("ABF", code)));
        if (institutional.admittingDiagnosis() != null) {
            parts.segment("HI", Segment.composite("ABJ", institutional.admittingDiagnosis()));
        }
        segments(parts, composites(institutional.reasonsForVisit(), code -> Segment.composite("APR", code)));
        segments(parts, composites(coded.externalCauses(), code -> diagnosis("ABN", code)));
        segments(
                parts,
                composites(
                        institutional.occurrenceSpans(),
                        span -> Segment.composite("BI", span.code(), "RD8", days(span))));
        segments(
                parts,
                composites(
                        AccidentOccurrence.withIt(facts()),
                        occurrence -> Segment.composite("BH", occurrence.code(), "D8", date(occurrence.date()))));
        segments(
                parts,
                composites(
                        institutional.values(),
                        value -> Segment.composite("BE", value.code(), null, null, Segment.format(value.amount()))));
        segments(parts, composites(institutional.conditionCodes(), code -> Segment.composite("BG", code)));
    }

    private static String days(ClaimDetails.Occurrence span) {
        var through = span.through();
        return date(span.date()) + "-" + date(through == null ? span.date() : through);
    }

    /** Present on admission stands in component 9, of an inpatient only. */
    private static String diagnosis(String qualifier, FacilityDiagnoses.Coded coded) {
        return coded.presentOnAdmission() == null
                ? Segment.composite(qualifier, coded.code())
                : Segment.composite(
                        qualifier, coded.code(), null, null, null, null, null, null, coded.presentOnAdmission());
    }

    private static <T> List<String> composites(@Nullable List<T> items, Function<T, String> composite) {
        return items == null ? List.of() : items.stream().map(composite).toList();
    }

    private static void segments(LoopBuilder parts, List<String> composites) {
        for (int from = 0; from < composites.size(); from += CODES_OF_A_SEGMENT) {
            var some = composites.subList(from, Math.min(from + CODES_OF_A_SEGMENT, composites.size()));
            parts.add(Segment.of("HI", some.toArray(String[]::new)));
        }
    }

    private void providers(ClaimDetails details, ClaimDetails.Institutional institutional, LoopBuilder parts) {
        var attending =
                institutional.attendingProvider() == null ? facts().rendering() : institutional.attendingProvider();
        parts.add(Loop2310AAttendingProvider.of(person(attending), attending.taxonomyCode()));
        if (institutional.operatingProvider() != null) {
            parts.add(Loop2310BOperatingPhysician.of(person(institutional.operatingProvider())));
        }
        if (institutional.otherOperatingProvider() != null) {
            parts.add(Loop2310COtherOperatingPhysician.of(person(institutional.otherOperatingProvider())));
        }
        var location = facts().location();
        if (location.address() != null) {
            parts.add(Loop2310EServiceFacility.of(
                    EntityName.organization(location.name()).npi(location.npi()), address(location.address())));
        }
        if (details.referringProvider() != null) {
            parts.add(Loop2310FReferringProvider.of(person(details.referringProvider())));
        }
    }

    private static void reference(LoopBuilder parts, String qualifier, @Nullable String number) {
        if (number != null) {
            parts.segment("REF", qualifier, number);
        }
    }
}
