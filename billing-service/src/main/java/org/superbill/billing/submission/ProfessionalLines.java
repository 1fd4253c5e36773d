package org.superbill.billing.submission;

import static org.superbill.billing.submission.LoopParts.person;

import java.math.BigDecimal;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.Services;
import org.superbill.events.EncounterCoded;
import org.superbill.events.ServiceDetails;
import org.superbill.x12.Segment;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.DatePeriod;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Procedure;
import org.superbill.x12.professional.Loop2400ServiceLine;
import org.superbill.x12.professional.Loop2410Drug;
import org.superbill.x12.professional.Loop2420ARenderingProvider;
import org.superbill.x12.professional.Loop2420BPurchasedService;
import org.superbill.x12.professional.Loop2420CServiceFacility;
import org.superbill.x12.professional.Loop2420DSupervisingProvider;
import org.superbill.x12.professional.Loop2420EOrderingProvider;
import org.superbill.x12.professional.Loop2420FReferringProvider;

/** The lines of a professional claim (005010X222A1, loop 2400), with what only some of them say. */
record ProfessionalLines(ClaimContent claim) {

    /** @param place in the claim, from 1 (LX01): the line's own number goes on where a claim has only some of the lines */
    Loop2400ServiceLine loop(int place, EncounterCoded.Line line) {
        var more = line.more();
        var through = more.through();
        var builder = Loop2400ServiceLine.builder(
                        place,
                        new Procedure("HC", line.procedureCode(), line.modifiers(), more.description()),
                        Cents.of(line.chargeCents()).x12())
                .diagnosisPointers(line.diagnosisPointers())
                .serviceDate(new DatePeriod("472", line.serviceDate(), through == null ? line.serviceDate() : through))
                .lineControlNumber(claim.lineControlNumber(line.lineNumber()))
                .emergency(Boolean.TRUE.equals(more.emergency()))
                .epsdt(Boolean.TRUE.equals(more.epsdt()))
                .familyPlanning(Boolean.TRUE.equals(more.familyPlanning()));
        if (Services.isTimedAnaesthesia(line)) {
            builder.units("MJ", BigDecimal.valueOf(minutes(more)));
        } else {
            builder.units("UN", line.units().stripTrailingZeros());
        }
        if (more.placeOfService() != null
                && !more.placeOfService().equals(claim.facts().location().placeOfService())) {
            builder.placeOfService(more.placeOfService());
        }
        if (more.note() != null) {
            builder.note("ADD", more.note());
        }
        if (more.referringCliaNumber() != null) {
            builder.reference("F4", more.referringCliaNumber());
        }
        authorization(line, builder);
        transported(builder);
        drug(more, builder);
        providers(line, builder);
        new OtherPayerLoops(Guide.PROFESSIONAL_837, claim)
                .adjudications(line.lineNumber())
                .forEach(builder::add);
        return builder.build();
    }

    private static int minutes(ServiceDetails more) {
        return more.minutes() == null ? 0 : more.minutes();
    }

    /** Where the claim names none for all of its lines. */
    private void authorization(EncounterCoded.Line line, Loop2400ServiceLine.Builder builder) {
        var facts = claim.facts();
        if (facts.authorizationNumber() == null) {
            facts.authorizations()
                    .ofLine(line.lineNumber(), false)
                    .ifPresent(found -> builder.reference("G1", found.number()));
        }
        if (facts.referralNumber() == null) {
            facts.authorizations()
                    .ofLine(line.lineNumber(), true)
                    .ifPresent(found -> builder.reference("9F", found.number()));
        }
    }

    private void transported(Loop2400ServiceLine.Builder builder) {
        var ambulance = claim.facts().encounter().details().ambulance();
        if (ambulance != null && ambulance.patientCount() != null) {
            builder.add(Segment.of("QTY", "PT", ambulance.patientCount().toString()));
        }
    }

    private static void drug(ServiceDetails more, Loop2400ServiceLine.Builder builder) {
        var drug = more.drug();
        if (drug != null) {
            builder.drug(Loop2410Drug.ndc(drug.ndc(), drug.quantity(), drug.unit(), drug.prescriptionNumber()));
        }
    }

    private void providers(EncounterCoded.Line line, Loop2400ServiceLine.Builder builder) {
        var more = line.more();
        claim.facts()
                .renderingOf(line)
                .ifPresent(provider -> builder.renderingProvider(
                        Loop2420ARenderingProvider.of(person(provider), provider.taxonomyCode())));
        var purchased = more.purchasedService();
        if (purchased != null) {
            builder.add(Segment.of(
                    "PS1",
                    purchased.npi(),
                    Segment.format(Cents.of(purchased.chargeCents()).x12())));
            builder.add(
                    Loop2420BPurchasedService.of(EntityName.organization(null).npi(purchased.npi()))
                            .loop());
            var place = purchased.place();
            if (place != null) {
                builder.add(Loop2420CServiceFacility.of(
                                EntityName.organization(place.name()).npi(purchased.npi()),
                                LoopParts.address(place.address()))
                        .loop());
            }
        }
        if (more.supervisingProvider() != null) {
            builder.add(Loop2420DSupervisingProvider.of(person(more.supervisingProvider()))
                    .loop());
        }
        if (more.orderingProvider() != null) {
            builder.add(Loop2420EOrderingProvider.of(person(more.orderingProvider()), null)
                    .loop());
        }
        if (more.referringProvider() != null) {
            builder.add(Loop2420FReferringProvider.of("DN", person(more.referringProvider()))
                    .loop());
        }
    }
}
