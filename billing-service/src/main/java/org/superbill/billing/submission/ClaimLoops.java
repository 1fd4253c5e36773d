package org.superbill.billing.submission;

import static org.superbill.billing.submission.LoopParts.address;
import static org.superbill.billing.submission.LoopParts.demographics;
import static org.superbill.billing.submission.LoopParts.injury;
import static org.superbill.billing.submission.LoopParts.person;
import static org.superbill.billing.submission.LoopParts.relationship;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Reference;
import org.superbill.x12.professional.ClaimFrequency;
import org.superbill.x12.professional.Loop2000ABillingProvider;
import org.superbill.x12.professional.Loop2000BSubscriber;
import org.superbill.x12.professional.Loop2000CPatient;
import org.superbill.x12.professional.Loop2010AABillingProviderName;
import org.superbill.x12.professional.Loop2010ABPayToAddress;
import org.superbill.x12.professional.Loop2010BASubscriberName;
import org.superbill.x12.professional.Loop2010BBPayerName;
import org.superbill.x12.professional.Loop2010CAPatientName;
import org.superbill.x12.professional.Loop2300Claim;
import org.superbill.x12.professional.Loop2310BRenderingProvider;
import org.superbill.x12.professional.Loop2310CServiceFacility;
import org.superbill.x12.professional.ProfessionalClaimWriter;

/** What a claim says, in the loops of an 837P. */
record ClaimLoops(ClaimContent claim) {

    void writeTo(ProfessionalClaimWriter set) throws IOException {
        set.claim(billingProvider(), subscriber(), patient(), claimLoop());
    }

    private OtherPayerLoops otherPayers() {
        return new OtherPayerLoops(Guide.PROFESSIONAL_837, claim);
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private Loop2000ABillingProvider billingProvider() {
        var organization = facts().organization();
        var payTo = organization.payToAddress();
        return Loop2000ABillingProvider.of(
                organization.taxonomyCode(),
                new Loop2010AABillingProviderName(LoopParts.billingProvider(Guide.PROFESSIONAL_837, organization)),
                payTo == null ? null : Loop2010ABPayToAddress.of(EntityName.organization(null), address(payTo)));
    }

    private Loop2000BSubscriber subscriber() {
        var coverage = facts().coverage();
        var payer = facts().payer();
        return Loop2000BSubscriber.of(
                otherPayers().responsibility(),
                facts().patientIsSubscriber(),
                coverage.groupNumber(),
                coverage.groupNumber() == null ? coverage.groupName() : null, // the name only where there is no number
                otherPayers().insuranceType(),
                payer.claimFilingIndicator(),
                subscriberName(),
                Loop2010BBPayerName.of(EntityName.organization(payer.name()).id("PI", payer.payerIdentifier()), null));
    }

    private Loop2010BASubscriberName subscriberName() {
        var coverage = facts().coverage();
        var patient = facts().patient();
        var subscriber = coverage.subscriber();
        if (facts().patientIsSubscriber() || subscriber == null) {
            return Loop2010BASubscriberName.of(
                    person(patient).id("MI", coverage.memberId()),
                    address(patient.address()),
                    demographics(patient),
                    facts().patientIsSubscriber() ? injury(facts()) : new Reference[0]);
        }
        // address and birth date of a subscriber stand only where the subscriber is the patient
        return Loop2010BASubscriberName.of(
                person(subscriber.lastName(), subscriber.firstName(), subscriber.middleName())
                        .id("MI", coverage.memberId()),
                null,
                null);
    }

    private @Nullable Loop2000CPatient patient() {
        if (facts().patientIsSubscriber()) {
            return null;
        }
        var patient = facts().patient();
        return Loop2000CPatient.of(
                relationship(facts().coverage().relationshipToSubscriber()),
                Loop2010CAPatientName.of(
                        person(patient), address(patient.address()), demographics(patient), injury(facts())));
    }

    private Loop2300Claim claimLoop() {
        var builder = Loop2300Claim.builder(
                        claim.claimNumber(),
                        Cents.of(facts().totalChargeCents()).x12())
                .placeOfService(facts().location().placeOfService())
                .frequency(new ClaimFrequency(claim.frequency()))
                .providerSignatureOnFile(true)
                .assignment("A")
                .benefitsAssignment("Y")
                .releaseOfInformation("I")
                .diagnoses(facts().encounter().diagnoses());
        if (claim.replacesPayerClaimNumber() != null) {
            builder.payerClaimControlNumber(claim.replacesPayerClaimNumber());
        }
        if (claim.clearinghouseClaimNumber() != null) {
            builder.clearinghouseNumber(claim.clearinghouseClaimNumber());
        }
        var renderer = facts().rendering();
        if (!renderer.npi().equals(facts().organization().npi())) {
            builder.renderingProvider(
                    Loop2310BRenderingProvider.of(LoopParts.person(renderer), renderer.taxonomyCode()));
        }
        var location = facts().location();
        if (location.address() != null) {
            builder.serviceFacility(Loop2310CServiceFacility.of(
                    EntityName.organization(location.name()).npi(location.npi()), address(location.address())));
        }
        new SituationalParts(facts()).addTo(builder);
        otherPayers().otherSubscribers().forEach(builder::add);
        var lines = new ProfessionalLines(claim);
        var place = 0;
        for (var line : facts().encounter().lines()) {
            builder.serviceLine(lines.loop(++place, line));
        }
        return builder.build();
    }
}
