package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.FilingLimits;

/**
 * Keeps the deadlines of claims: by which each has to be with its payer, until the payer has received it and again when it is refused;
 * by which the payer has to say whether it takes it; and by which the next payer has to answer a claim that was forwarded to it.
 */
@ApplicationScoped
class ClaimDeadlines {
    private final FilingLimits limits;
    private final Deadlines deadlines;

    ClaimDeadlines(FilingLimits limits, Deadlines deadlines) {
        this.limits = limits;
        this.deadlines = deadlines;
    }

    /** After any change of claims. */
    void follow(Collection<Claim> claims) {
        var filings = new ArrayList<Filing>();
        var received = new ArrayList<UUID>();
        var over = new ArrayList<UUID>();
        for (var claim : claims) {
            if (isSentNoMore(claim)) {
                over.add(claim.id());
            } else if (isWithPayer(claim.current().transport())) {
                received.add(claim.id());
            } else {
                filings.add(ClaimFiling.current(claim));
            }
        }
        limits.keep(filings);
        deadlines.closeAll(DeadlineKind.TIMELY_FILING, received);
        deadlines.withdrawAll(DeadlineKind.TIMELY_FILING, over, "Nothing is sent to a payer any more");
        followAnswers(claims);
        followNextPayers(claims);
    }

    /** From when a claim leaves until its payer says whether it takes it; nobody says so of a letter. */
    private void followAnswers(Collection<Claim> claims) {
        deadlines.openAll(claims.stream()
                .filter(claim -> claim.current().transport() == Transport.SENT && !claim.isOnPaper())
                .map(claim ->
                        new DeadlineOpening(DeadlineKind.CLAIM_ACKNOWLEDGMENT, claim.id(), NextOwner.answeredBy(claim.sentOn())))
                .toList());
        deadlines.closeAll(
                DeadlineKind.CLAIM_ACKNOWLEDGMENT,
                claims.stream()
                        .filter(claim -> claim.current().transport().isAnswered())
                        .map(Claim::id)
                        .toList());
    }

    /** The encounter was voided and no payer has it, or the patient is billed instead. */
    private static boolean isSentNoMore(Claim claim) {
        return claim.billedTo() == BilledTo.PATIENT
                || claim.isVoided() && !claim.current().isVoid() && !claim.mayBeWithPayer();
    }

    /** Of the others not all are asked for, since claims come here by the thousand on their way to the payer. */
    private static boolean mayHaveBeenForwarded(Claim claim) {
        return switch (claim.adjudication()) {
            case NONE -> claim.isWithLaterPayer() && claim.current().transport().isUnsent();
            case PENDING -> claim.current().version() > 1; // what was forwarded may have been replaced
            case FORWARDED -> false;
            case PAID, PAID_AT_ZERO, PARTIALLY_PAID, DENIED, UNPROCESSABLE, REVERSED, PREDETERMINATION, NEEDS_REVIEW ->
                true;
        };
    }

    private void followNextPayers(Collection<Claim> claims) {
        var forwarded = new ArrayList<DeadlineOpening>();
        var others = new ArrayList<UUID>();
        for (var claim : claims) {
            claim.nextPayerSilentFrom()
                    .ifPresentOrElse(
                            day -> forwarded.add(
                                    new DeadlineOpening(DeadlineKind.NEXT_PAYER, claim.id(), day.minusDays(1))),
                            () -> {
                                if (mayHaveBeenForwarded(claim)) {
                                    others.add(claim.id());
                                }
                            });
        }
        deadlines.openAll(forwarded);
        deadlines.closeAll(DeadlineKind.NEXT_PAYER, others);
    }

    private static boolean isWithPayer(Transport transport) {
        return switch (transport) {
            case RECEIVED, ACCEPTED -> true;
            case DRAFT, EDITS_FAILED, HELD, READY, QUEUED, SENT, REJECTED_ENVELOPE, REJECTED -> false;
        };
    }
}
