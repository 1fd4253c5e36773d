package org.superbill.billing.claim;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a claim now, and why: it follows from what came back.
 *
 * @param actions {@code submit}, {@code hold}, {@code release}, {@code correct}
 * @param frequency CLM05-3 of what would be sent next
 * @param references the payer's claim number that it would name in REF*F8
 * @param why in plain words
 */
@Schema(name = "ClaimNextAllowed")
record NextAllowed(
        @Schema(examples = "correct") List<String> actions,
        @Schema(examples = "7") @Nullable String frequency,
        @Nullable String references,
        String why) {

    NextAllowed {
        actions = List.copyOf(actions);
    }

    static NextAllowed of(Claim claim) {
        if (claim.isVoided()) {
            return nothing("The encounter was voided");
        }
        var current = claim.current();
        return switch (current.transport()) {
            case DRAFT, EDITS_FAILED, READY ->
                new NextAllowed(
                        List.of("submit", "hold"),
                        current.frequency(),
                        current.replacesPayerClaimNumber(),
                        "This version has not been sent");
            case HELD ->
                new NextAllowed(
                        List.of("release"),
                        current.frequency(),
                        current.replacesPayerClaimNumber(),
                        "Somebody holds this version");
            case QUEUED -> nothing("This version is about to be sent");
            case SENT, RECEIVED -> nothing("The payer has not answered yet");
            case REJECTED, REJECTED_ENVELOPE -> afterRejection(claim);
            case ACCEPTED -> afterAcceptance(claim);
        };
    }

    /** Whoever paid or denied a claim has it, whatever was said of its file: a second first claim would be billed twice. */
    private static NextAllowed afterRejection(Claim claim) {
        if (claim.adjudication().isDecided()) {
            return afterAcceptance(claim);
        }
        var current = claim.current();
        return new NextAllowed(
                List.of("correct"),
                current.frequency(),
                current.replacesPayerClaimNumber(),
                "1".equals(current.frequency())
                        ? "It was rejected before adjudication: a new claim, which refers to nothing"
                        : "The correction was rejected before adjudication: the payer's first decision stands");
    }

    private static NextAllowed afterAcceptance(Claim claim) {
        if (claim.adjudication() == Adjudication.UNPROCESSABLE) {
            return aNewClaim("The payer could not process it: a new claim, which refers to nothing");
        }
        if (!claim.adjudication().isDecided()) {
            return nothing(
                    claim.adjudication() == Adjudication.FORWARDED
                            ? "The payer has passed it on to the next payer"
                            : "The payer has not decided yet");
        }
        var reference = claim.payerClaimNumber();
        if (!claim.current().facts().payer().profile().acceptsCorrectedClaims()) {
            return nothing("The payer takes no corrected claims: ask it to reopen the claim, or appeal");
        }
        if (reference == null) {
            return nothing("The payer gave no claim number that a correction could refer to: call the payer");
        }
        return new NextAllowed(
                List.of("correct"),
                "7",
                reference,
                "The payer has decided: a correction replaces the whole claim and names it");
    }

    static NextAllowed aNewClaim(String why) {
        return new NextAllowed(List.of("correct"), "1", null, why);
    }

    private static NextAllowed nothing(String why) {
        return new NextAllowed(List.of(), null, null, why);
    }
}
