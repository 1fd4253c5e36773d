package org.superbill.x12.part;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.Segment;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.X12Writer;

/**
 * Writes an 837 transaction set claim by claim and numbers its levels. A level is opened again only when it differs from the one
 * before: claims of one billing provider, subscriber and patient should come together. The writers of the guides are made of it.
 */
public final class ClaimLevels {
    private final X12Writer writer;
    private long level;
    private long billingLevel;
    private long subscriberLevel;
    private @Nullable TypedLoop billingProvider;
    private @Nullable TypedLoop subscriber;
    private @Nullable TypedLoop patient;
    private boolean withPatient;

    /** @param writer in an open functional group (HC) */
    public ClaimLevels(X12Writer writer) {
        this.writer = writer;
    }

    /**
     * @param controlNumber ST02, 4 to 9 characters
     * @param version ST03
     */
    public void start(
            String controlNumber, String version, BeginningOfClaims beginning, TypedLoop submitter, TypedLoop receiver)
            throws IOException {
        writer.startTransaction("837", controlNumber, version);
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
            TypedLoop newBillingProvider, TypedLoop newSubscriber, @Nullable TypedLoop newPatient, TypedLoop claim)
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
