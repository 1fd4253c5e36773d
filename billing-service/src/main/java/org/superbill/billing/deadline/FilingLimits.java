package org.superbill.billing.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.snapshot.PerOrganization;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What payers allow, entered by the organization; and the deadlines of claims made of it. */
@ApplicationScoped
public class FilingLimits {
    private final FilingLimitStore store;
    private final Deadlines deadlines;
    private final PerOrganization<PayerLimits> kept = new PerOrganization<>();

    FilingLimits(FilingLimitStore store, Deadlines deadlines) {
        this.store = store;
        this.deadlines = deadlines;
    }

    /** Keeps the deadline of each claim that has to reach its payer, in three statements. */
    @Transactional(TxType.MANDATORY)
    public void keep(Collection<Filing> filings) {
        if (filings.isEmpty()) {
            return;
        }
        var limits = of(filings.stream().map(Filing::payerId).distinct().toList());
        deadlines.openAll(filings.stream()
                .flatMap(filing -> limits.deadline(filing).stream())
                .toList());
    }

    /** In one statement. */
    @Transactional(TxType.MANDATORY)
    public PayerLimits of(Collection<UUID> payerIds) {
        return payerIds.isEmpty() ? PayerLimits.NONE : new PayerLimits(store.of(payerIds));
    }

    /** Of all payers of an organization, in memory; a change is seen in every replica within a second. */
    @Transactional
    public PayerLimits inUse(UUID organization) {
        return kept.get(organization, store::stamp, () -> new PayerLimits(store.all()));
    }

    @Transactional
    List<FilingLimit> list() {
        return store.all();
    }

    /** @throws Problem {@code NOT_FOUND} */
    @Transactional
    FilingLimit get(UUID payerId, ClaimType claimType) {
        return store.find(payerId, claimType)
                .orElseThrow(() -> new Problem(
                        DeadlineProblem.FILING_LIMIT_NOT_FOUND, "Nothing is entered for this payer and type of claim"));
    }

    /**
     * Enters or changes a limit. It holds for what happens to claims from now on.
     *
     * @param expected absent only when nothing is entered yet
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}
     */
    @Transactional
    FilingLimit put(UUID payerId, ClaimType claimType, int days, CountedFrom countedFrom, @Nullable Revision expected) {
        var known = store.findLocked(payerId, claimType);
        known.ifPresent(limit -> Revision.requireMatch(expected, limit.revision()));
        store.put(new FilingLimit(
                payerId,
                claimType,
                days,
                countedFrom,
                known.map(limit -> limit.revision() + 1).orElse(0L)));
        return get(payerId, claimType);
    }
}
