package org.superbill.billing.submission;

import static org.superbill.billing.submission.LoopParts.address;
import static org.superbill.billing.submission.LoopParts.demographics;
import static org.superbill.billing.submission.LoopParts.injury;
import static org.superbill.billing.submission.LoopParts.person;
import static org.superbill.billing.submission.LoopParts.relationship;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.institutional.InstitutionalClaimWriter;
import org.superbill.x12.institutional.Loop2000ABillingProvider;
import org.superbill.x12.institutional.Loop2000BSubscriber;
import org.superbill.x12.institutional.Loop2000CPatient;
import org.superbill.x12.institutional.Loop2010ABPayToAddress;
import org.superbill.x12.institutional.Loop2010BASubscriberName;
import org.superbill.x12.institutional.Loop2010BBPayerName;
import org.superbill.x12.institutional.Loop2010CAPatientName;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.Reference;

/** What a facility's claim says, in the loops of an 837I: who bills, who is insured, who is the patient. */
record InstitutionalLoops(ClaimContent claim) {

    void writeTo(InstitutionalClaimWriter set) throws IOException {
        set.claim(billingProvider(), subscriber(), patient(), new InstitutionalClaimLoop(claim).loop());
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private static LoopBuilder loop(String id) {
        return new LoopBuilder(Guide.INSTITUTIONAL_837.loop(id));
    }

    private Loop2000ABillingProvider billingProvider() {
        var organization = facts().organization();
        var builder = loop("2000A").segment("HL", null, null, "20", "1");
        if (organization.taxonomyCode() != null) {
            builder.segment("PRV", "BI", "PXC", organization.taxonomyCode());
        }
        builder.add(LoopParts.billingProvider(Guide.INSTITUTIONAL_837, organization));
        var payTo = organization.payToAddress();
        if (payTo != null) {
            builder.add(Loop2010ABPayToAddress.of(EntityName.organization(null), address(payTo)));
        }
        return new Loop2000ABillingProvider(builder.build());
    }

    private Loop2000BSubscriber subscriber() {
        var coverage = facts().coverage();
        var payer = facts().payer();
        var itself = facts().patientIsSubscriber();
        var others = new OtherPayerLoops(Guide.INSTITUTIONAL_837, claim);
        var identifier = Objects.requireNonNullElse(
                payer.profile().agreed().institutionalPayerIdentifier(), payer.payerIdentifier());
        return new Loop2000BSubscriber(loop("2000B")
                .segment("HL", null, null, "22", itself ? "0" : "1")
                .segment(
                        "SBR",
                        others.responsibility(),
                        itself ? "18" : null,
                        coverage.groupNumber(),
                        coverage.groupNumber() == null ? coverage.groupName() : null,
                        null,
                        null,
                        null,
                        null,
                        payer.claimFilingIndicator())
                .add(subscriberName())
                .add(Loop2010BBPayerName.of(
                        EntityName.organization(payer.name()).id("PI", identifier), null))
                .build());
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
        return new Loop2000CPatient(loop("2000C")
                .segment("HL", null, null, "23", "0")
                .segment("PAT", relationship(facts().coverage().relationshipToSubscriber()))
                .add(Loop2010CAPatientName.of(
                        person(patient), address(patient.address()), demographics(patient), injury(facts())))
                .build());
    }
}
