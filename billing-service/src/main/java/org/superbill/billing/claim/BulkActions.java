package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.security.Caller;

/**
 * The same step for all claims of a query. The claims are written down when it is asked for; each is then done in a transaction of its
 * own by the use case that one claim alone goes through, so that a crash neither forgets nor repeats one.
 */
@ApplicationScoped
class BulkActions {
    private static final Logger LOG = Logger.getLogger(BulkActions.class);

    /** More are asked for in several actions: the list is written in one transaction. */
    static final int MOST = 100_000;

    private final BulkActionStore store;
    private final ClaimStore claims;
    private final ClaimSteps steps;
    private final Caller caller;
    private final Deed deed;
    private final Clock clock;
    private final Event<Asked> asked;

    BulkActions(
            BulkActionStore store,
            ClaimStore claims,
            ClaimSteps steps,
            Caller caller,
            Deed deed,
            Clock clock,
            Event<Asked> asked) {
        this.store = store;
        this.claims = claims;
        this.steps = steps;
        this.caller = caller;
        this.deed = deed;
        this.clock = clock;
        this.asked = asked;
    }

    /** Fired in the process; observed after the commit, it wakes the job. */
    record Asked(UUID organization) {}

    /** @throws Problem {@code VALIDATION_FAILED} when the query names nothing, or a step lacks its reason */
    @Transactional
    BulkActionView ask(ClaimFilter query, ClaimAction action) {
        if (query.isOpen()) {
            throw invalid("/query", "query-open", "Name at least one condition");
        }
        if (action.kind().needsReason()
                && (action.reason() == null || action.reason().isBlank())) {
            throw invalid("/reason", "reason-missing", "This step needs a reason");
        }
        var found = claims.ids(query, null, MOST + 1);
        if (found.size() > MOST) {
            throw invalid("/query", "query-too-wide", "The query finds more than %d claims".formatted(MOST));
        }
        var id = Ids.next();
        store.insert(id, action, query, caller.subject(), clock.instant());
        store.insertItems(id, found);
        if (query.claimIds() != null) {
            store.insertUnknown(id, query.claimIds());
        }
        deed.concerns(store.patientsWaiting(
                id)); // the job does their steps in the caller's name, and leaves no record of its own
        asked.fire(new Asked(caller.requireOrganization()));
        return get(id);
    }

    private static Problem invalid(String pointer, String code, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "The bulk action is not valid", new FieldError(pointer, code, message));
    }

    @Transactional
    BulkActionView get(UUID id) {
        return store.find(id).orElseThrow(BulkActions::notFound);
    }

    @Transactional
    Page<BulkActionView.Failure> failures(UUID id, PageRequest page) {
        requireKnown(id);
        return Page.of(store.failures(id, page.afterId(), page.fetch()), page, BulkActionView.Failure::claimId);
    }

    @Transactional
    BulkActionView retry(UUID id) {
        requireKnown(id);
        store.retry(id, caller.subject());
        deed.concerns(store.patientsWaiting(id));
        asked.fire(new Asked(caller.requireOrganization()));
        return get(id);
    }

    private void requireKnown(UUID id) {
        if (store.find(id).isEmpty()) {
            throw notFound();
        }
    }

    private static Problem notFound() {
        return new Problem(ClaimProblem.BULK_ACTION_NOT_FOUND, "No bulk action with this id");
    }

    /** A claim whose step was refused: what it changed is rolled back with the transaction. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BulkActionStore.Item item;
        private final String code;
        private final String why;

        private Refused(BulkActionStore.Item item, String code, String why, RuntimeException cause) {
            super(cause);
            this.item = item;
            this.code = code;
            this.why = why;
        }
    }

    /**
     * Does the next claim's step, as the person who asked for it, or for it to be tried again.
     *
     * @return empty when nothing waits
     * @throws Refused when the step is not allowed; {@link #refused} then keeps that
     */
    @Transactional(TxType.MANDATORY)
    Optional<UUID> doNext(UUID organization) {
        var next = store.nextLocked();
        next.ifPresent(item -> {
            caller.actAs(item.askedBy(), organization);
            try {
                steps.perform(item.claimId(), null, item.action());
            } catch (Problem problem) {
                throw new Refused(item, problem.type().slug(), String.valueOf(problem.getDetail()), problem);
            } catch (RuntimeException fault) { // one claim must not keep the others from their turn
                LOG.warnf(
                        WithoutMessages.of(fault),
                        "A step of bulk action %s failed for claim %s",
                        item.bulkActionId(),
                        item.claimId());
                throw new Refused(item, KitProblem.INTERNAL_ERROR.slug(), "The step broke off: try it again", fault);
            }
            store.done(item);
        });
        return next.map(BulkActionStore.Item::claimId);
    }

    @Transactional(TxType.MANDATORY)
    void refused(Refused refused) {
        store.failed(refused.item, refused.code, refused.why);
    }
}
