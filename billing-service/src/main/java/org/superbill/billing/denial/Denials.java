package org.superbill.billing.denial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.deadline.PayerLimits;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.billing.reference.Reference;
import org.superbill.events.ClaimDenied;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/** Records refusals, keeps the last day of an appeal of each, and tells of them. */
@ApplicationScoped
public class Denials {
    private final DenialStore store;
    private final Deadlines deadlines;
    private final FilingLimits limits;
    private final Outbox outbox;
    private final BusinessDay businessDay;
    private final Reference reference;
    private final Caller caller;
    private final Clock clock;

    Denials(
            DenialStore store,
            Deadlines deadlines,
            FilingLimits limits,
            Outbox outbox,
            BusinessDay businessDay,
            Reference reference,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.limits = limits;
        this.outbox = outbox;
        this.businessDay = businessDay;
        this.reference = reference;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Denied> denials) {
        if (denials.isEmpty()) {
            return;
        }
        var at = clock.instant();
        var inUse = limits.inUse(caller.requireOrganization());
        var chance = new DenialChance(
                store.outcomes(denials.stream().map(Denied::carc).distinct().toList()));
        var kept = denials.stream()
                .map(denied -> denial(denied, chance, inUse, at))
                .toList();
        store.persist(kept);
        openDeadlines(kept);
        outbox.publish(denials.stream()
                .map(denied -> new ClaimDenied(
                        denied.claimId(),
                        denied.encounterId(),
                        denied.remittanceId(),
                        denied.lineNumber(),
                        denied.groupCode(),
                        denied.carc(),
                        denied.rarcs(),
                        denied.amountCents(),
                        toldCause(triage(denied)),
                        denied.caseKind()))
                .toList());
    }

    private void openDeadlines(List<Denial> denials) {
        if (!denials.isEmpty()) {
            var inUse = limits.inUse(caller.requireOrganization());
            deadlines.openAll(denials.stream()
                    .flatMap(denial -> denial.appealDeadline(inUse).stream())
                    .toList());
        }
    }

    /** Coding only where it is for the coder to act. */
    private static String toldCause(Triage triage) {
        return triage.rootCause() == RootCause.CODING && !triage.isCodings()
                ? RootCause.BILLING.wire()
                : triage.rootCause().wire();
    }

    private static Denial denial(Denied denied, DenialChance chance, PayerLimits limits, Instant at) {
        var triage = triage(denied);
        return new Denial(
                denied.id(), denied, triage, chance.percent(denied.carc(), triage.chancePercent()), limits, at);
    }

    private static Triage triage(Denied denied) {
        return Triage.of(denied.groupCode(), denied.carc(), denied.rarcs());
    }

    /** Payers took decisions back: their refusals no longer count, and what they had settled of others' is refused again. @param by the payment that says so, or whose posting is undone */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takenBack(Collection<PayersDecision> decisions, UUID by) {
        close(decisions, Denial.State.TAKEN_BACK, by);
        if (!decisions.isEmpty()) {
            openDeadlines(store.reopenSettledBy(decisions));
        }
    }

    /** What the payer pays of that which it had refused, by whichever coverage. Refusals of other payers of the claims stand. @param by the payment */
    @Transactional(Transactional.TxType.MANDATORY)
    public void paidLater(Collection<PaidLater> paid, UUID by) {
        withdraw(store.paidLater(paid, by));
    }

    /** A later decision of the payer, by the same coverage, replaces its refusals before it by its own. @param by the payment that says so */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replaced(Collection<PayersDecision> decisions, UUID by) {
        close(decisions, Denial.State.REPLACED, by);
    }

