package org.superbill.billing.claim;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.timeline.TimelineSource;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What a biller does with claims before and after they are sent; each method that is not private is one transaction. */
@ApplicationScoped
public class Claims {
    private final ClaimStore store;
    private final FactsOfToday today;
    private final Ledger ledger;
    private final Denials denials;
    private final Authorizations authorizations;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Event<ClaimQueued> queued;
    private final Caller caller;
    private final DutiesApart duties;
    private final FilingLimits limits;
    private final NextSteps next;
    private final List<TimelineSource> timeline;

    Claims(
            ClaimStore store,
            FactsOfToday today,
            Ledger ledger,
            Denials denials,
            Authorizations authorizations,
            ClaimTelling telling,
            BusinessTime time,
            Event<ClaimQueued> queued,
            Caller caller,
            DutiesApart duties,
            FilingLimits limits,
            NextSteps next,
            @All List<TimelineSource> timeline) {
        this.store = store;
        this.today = today;
        this.ledger = ledger;
        this.denials = denials;
        this.authorizations = authorizations;
        this.telling = telling;
        this.time = time;
        this.queued = queued;
        this.caller = caller;
        this.duties = duties;
        this.limits = limits;
        this.next = next;
        this.timeline = timeline;
    }

    /**
     * Scrubs the claim with the facts of today; without an error it waits for the next file to its payer (on paper: to be printed),
     * else its findings say what to fix.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED},
     *     {@code CLAIM_DUTIES_APART}
     */
    @Transactional
    ClaimView submit(
            UUID claimId,
            @Nullable Revision expected,
            @Nullable String clearinghouseClaimNumber,
            @Nullable String changeReason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoidedOrTakenBack(claim);
        if (claim.current().transport() == Transport.HELD
                || claim.turn().billedTo() == BilledTo.PATIENT
                || !claim.current().transport().isUnsent()) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED, NextAllowed.of(claim).why());
        }
        var told = claim.current().isVoid() ? today.agreed(claim.current().facts()) : factsOfToday(claim);
        var authorized = authorizations.concern(told.patient().patientId(), claimId);
        var facts = claim.current().isVoid() ? told : matched(told, claimId, authorized);
        duties.requireAnotherThanCoded(claim, facts);
        var moment = time.now(facts);
        if (claim.current().isVoid()) {
            claim.current().rebuild(facts);
        } else {
            claim.next(moment).turnTo(facts, payerOwesAll(claim));
        }
        if (changeReason != null) {
            claim.current().changeReason(changeReason);
        }
        claim.unsent(moment).scrubbed(check(claim, facts, moment));
        if (claim.current().transport() == Transport.READY) {
            if (authorized && claim.current().isVoid()) {
                authorizations.giveBack(claimId);
            } else if (authorized) {
                authorizations.draw(claimId, facts, claim.payersBefore());
            }
            if (!claim.isOnPaper()) { // which is printed and mailed by a person
                claim.unsent(moment).queue(clearinghouseClaimNumber);
                queued.fire(new ClaimQueued(facts.organizationId()));
            }
        }
        return changed(claim);
    }

    private ClaimFacts matched(ClaimFacts told, UUID claimId, boolean authorized) {
        return authorized ? authorizations.matchedToDraw(told, claimId) : authorizations.matchedWithout(told);
    }

    /**
     * Passes a warning that needs a reason; without another finding that stops it, the claim is ready.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED}, {@code CLAIM_WARNING_NOT_FOUND}
     */
    @Transactional
    ClaimView passWarning(UUID claimId, @Nullable Revision expected, String rule, String pointer, String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        claim.unsent(time.now(claim.current().facts())).pass(rule, pointer, reason, caller.subject());
        return changed(claim);
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED} */
    @Transactional
    ClaimView hold(UUID claimId, @Nullable Revision expected, String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        claim.unsent(time.now(claim.current().facts())).hold(reason);
        return changed(claim);
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED} */
    @Transactional
    ClaimView release(UUID claimId, @Nullable Revision expected, String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoidedOrTakenBack(claim);
        var facts = claim.current().facts();
        var moment = time.now(facts);
        claim.unsent(moment).release(reason, check(claim, facts, moment));
        return changed(claim);
    }

    /**
     * Makes the next version from the facts of today; it is then submitted like the first.
     *
     * @param action whose claim is corrected, and why
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_CORRECTION_NOT_ACCEPTED}, {@code CLAIM_VOIDED}
     */
    @Transactional
    ClaimView correct(UUID claimId, @Nullable Revision expected, ClaimAction action) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        var reason = action.reason();
        var payerInTurn = action.payerInTurn();
        var other = payerInTurn == null || payerInTurn == claim.turn().billingSequence() ? null : payerInTurn;
        if (other != null) {
            NextAllowed.of(claim).require(NextAllowed.CORRECT, other);
        }
        var told = other == null ? today.of(claim) : today.of(claim, other);
        var facts = authorizations.matched(told.orElseThrow(() -> nothingToSay(claim)), claimId);
        var moment = time.now(facts);
        var next = claim.next(moment).naming(action.payerClaimNumber());
        if (other == null) {
            next.correct(facts, reason, payerOwesAll(claim));
        } else {
            next.correct(other, facts, reason);
        }
        if (action.changeReason() != null) {
            claim.current().changeReason(action.changeReason());
        }
        claim.unsent(moment).scrubbed(check(claim, facts, moment));
        return changed(claim);
    }

    @Transactional
    ClaimView get(UUID claimId) {
        return view(store.get(claimId));
    }

    @Transactional
    Page<ClaimView> list(ClaimFilter filter, PageRequest page) {
        var claims = store.list(filter, page.afterId(), page.fetch());
        var money = ledger.moneyOf(
                claims.stream().filter(Claim::isInBooks).map(Claim::id).toList());
        var allowed = next.ofAll(claims);
        var views = claims.stream()
                .map(claim -> inList(
                        claim,
                        money.getOrDefault(claim.id(), ClaimMoney.NOTHING),
                        Objects.requireNonNull(allowed.get(claim.id()))))
                .toList();
        return Page.of(views, page, ClaimView::id);
    }

    @Transactional
    ClaimHistory history(UUID claimId) {
        var claim = store.get(claimId);
        return ClaimHistory.of(
                claim.id(),
                store.history(claimId).stream().map(HistoryEntry::view).toList(),
                timeline.stream().flatMap(source -> source.of(claimId).stream()));
    }

    ClaimFacts factsOfToday(Claim claim) {
        return today.of(claim).orElseThrow(() -> nothingToSay(claim));
    }

    private static Problem nothingToSay(Claim claim) {
        return claim.isAmendmentOpen()
                ? new Problem(
                        ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                        "Version %d of the coding names no coverage, or leaves nothing for this claim"
                                .formatted(claim.codingVersion()))
                : voidedProblem();
    }

    /** What the payer has decided left nothing in the books. */
    boolean payerOwesAll(Claim claim) {
        return claim.sent().any() && ledger.owesAll(claim.payerId(), claim.id());
    }

    /** Of a claim to a later payer also what the payers before it have decided; its filing limit runs from their decision. */
    List<Finding> check(Claim claim, ClaimFacts facts, Moment moment) {
        return LaterPayerFindings.of(
                today.check(claim, facts, moment.today()),
                facts,
                claim.current().isVoid() ? null : claim.current().coordination(),
                decidedBefore -> isLate(claim, facts, decidedBefore, moment.today()));
    }

    private boolean isLate(Claim claim, ClaimFacts facts, LocalDate decidedBefore, LocalDate today) {
        var filing = Filing.of(claim.id(), facts, ClaimType.SECONDARY, decidedBefore);
        return limits.inUse(caller.requireOrganization())
                .lastDay(filing)
                .filter(today::isAfter)
                .isPresent();
    }

    static void requireNotVoided(Claim claim) {
        if (claim.isVoided()) {
            throw voidedProblem();
        }
    }

    /** Of a voided encounter only what takes it back may leave. */
    private static void requireNotVoidedOrTakenBack(Claim claim) {
        if (!claim.current().isVoid()) {
            requireNotVoided(claim);
        }
    }

    static Problem voidedProblem() {
        return new Problem(ClaimProblem.CLAIM_VOIDED, EncounterNews.NOTHING_TOOK_PLACE);
    }

    ClaimView changed(Claim claim) {
        keep(claim);
        return view(claim);
    }

    void keep(Claim claim) {
        keep(List.of(claim));
    }

    private void keep(List<Claim> claims) {
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    private ClaimView inList(Claim claim, ClaimMoney money, NextAllowed allowed) {
        return ClaimView.inList(claim, money, allowed, NextSteps.lastDay(allowed, day(claim)));
    }

    private LocalDate day(Claim claim) {
        return time.now(claim.current().facts()).today();
    }

    private ClaimView view(Claim claim) {
        var allowed = next.of(claim);
        var lastDay = NextSteps.lastDay(allowed, day(claim));
        if (!claim.isInBooks()) { // then neither books nor denials know it
            return ClaimView.of(claim, ClaimMoney.NOTHING, allowed, lastDay, Map.of(), List.of());
        }
        return ClaimView.of(
                claim,
                ledger.moneyOf(claim.id()),
                allowed,
                lastDay,
                ledger.paidByLine(claim.id()),
                denials.ofClaim(claim.id()));
    }
}
