package org.superbill.payersimulator.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Line;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payee;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Payer;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Person;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.professional.Diagnosis;
import org.superbill.x12.professional.Loop2400ServiceLine;
import org.superbill.x12.professional.ProfessionalClaim;

/** What the payer keeps of a claim in an 837P. */
final class ClaimMapping {
    private ClaimMapping() {}

    static SubmittedClaim map(String account, ProfessionalClaim sent) {
        var claim = sent.claim();
        var subscriber = person(sent.subscriber().subscriberName().name());
        var patient = sent.patient();
        var payer = sent.subscriber().payerName().name();
        var payee = sent.billingProvider().billingProviderName();
        var interchange = sent.set().interchange();
        return new SubmittedClaim(
                account,
                payerClaimNumber(account, claim.patientControlNumber()),
                claim.patientControlNumber(),
                claim.frequency().code(),
                claim.clearinghouseNumber(),
                claim.reference("F8"),
                text(sent.subscriber().subscriberName().name().id()),
                new Payer(text(payer.lastOrOrganization()), text(payer.id())),
                new Payee(
                        text(payee.name().lastOrOrganization()),
                        text(payee.name().id()),
                        text(payee.reference("EI"))),
                patient == null ? subscriber : person(patient.patientName().name()),
                patient == null ? null : subscriber,
                claim.placeOfService(),
                claim.diagnoses().stream().map(Diagnosis::code).toList(),
                claim.serviceLine().stream().map(ClaimMapping::line).toList(),
                new Route(
                        interchange.senderQualifier(),
                        interchange.sender(),
                        interchange.receiverQualifier(),
                        interchange.receiver(),
                        sent.set().group().sender(),
                        sent.set().group().receiver(),
                        interchange.usage()));
    }

    private static Line line(Loop2400ServiceLine line) {
        return new Line(
                line.lineNumber(),
                line.reference("6R"),
                line.procedure().code(),
                line.procedure().modifiers(),
                line.chargeAmount(),
                line.units(),
                line.serviceDate().from());
    }

    private static Person person(EntityName name) {
        return new Person(text(name.lastOrOrganization()), name.first());
    }

    /** The same claim gets the same number, however often it is read. */
    private static String payerClaimNumber(String account, String claimNumber) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((account + '|' + claimNumber).getBytes(StandardCharsets.UTF_8));
            return "PS" + HexFormat.of().withUpperCase().formatHex(digest, 0, 7);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