    /** The posting of a payment was undone: what it had paid, replaced or taken back of earlier refusals is refused again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void notClosed(Collection<UUID> claimIds, UUID by) {
        openDeadlines(store.notClosed(claimIds, by));
    }

    /** Other payers of the claims have settled what these refuse. @param byPayer refusals by who has settled them */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settledByAnother(Map<UUID, ? extends Collection<UUID>> byPayer) {
        byPayer.forEach((payer, denialIds) -> {
            store.settled(denialIds, payer);
            deadlines.withdrawAll(DeadlineKind.APPEAL, denialIds, "Another payer has settled what was refused");
        });
    }

    /** Who had settled these refusals of others has not, by what has become known since. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void notSettled(Collection<UUID> denialIds) {
        if (!denialIds.isEmpty()) {
            openDeadlines(store.reopen(denialIds));
        }
    }

    /** What is refused of the claim did not take place, and nothing of it is charged any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawn(UUID claimId, String because) {
        deadlines.withdrawAll(DeadlineKind.APPEAL, store.withdraw(claimId, because, clock.instant()), because);
    }

    /** It is charged again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void notWithdrawn(UUID claimId) {
        openDeadlines(store.notWithdrawn(claimId));
    }

    /** What payers refuse of these claims, and nobody has called the patient's; one query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OpenRefusal> openOfPayers(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? List.of() : store.openOfPayers(claimIds);
    }

    /** The same by what payers have decided, be it that it did not take place and was withdrawn; one query. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<OpenRefusal> openAsDecided(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? List.of() : store.openAsDecided(claimIds);
    }

    private void close(Collection<PayersDecision> decisions, Denial.State state, UUID by) {
        if (!decisions.isEmpty()) {
            withdraw(store.close(decisions, state, by));
        }
    }

    private void withdraw(List<UUID> denialIds) {
        deadlines.withdrawAll(DeadlineKind.APPEAL, denialIds, "The payer has decided otherwise since");
    }

    /** Whether the payer has refused something of the claim and has not taken that back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hasRefused(UUID payerId, UUID claimId) {
        return store.hasRefused(payerId, claimId);
    }

    /** Of these claims, those with an open refusal that is for the coder to look at; one query. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> forCoder(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? Set.of() : store.forCoder(claimIds);
    }

    @Transactional
    public List<DenialView> ofClaim(UUID claimId) {
        return store.ofClaim(claimId).stream().map(Denial::view).toList();
    }

    /** @throws Problem {@code DENIAL_NOT_FOUND} */
    @Transactional
    public DenialView get(UUID id) {
        return store.findByIdOptional(id).map(Denial::view).orElseThrow(Denials::notFound);
    }

    /** Whose refusal it is, for who holds the claim before it is read. @throws Problem {@code DENIAL_NOT_FOUND} */
    @Transactional
    public UUID claimOf(UUID id) {
        return store.claimOf(id).orElseThrow(Denials::notFound);
    }

    private static Problem notFound() {
        return new Problem(DenialProblem.DENIAL_NOT_FOUND, "No denial with this id");
    }

    /** What is most worth of being worked on first; the order holds while the pages of one day are read. */
    @Transactional
    Page<DenialView> worklist(DenialFilter filter, PageRequest page) {
        var today = businessDay.today();
        var found = store.worklist(filter, today, page.afterId(), page.fetch()).stream()
                .map(Denial::view)
                .toList();
        return Page.of(found, page, DenialView::id);
    }

    /** By the practice's days. */
    @Transactional
    DenialFigures figures(LocalDate from, LocalDate to) {
        return DenialFigures.of(from, to, store.figures(from, to, reference.timeZoneOf(caller.requireOrganization())));
    }

    @Transactional
    Page<DenialView> list(@Nullable UUID claimId, PageRequest page) {
        var found = store.list(claimId, page.afterId(), page.fetch()).stream()
                .map(Denial::view)
                .toList();
        return Page.of(found, page, DenialView::id);
    }

    /** What payers refuse of these claims and have neither paid nor decided anew since, settled by another payer or not; one query. */
    @Transactional
    public List<RefusedCents> refusedCents(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? List.of() : store.refusedCents(claimIds);
    }
}
