package org.superbill.x12.professional;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;

/**
 * Writes an 837P transaction set claim by claim, numbering its levels. A level is opened again only when it differs from the one
 * before: claims of one billing provider, subscriber and patient should come together.
 */
public final class ProfessionalClaimWriter {
    private final X12Writer writer;
    private long level;
    private long billingLevel;
    private long subscriberLevel;
    private @Nullable Loop2000ABillingProvider billingProvider;
    private @Nullable Loop2000BSubscriber subscriber;
    private @Nullable Loop2000CPatient patient;
    private boolean withPatient;

    /** @param writer in an open functional group (HC) */
    public ProfessionalClaimWriter(X12Writer writer) {
        this.writer = writer;
    }

    /** @param controlNumber ST02, 4 to 9 characters */
    public void start(
            String controlNumber, BeginningOfClaims beginning, Loop1000ASubmitter submitter, Loop1000BReceiver receiver)
            throws IOException {
        start(controlNumber, Guide.PROFESSIONAL_837.version(), beginning, submitter, receiver);
    }

    /** @param version ST03, for a payer who wants 005010X222A2 */
    public void start(
            String controlNumber,
            String version,
            BeginningOfClaims beginning,
            Loop1000ASubmitter submitter,
            Loop1000BReceiver receiver)
            throws IOException {
        writer.startTransaction(Guide.PROFESSIONAL_837.transactionCode(), controlNumber, version);
        writer.write(beginning.bht());
        writer.write(submitter);
        writer.write(receiver);
        level = 0;
        billingProvider = null;
        subscriber = null;
        patient = null;
    }

    /** @param newPatient null when the patient is the subscriber */
    public void claim(
            Loop2000ABillingProvider newBillingProvider,
            Loop2000BSubscriber newSubscriber,
            @Nullable Loop2000CPatient newPatient,
            Loop2300Claim claim)
            throws IOException {
        boolean sameProvider = newBillingProvider.equals(billingProvider);
        boolean sameSubscriber =
                sameProvider && newSubscriber.equals(subscriber) && withPatient == (newPatient != null);
        if (!sameProvider) {
            billingLevel = open(newBillingProvider, 0, true);
            billingProvider = newBillingProvider;
        }
        if (!sameSubscriber) {
            subscriberLevel = open(newSubscriber, billingLevel, newPatient != null);
            subscriber = newSubscriber;
            withPatient = newPatient != null;
        }
        if (newPatient != null && !(sameSubscriber && newPatient.equals(patient))) {
            open(newPatient, subscriberLevel, false);
        }
        patient = newPatient;
        writer.write(claim);
    }

    /** Writes a claim as it was read, in the levels it was read in. */
    public void claim(ProfessionalClaim claim) throws IOException {
        claim(claim.billingProvider(), claim.subscriber(), claim.patient(), claim.claim());
    }

    private long open(TypedLoop loop, long parent, boolean hasLevels) throws IOException {
        long number = ++level;
        for (LoopPart part : loop.loop().parts()) {
            if (part instanceof Segment segment) {
                writer.write(
                        segment.is("HL")
                                ? Segment.of(
                                        "HL",
                                        String.valueOf(number),
                                        parent == 0 ? null : String.valueOf(parent),
                                        segment.element(3),
                                        hasLevels ? "1" : "0")
                                : segment);
            } else {
                writer.write((Loop) part);
            }
        }
        return number;
    }

    /** Writes SE. */
    public void end() throws IOException {
        writer.endTransaction();
    }
}
