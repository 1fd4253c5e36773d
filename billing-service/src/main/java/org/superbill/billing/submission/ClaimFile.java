package org.superbill.billing.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.PracticeChanged;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Writer;
import org.superbill.x12.institutional.InstitutionalClaimWriter;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.professional.Loop1000ASubmitter;
import org.superbill.x12.professional.Loop1000BReceiver;
import org.superbill.x12.professional.ProfessionalClaimWriter;

/**
 * One interchange with one group and one transaction set of claims, professional or institutional (005010X222A1, 005010X223A2). The same claims, number and time give the same
 * bytes.
 *
 * @param controlNumber ISA13 and GS06, 1 to 999999999; BHT03 is made of it
 * @param writtenAt told in the organization's time zone
 */
record ClaimFile(long controlNumber, Instant writtenAt) {
    private static final String SET_CONTROL_NUMBER = "0001";
    private static final String INSTITUTIONAL_VERSION = "005010X223A2";

    /**
     * @param claims of one organization to one payer, of one form, at least one
     * @throws X12Exception when X12 cannot say what one of them says
     */
    byte[] write(List<ClaimContent> claims) {
        var first = claims.get(0).facts();
        var profile = first.payer().profile();
        var at = LocalDateTime.ofInstant(
                writtenAt, ZoneId.of(first.organization().timeZone()));
        var out = new ByteArrayOutputStream(1024 * claims.size());
        try (var writer = X12Writer.to(out, UTF_8, "\n")) {
            writer.startInterchange(PayerEnvelope.interchange(profile.interchange(), at, controlNumber));
            writer.startGroup(PayerEnvelope.group("HC", profile, at, controlNumber, version(first)));
            if (first.isInstitutional()) {
                writeInstitutional(writer, claims, at);
            } else {
                writeProfessional(writer, claims, at);
            }
            writer.endGroup();
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (X12Exception e) {
            throw e;
        } catch (RuntimeException e) { // whatever it is: one claim must not keep the others of its payer from leaving
            throw new X12Exception(
                    "A part of the claim does not fit into X12 (%s)"
                            .formatted(e.getClass().getSimpleName()),
                    e);
        }
        return out.toByteArray();
    }

    /** GS08 and ST03. */
    private static String version(ClaimFacts facts) {
        var profile = facts.payer().profile();
        return facts.isInstitutional()
                ? Objects.requireNonNullElse(profile.agreed().institutionalVersion(), INSTITUTIONAL_VERSION)
                : profile.version();
    }

    private void writeInstitutional(X12Writer writer, List<ClaimContent> claims, LocalDateTime at) throws IOException {
        var first = claims.get(0).facts();
        var submitter = first.organization().submitter();
        var profile = first.payer().profile();
        var set = new InstitutionalClaimWriter(writer);
        set.start(
                SET_CONTROL_NUMBER,
                version(first),
                beginning(at),
                org.superbill.x12.institutional.Loop1000ASubmitter.of(name(submitter), contact(submitter)),
                org.superbill.x12.institutional.Loop1000BReceiver.of(
                        EntityName.organization(profile.receiverName()).id("46", profile.receiverId())));
        for (var claim : claims) {
            new InstitutionalLoops(claim).writeTo(set);
        }
        set.end();
    }

    private void writeProfessional(X12Writer writer, List<ClaimContent> claims, LocalDateTime at) throws IOException {
        var first = claims.get(0).facts();
        var submitter = first.organization().submitter();
        var profile = first.payer().profile();
        var set = new ProfessionalClaimWriter(writer);
        set.start(
                SET_CONTROL_NUMBER,
                profile.version(),
                beginning(at),
                Loop1000ASubmitter.of(name(submitter), contact(submitter)),
                Loop1000BReceiver.of(
                        EntityName.organization(profile.receiverName()).id("46", profile.receiverId())));
        for (var claim : claims) {
            new ClaimLoops(claim).writeTo(set);
        }
        set.end();
    }

    private BeginningOfClaims beginning(LocalDateTime at) {
        return BeginningOfClaims.original("SB%09d".formatted(controlNumber), at, "CH");
    }

    private static EntityName name(PracticeChanged.Submitter submitter) {
        return EntityName.organization(submitter.name()).id("46", submitter.id());
    }

    private static Contact contact(PracticeChanged.Submitter submitter) {
        return Contact.telephone("IC", submitter.contactName(), submitter.phone(), submitter.extension());
    }
}
