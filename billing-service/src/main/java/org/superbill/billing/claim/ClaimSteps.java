package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/**
 * What is done with a claim after its first way to the payer; each public method is one transaction. All of them throw {@link
 * Problem} {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED} or {@code CLAIM_VOIDED}.
 */
@ApplicationScoped
public class ClaimSteps {
    private final Claims claims;
    private final ClaimStore store;
    private final FreeClaims free;
    private final Reference reference;
    private final PriorDecisions priorDecisions;
    private final PatientBilling patientBilling;
    private final Authorizations authorizations;
    private final Amendments amendments;
    private final Ledger ledger;
    private final BusinessTime time;

    ClaimSteps(
            Claims claims,
            ClaimStore store,
            FreeClaims free,
            Reference reference,
            PriorDecisions priorDecisions,
            PatientBilling patientBilling,
            Authorizations authorizations,
            Amendments amendments,
            Ledger ledger,
            BusinessTime time) {
        this.claims = claims;
        this.store = store;
        this.free = free;
        this.reference = reference;
        this.priorDecisions = priorDecisions;
        this.patientBilling = patientBilling;
        this.authorizations = authorizations;
        this.amendments = amendments;
        this.ledger = ledger;
        this.time = time;
    }

    /**
     * One step, as the API's paths and the bulk actions name it.
     *
     * @param expected null for a bulk action, which takes the claim as it is
     */
    @Transactional
    ClaimView perform(UUID claimId, @Nullable Revision expected, ClaimAction action) {
        var revision = expected == null ? store.revisionLocked(claimId) : expected;
        var reason = action.reason() == null ? "" : action.reason();
        return switch (action.kind()) {
            case SUBMIT -> claims.submit(claimId, revision, null, null);
            case HOLD -> claims.hold(claimId, revision, reason);
            case RELEASE -> claims.release(claimId, revision, reason);
            case CORRECT -> claims.correct(claimId, revision, action);
            case VOID -> takeBack(claimId, revision, reason, action);
            case DISCARD -> discard(claimId, revision, reason);
            case REOPEN -> reopen(claimId, revision, reason);
            case BILL_NEXT_PAYER -> billNextPayer(claimId, revision, action.insuranceType());
            case BILL_PATIENT -> billPatient(claimId, revision, reason);
            case BILL_PAYER -> billPayer(claimId, revision, reason);
        };
    }

    /** Prepares frequency 8; it is then submitted like any version, and takes the charges out of the books when it leaves. */
    private ClaimView takeBack(UUID claimId, Revision expected, String reason, ClaimAction action) {
        var claim = store.getLocked(claimId, expected);
        var payerInTurn = action.payerInTurn();
        claim.next(now(claim))
                .naming(action.payerClaimNumber())
                .takeBack(
                        reason,
                        payerInTurn == null || payerInTurn == claim.turn().billingSequence() ? null : payerInTurn);
        if (action.changeReason() != null) {
            claim.current().changeReason(action.changeReason());
        }
        return claims.changed(claim);
    }

    /** What was prepared is not sent: the version before it stands, with the authorized units that it had taken. */
    private ClaimView discard(UUID claimId, Revision expected, String reason) {
        var claim = found(claimId, expected);
        NextAllowed.of(claim).require(NextAllowed.DISCARD);
        var discarded = claim.current();
        claim.besides(now(claim)).discard(reason, ledger.moneyOf(claimId));
        store.remove(discarded);
        if (authorizations.concern(claim.patientId(), claimId)) {
            claim.sent().chargedFacts().ifPresent(facts -> authorizations.draw(claimId, facts, claim.payersBefore()));
        }
        return claims.changed(claim);
    }

    private ClaimView reopen(UUID claimId, Revision expected, String reason) {
        var claim = store.getLocked(claimId, expected);
        claim.besides(now(claim)).reopen(reason);
        return claims.changed(claim);
    }

    /** A person says what the payer has decided with a remittance that needed one; an amendment that waited for it goes on. */
    @Transactional
    ClaimView reviewed(UUID claimId, Revision expected, Adjudication decision, String reason) {
        var claim = store.getLocked(claimId, expected);
        claim.besides(now(claim)).reviewed(decision, reason, ledger.moneyOf(claimId));
        amendments.afterAnswer(List.of(claim));
        return claims.changed(claim);
    }

