package org.superbill.billing.denial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDenied;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Records refusals and tells of them. */
@ApplicationScoped
public class Denials {
    private final DenialStore store;
    private final Outbox outbox;
    private final Clock clock;

    Denials(DenialStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Denied> denials) {
        var at = clock.instant();
        store.persist(denials.stream().map(denied -> new Denial(Ids.next(), denied, at)));
        outbox.publish(denials.stream()
                .map(denied -> new ClaimDenied(
                        denied.claimId(),
                        denied.encounterId(),
                        denied.remittanceId(),
                        denied.lineNumber(),
                        denied.groupCode(),
                        denied.carc(),
                        denied.rarcs(),
                        denied.amountCents()))
                .toList());
    }

    /** The payer took its decision back: its refusals no longer count. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takenBack(Collection<UUID> claimIds) {
        close(claimIds, Denial.State.TAKEN_BACK);
    }

    /** A later decision that pays something replaces the refusals before it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void paidLater(Collection<UUID> claimIds) {
        close(claimIds, Denial.State.PAID_LATER);
    }

    /** A later decision replaces the refusals before it by its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replaced(Collection<UUID> claimIds) {
        close(claimIds, Denial.State.REPLACED);
    }

    private void close(Collection<UUID> claimIds, Denial.State state) {
        if (!claimIds.isEmpty()) {
            store.close(claimIds, state);
        }
    }

    @Transactional
    public List<DenialView> ofClaim(UUID claimId) {
        return store.ofClaim(claimId).stream().map(Denial::view).toList();
    }

    @Transactional
    Page<DenialView> list(@Nullable UUID claimId, PageRequest page) {
        var found = store.list(claimId, page.afterId(), page.fetch()).stream()
                .map(Denial::view)
                .toList();
        return Page.of(found, page, DenialView::id);
    }

    /** @throws Problem {@code DENIAL_NOT_FOUND} */
    @Transactional
    public DenialView get(UUID denialId) {
        return store.findByIdOptional(denialId)
                .map(Denial::view)
                .orElseThrow(() -> new Problem(DenialProblem.DENIAL_NOT_FOUND, "No denial with this id"));
    }

    /** What is refused of each claim and has neither been paid nor decided anew since; claims without are left out. */
    @Transactional
    public Map<UUID, Long> openCents(Collection<UUID> claimIds) {
        return claimIds.isEmpty() ? Map.of() : store.openCents(claimIds);
    }
}
