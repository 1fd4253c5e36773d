package org.superbill.billing.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.snapshot.PerOrganization;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What payers allow, entered by the organization; and the deadlines of claims made of it. */
@ApplicationScoped
public class FilingLimits {
    private final FilingLimitStore store;
    private final AppealLimitStore appeals;
    private final Deadlines deadlines;
    private final Reference reference;
    private final Caller caller;
    private final PerOrganization<PayerLimits> kept = new PerOrganization<>();

    FilingLimits(
            FilingLimitStore store, AppealLimitStore appeals, Deadlines deadlines, Reference reference, Caller caller) {
        this.store = store;
        this.appeals = appeals;
        this.deadlines = deadlines;
        this.reference = reference;
        this.caller = caller;
    }

    /** Keeps the deadline of each claim that has to reach its payer, in one statement; the earliest, where it has to be several. @return the claims that have one: not every payer sets a limit */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> keep(Collection<Filing> filings) {
        if (filings.isEmpty()) {
            return Set.of();
        }
        var limits = inUse(caller.requireOrganization());
        var openings = filings.stream()
                .flatMap(filing -> limits.deadline(filing).stream())
                .collect(Collectors.toMap(
                        DeadlineOpening::subjectId,
                        opening -> opening,
                        BinaryOperator.minBy(Comparator.comparing(DeadlineOpening::dueOn)),
                        LinkedHashMap::new));
        deadlines.openAll(openings.values());
        return openings.keySet();
    }

    /** Of all payers of an organization, in memory; a change is seen in every replica within a second. */
    @Transactional
    public PayerLimits inUse(UUID organization) {
        return kept.get(organization, store::stamp, () -> new PayerLimits(store.all(), appeals.all()));
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
     * Enters or changes a limit. It holds for what happens to claims from now on; in other replicas from a second later on.
     *
     * @param expected absent only when nothing is entered yet
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}, {@code VALIDATION_FAILED} where it would have no effect, {@code CONFLICT} when somebody
     *     else enters the first one at the same moment
     */
    @Transactional
    FilingLimit put(UUID payerId, ClaimType claimType, int days, CountedFrom countedFrom, @Nullable Revision expected) {
        requireEffect(payerId, claimType, countedFrom);
        var known = store.findLocked(payerId, claimType).map(FilingLimit::revision);
        var limit = new FilingLimit(payerId, claimType, days, countedFrom, Revision.next(expected, known));
        if (known.isPresent()) {
            store.change(limit);
        } else if (!store.enter(limit)) {
            throw enteredMeanwhile();
        }
        changed();
        return limit;
    }

    static Problem enteredMeanwhile() {
        return new Problem(
                KitProblem.CONFLICT,
                "Somebody else has entered this limit at the same moment: read it, and change that");
    }

    private void requireEffect(UUID payerId, ClaimType claimType, CountedFrom countedFrom) {
        if (reference
                .payer(payerId)
                .filter(payer -> Filing.isMedicare(payer.claimFilingIndicator()))
                .isPresent()) {
            throw without(
                    "/days",
                    "of-law",
                    "Medicare's limit is the law's: one calendar year from the service (42 CFR 424.44)");
        }
        if (claimType == ClaimType.ORIGINAL && countedFrom == CountedFrom.REMITTANCE) {
            throw without(
                    "/countedFrom", "no-remittance", "No remittance comes before a first claim to its first payer");
        }
    }

    private static Problem without(String pointer, String code, String why) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "The limit would have no effect", new FieldError(pointer, code, why));
    }

    /** So that whoever has changed a limit sees it at once. */
    void changed() {
        kept.forget(caller.requireOrganization());
    }
}
