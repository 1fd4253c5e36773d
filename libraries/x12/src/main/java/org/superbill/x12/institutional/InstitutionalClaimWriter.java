package org.superbill.x12.institutional;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.BeginningOfClaims;
import org.superbill.x12.part.ClaimLevels;

/**
 * Writes an 837I transaction set claim by claim, numbering its levels. A level is opened again only when it differs from the one
 * before: claims of one billing provider, subscriber and patient should come together.
 */
public final class InstitutionalClaimWriter {
    private final ClaimLevels levels;

    /** @param writer in an open functional group (HC) */
    public InstitutionalClaimWriter(X12Writer writer) {
        levels = new ClaimLevels(writer);
    }

    /** @param controlNumber ST02, 4 to 9 characters */
    public void start(
            String controlNumber, BeginningOfClaims beginning, Loop1000ASubmitter submitter, Loop1000BReceiver receiver)
            throws IOException {
        start(controlNumber, Guide.INSTITUTIONAL_837.version(), beginning, submitter, receiver);
    }

    /** @param version ST03, for a payer who wants 005010X223A3 */
    public void start(
            String controlNumber,
            String version,
            BeginningOfClaims beginning,
            Loop1000ASubmitter submitter,
            Loop1000BReceiver receiver)
            throws IOException {
        levels.start(controlNumber, version, beginning, submitter, receiver);
    }

    /** @param patient null when the patient is the subscriber */
    public void claim(
            Loop2000ABillingProvider billingProvider,
            Loop2000BSubscriber subscriber,
            @Nullable Loop2000CPatient patient,
            Loop2300Claim claim)
            throws IOException {
        levels.claim(billingProvider, subscriber, patient, claim);
    }

    /** Writes a claim as it was read, in the levels it was read in. */
    public void claim(InstitutionalClaim claim) throws IOException {
        claim(claim.billingProvider(), claim.subscriber(), claim.patient(), claim.claim());
    }

    /** Writes SE. */
    public void end() throws IOException {
        levels.end();
    }
}