    /** A new version to the next payer in turn, with what the payers before it have decided. */
    private ClaimView billNextPayer(UUID claimId, Revision expected, @Nullable String insuranceType) {
        var claim = found(claimId, expected);
        NextAllowed.of(claim).require(NextAllowed.BILL_NEXT_PAYER);
        var priors = priorDecisions.of(
                claimId, version -> claim.version(version).sequence(), sequence -> factsOf(claim, sequence));
        if (priors.isEmpty()) {
            throw notAllowed("No payer's decision is posted that the next payer could be told");
        }
        var next = claim.sent().anyTo(claim.turn().billingSequence() + 1)
                ? claim.turn().billingSequence() + 1 // again, since the one before it has decided again
                : priors.get(priors.size() - 1).sequence() + 1;
        if (next > coverages(claim)) {
            throw notAllowed("Every payer of the encounter has decided");
        }
        var before = priors.stream().filter(prior -> prior.sequence() < next).toList();
        if (before.isEmpty()) {
            throw notAllowed("No decision of the payer before is posted that the next payer could be told");
        }
        var facts = factsInTurn(claim, next);
        var moment = time.now(facts);
        var type = MedicareSecondary.insuranceType(facts, before, insuranceType);
        claim.next(moment).billNext(facts, new Coordination(next, type, before));
        claim.unsent(moment).scrubbed(claims.check(claim, facts, moment));
        return claims.changed(claim);
    }

    private int coverages(Claim claim) {
        return claim.current().facts().encounter().coverageIds().size();
    }

    /** As the payer in this turn was told them, else as it would be. */
    private ClaimFacts factsOf(Claim claim, int sequence) {
        return claim.versions().stream()
                .filter(version -> version.sequence() == sequence && version.sentAt() != null)
                .map(ClaimVersion::facts)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> factsInTurn(claim, sequence));
    }

    /** What the current version says, as the payer in this turn is told it. */
    private ClaimFacts factsInTurn(Claim claim, int sequence) {
        var known = claim.current().facts();
        return Optional.of(sequence)
                .filter(turn -> turn <= coverages(claim))
                .flatMap(turn -> reference.factsOf(known.organizationId(), known.encounter(), turn))
                .orElseThrow(() -> notAllowed("The encounter names no coverage in turn %d".formatted(sequence)));
    }

    private ClaimView billPatient(UUID claimId, Revision expected, String reason) {
        var claim = found(claimId, expected);
        var moment = now(claim);
        claim.besides(moment).billToPatient(reason);
        patientBilling.toPatient(claim, moment);
        authorizations.giveBack(claimId); // no payer is billed
        return claims.changed(claim);
    }

    private ClaimView billPayer(UUID claimId, Revision expected, String reason) {
        var claim = found(claimId, expected);
        var moment = now(claim);
        claim.besides(moment).billToPayer(reason);
        patientBilling.toPayer(claim, moment.today());
        return claims.changed(claim);
    }

    /** Nobody else changes the claim, or closes its deadlines, until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID claimId) {
        store.lock(List.of(claimId));
    }

    /** Holds those of the claims that nobody else holds now until the end of the transaction. @return the others */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> holdFree(Collection<UUID> claimIds) {
        return free.hold(claimIds);
    }

    /**
     * An appeal has gone to the payer, or its outcome has come.
     *
     * @param step {@code appeal-sent}, {@code appeal-overturned} …
     * @param payerNext true while the payer has to answer, else the biller's turn
     * @param due until when
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appealed(UUID claimId, String step, String detail, boolean payerNext, LocalDate due) {
        var claim = store.getLocked(claimId, store.revisionLocked(claimId));
        claim.besides(now(claim))
                .appealed(step, detail, new NextOwner(payerNext ? OwnerRole.PAYER : OwnerRole.BILLER, due));
        claims.keep(claim);
    }

    private Claim found(UUID claimId, Revision expected) {
        var claim = store.getLocked(claimId, expected);
        Claims.requireNotVoided(claim);
        return claim;
    }

    private Moment now(Claim claim) {
        return time.now(claim.current().facts());
    }

    private static Problem notAllowed(String why) {
        return new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, why);
    }
}
