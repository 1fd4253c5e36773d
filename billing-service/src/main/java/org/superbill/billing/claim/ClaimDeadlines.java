package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.DeadlineOpening;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PayerChanged;

/**
 * Keeps the deadlines of claims: by which each has to be with its payer, until the payer says that it has it (a file may be received and a
 * claim of it lost) and again when it is refused, could not be processed, has to be corrected or goes to the next payer;
 * by which the payer has to say whether it takes it; by which the next payer has to answer a claim that was forwarded to it; and by which
 * a payer's credit has to go back.
 */
@ApplicationScoped
class ClaimDeadlines {
    private final FilingLimits limits;
    private final Deadlines deadlines;
    private final Reference reference;
    private final CreditClock credits;
    private final BusinessTime time;
    private final EntityManager entities;

    ClaimDeadlines(
            FilingLimits limits,
            Deadlines deadlines,
            Reference reference,
            CreditClock credits,
            BusinessTime time,
            EntityManager entities) {
        this.limits = limits;
        this.deadlines = deadlines;
        this.reference = reference;
        this.credits = credits;
        this.time = time;
        this.entities = entities;
    }

    /** After any change of claims. @param money of those that are in the books */
    void follow(Collection<Claim> claims, Map<UUID, ClaimMoney> money) {
        var payers = nextPayers(claims, money);
        var filings = new ArrayList<Filing>();
        var received = new LinkedHashSet<UUID>();
        var over = new ArrayList<UUID>();
        for (var claim : claims) {
            if (isSentNoMore(claim)) {
                over.add(claim.id());
            } else if (claim.current().transport() == Transport.ACCEPTED) {
                filings.addAll(stillToSend(claim, money).filings(payers));
                received.add(claim.id());
            } else {
                filings.add(ClaimFiling.current(claim));
            }
        }
        received.removeAll(limits.keep(filings));
        deadlines.closeAll(DeadlineKind.TIMELY_FILING, received);
        deadlines.withdrawAll(DeadlineKind.TIMELY_FILING, over, "Nothing is sent to a payer any more");
        followAnswers(claims);
        followNextPayers(claims);
        dueInTime(claims, payers);
        credits.follow(claims.stream()
                .filter(claim -> creditMayHaveChanged(claim, money.getOrDefault(claim.id(), ClaimMoney.NOTHING)))
                .map(Claim::id)
                .toList());
    }

    /** A biller is not given more time than there is to send what is to be sent. */
    private void dueInTime(Collection<Claim> claims, Function<UUID, Optional<PayerChanged>> payers) {
        var earlier = false;
        for (var claim : claims) {
            var due = claim.ownerDue();
            if (claim.ownerRole() == OwnerRole.BILLER && due != null) {
                var facts = claim.current().facts();
                var entered = limits.inUse(facts.organizationId());
                var allowed = NextSteps.clocked(claim, NextAllowed.of(claim, entered), entered, payers);
                var last = NextSteps.lastDay(allowed, time.now(facts).today());
                if (last != null && last.isBefore(due)) {
                    claim.owner(new NextOwner(OwnerRole.BILLER, last));
                    earlier = true;
                }
            }
        }
        if (earlier) {
            entities.flush(); // so that its revision is right from here on
        }
    }

    /** Of the others not all are asked for, since claims come here by the thousand on their way to the payer. */
    private static boolean creditMayHaveChanged(Claim claim, ClaimMoney money) {
        return !money.insurance().equals(money.charged())
                || claim.current().version() > 1
                || switch (claim.turn().adjudication()) {
                    case NONE, PENDING -> false;
                    case PAID,
                            PAID_AT_ZERO,
                            PARTIALLY_PAID,
                            DENIED,
                            UNPROCESSABLE,
                            FORWARDED,
                            REVERSED,
                            PREDETERMINATION,
                            NEEDS_REVIEW -> true;
                };
    }

    /** From when a claim leaves until its payer says whether it takes it; nobody says so of a letter. */
    private void followAnswers(Collection<Claim> claims) {
        deadlines.openAll(claims.stream()
                .filter(claim -> claim.current().transport() == Transport.SENT && !claim.isOnPaper())
                .map(claim -> new DeadlineOpening(
                        DeadlineKind.CLAIM_ACKNOWLEDGMENT, claim.id(), NextOwner.answeredBy(claim.sentOn())))
                .toList());
        deadlines.closeAll(
                DeadlineKind.CLAIM_ACKNOWLEDGMENT,
                claims.stream()
                        .filter(claim -> claim.current().transport().isAnswered())
                        .map(Claim::id)
                        .toList());
    }

    private static StillToSend stillToSend(Claim claim, Map<UUID, ClaimMoney> money) {
        return new StillToSend(claim, money.getOrDefault(claim.id(), ClaimMoney.NOTHING));
    }

    /** Their limits stand in their profiles; in one statement, when there are any. */
    private Function<UUID, Optional<PayerChanged>> nextPayers(Collection<Claim> claims, Map<UUID, ClaimMoney> money) {
        var ids = claims.stream()
                .filter(claim -> claim.current().transport() == Transport.ACCEPTED)
                .flatMap(claim -> stillToSend(claim, money).nextPayer().stream())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return id -> Optional.empty();
        }
        var known = reference.parts(ids);
        return known::payer;
    }

    /** The encounter was voided and no payer has it, or the patient is billed instead. */
    private static boolean isSentNoMore(Claim claim) {
        return claim.turn().billedTo() == BilledTo.PATIENT
                || claim.isVoided()
                        && !claim.current().isVoid()
                        && !claim.sent().mayBeWithPayer();
    }

    /** Of the others not all are asked for, since claims come here by the thousand on their way to the payer. */
    private static boolean mayHaveBeenForwarded(Claim claim) {
        return switch (claim.turn().adjudication()) {
            case NONE ->
                claim.turn().isOfLaterPayer() && claim.current().transport().isUnsent();
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
}
