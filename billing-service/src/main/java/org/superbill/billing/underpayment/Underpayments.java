package org.superbill.billing.underpayment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.contract.ContractedService;
import org.superbill.billing.contract.ContractedService.Session;
import org.superbill.billing.contract.ExpectedAllowed;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.ledger.Cents;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** Holds what payers allow against what was agreed, and keeps the cases where it is less. */
@ApplicationScoped
public class Underpayments {
    private final UnderpaymentStore store;
    private final ExpectedAllowed expected;
    private final Caller caller;
    private final Clock clock;

    Underpayments(UnderpaymentStore store, ExpectedAllowed expected, Caller caller, Clock clock) {
        this.store = store;
        this.expected = expected;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A line that a payer has not refused.
     *
     * @param line as it was billed
     * @param inFacility whether the place of service is a facility's
     * @param allowed of all its parts, before the patient's part, sequestration and what another payer paid
     * @param told whether the payer said so
     */
    public record Paid(
            UUID remittanceId,
            UUID claimId,
            UUID payerId,
            EncounterCoded.Line line,
            boolean inFacility,
            Cents allowed,
            boolean told) {
        ContractedService service() {
            return new ContractedService(
                    payerId,
                    line.serviceDate(),
                    line.procedureCode(),
                    line.modifiers(),
                    line.units(),
                    line.chargeCents(),
                    inFacility,
                    new Session(claimId, line.practitionerId(), line.lineNumber()));
        }
    }

    /** One question to the contracts, however many lines. */
    @Transactional(TxType.MANDATORY)
    public void found(Collection<Paid> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var services = new HashSet<ContractedService>();
        lines.forEach(line -> services.add(line.service()));
        var amounts = expected.of(services);
        var at = clock.instant();
        for (var line : lines) {
            var agreed = amounts.get(line.service());
            if (agreed != null && line.allowed().compareTo(agreed.amount()) < 0) {
                store.persist(new Underpayment(line, agreed.amount(), at));
            }
        }
    }

    /** Payers took decisions back: what was wrong with them no longer counts. @param by the payment that says so, or whose posting is undone */
    @Transactional(TxType.MANDATORY)
    public void withdrawn(Collection<PayersDecision> decisions, UUID by) {
        if (!decisions.isEmpty()) {
            store.withdraw(decisions, by, clock.instant());
        }
    }

    /** The posting of a payment was undone: what it had taken back of earlier decisions is as wrong as before. */
    @Transactional(TxType.MANDATORY)
    public void notWithdrawn(Collection<UUID> claimIds, UUID by) {
        store.notWithdrawn(claimIds, by);
    }

    @Transactional
    UnderpaymentView get(UUID id) {
        return store.get(id).view();
    }

    /** @throws Problem {@code UNDERPAYMENT_NOT_FOUND}, {@code STALE}, {@code UNDERPAYMENT_STEP_NOT_ALLOWED} */
    @Transactional
    UnderpaymentView decide(UUID id, @Nullable Revision revision, Underpayment.State step, String reason) {
        var underpayment = store.getLocked(id, revision);
        underpayment.decided(step, caller.subject(), clock.instant(), reason);
        store.flush(); // so that the answer carries the new revision
        return underpayment.view();
    }

    @Transactional
    Page<UnderpaymentView> list(Underpayment.@Nullable State state, @Nullable UUID claimId, PageRequest page) {
        List<UnderpaymentView> found = store.list(state, claimId, page.after(), page.fetch()).stream()
                .map(Underpayment::view)
                .toList();
        return Page.of(found, page, UnderpaymentView::id);
    }
}
