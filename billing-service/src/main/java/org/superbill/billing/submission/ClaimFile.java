package org.superbill.billing.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Writer;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.professional.Loop1000ASubmitter;
import org.superbill.x12.professional.Loop1000BReceiver;
import org.superbill.x12.professional.ProfessionalClaimWriter;

/**
 * One interchange with one group and one transaction set of claims (005010X222A1). The same claims, number and time give the same
 * bytes.
 *
 * @param controlNumber ISA13 and GS06, 1 to 999999999; BHT03 is made of it
 * @param writtenAt told in the organization's time zone
 */
record ClaimFile(long controlNumber, Instant writtenAt) {
    private static final String SET_CONTROL_NUMBER = "0001";

    /**
     * @param claims of one organization to one payer, at least one
     * @throws X12Exception when X12 cannot say what one of them says
     */
    byte[] write(List<ClaimContent> claims) {
        var first = claims.get(0).facts();
        var profile = first.payer().profile();
        var at = LocalDateTime.ofInstant(
                writtenAt, ZoneId.of(first.organization().timeZone()));
        var out = new ByteArrayOutputStream(1024 * claims.size());
        try (var writer = X12Writer.to(out, UTF_8, "\n")) {
            writer.startInterchange(interchange(profile.interchange(), at));
            writer.startGroup(FunctionalGroup.of(
                    "HC",
                    profile.group().senderCode(),
                    profile.group().receiverCode(),
                    at,
                    controlNumber,
                    profile.version()));
            var set = new ProfessionalClaimWriter(writer);
            set.start(
                    SET_CONTROL_NUMBER,
                    profile.version(),
                    BeginningOfClaims.original("SB%09d".formatted(controlNumber), at, "CH"),
                    submitter(first.organization().submitter()),
                    Loop1000BReceiver.of(
                            EntityName.organization(profile.receiverName()).id("46", profile.receiverId())));
            for (var claim : claims) {
                new ClaimLoops(claim).writeTo(set);
            }
            set.end();
            writer.endGroup();
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new X12Exception("A part of the claim does not fit into X12", e);
        }
        return out.toByteArray();
    }

    private Interchange interchange(PayerChanged.Interchange settings, LocalDateTime at) {
        return Interchange.builder()
                .authorization(settings.authorizationQualifier(), settings.authorizationInformation())
                .security(settings.securityQualifier(), settings.securityInformation())
                .sender(settings.senderQualifier(), settings.senderId())
                .receiver(settings.receiverQualifier(), settings.receiverId())
                .at(at)
                .controlNumber(controlNumber)
                .acknowledgmentRequested(settings.acknowledgmentRequested())
                .usage(settings.usageIndicator())
                .build();
    }

    private static Loop1000ASubmitter submitter(PracticeChanged.Submitter submitter) {
        return Loop1000ASubmitter.of(
                EntityName.organization(submitter.name()).id("46", submitter.id()),
                Contact.telephone("IC", submitter.contactName(), submitter.phone(), submitter.extension()));
    }
}
