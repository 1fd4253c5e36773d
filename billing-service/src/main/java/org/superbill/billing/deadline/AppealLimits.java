package org.superbill.billing.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What payers' contracts give to appeal, where it differs from the law; read where filing limits are: {@link FilingLimits#inUse}. */
@ApplicationScoped
public class AppealLimits {
    private final AppealLimitStore store;
    private final FilingLimits limits;

    AppealLimits(AppealLimitStore store, FilingLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    @Transactional
    public List<AppealLimit> list() {
        return store.all();
    }

    @Transactional
    public Optional<AppealLimit> find(UUID payerId, String level) {
        return store.find(payerId, level);
    }

    /**
     * Enters or changes one. It holds for what is decided from now on; in other replicas from a second later on.
     *
     * @param expected absent only when nothing is entered yet
     * @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}, {@code CONFLICT} when somebody else enters the first one at the same moment
     */
    @Transactional
    public AppealLimit put(UUID payerId, String level, int days, @Nullable Revision expected) {
        var known = store.findLocked(payerId, level).map(AppealLimit::revision);
        var limit = new AppealLimit(payerId, level, days, Revision.next(expected, known));
        if (known.isPresent()) {
            store.change(limit);
        } else if (!store.enter(limit)) {
            throw FilingLimits.enteredMeanwhile();
        }
        limits.changed();
        return limit;
    }
}
