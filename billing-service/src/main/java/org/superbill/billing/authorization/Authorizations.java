package org.superbill.billing.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.audit.Deed;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with authorizations; each public method is one transaction, those about claims are part of the claim's. */
@ApplicationScoped
public class Authorizations {
    private final AuthorizationStore store;
    private final Deed deed;

    Authorizations(AuthorizationStore store, Deed deed) {
        this.store = store;
        this.deed = deed;
    }

    /** @throws Problem {@code AUTHORIZATION_DUPLICATE}, {@code VALIDATION_FAILED} */
    @Transactional
    Authorization create(AuthorizationDetails details) {
        requireSound(details);
        var id = Ids.next();
        if (!store.insert(id, details)) {
            throw duplicate();
        }
        return get(id);
    }

    /** @throws Problem {@code AUTHORIZATION_NOT_FOUND} */
    @Transactional
    Authorization get(UUID id) {
        return store.find(id).orElseThrow(Authorizations::notFound);
    }

    @Transactional
    Page<Authorization> list(@Nullable UUID patientId, @Nullable UUID payerId, PageRequest page) {
        return Page.of(store.list(patientId, payerId, page.after(), page.fetch()), page, Authorization::id);
    }

    /**
     * @throws Problem {@code AUTHORIZATION_NOT_FOUND}, {@code AUTHORIZATION_DUPLICATE}, {@code AUTHORIZATION_IN_USE}, {@code STALE},
     *     {@code VALIDATION_FAILED}
     */
    @Transactional
    Authorization replace(UUID id, AuthorizationDetails details, @Nullable Revision expected) {
        var known = store.findLocked(id).orElseThrow(Authorizations::notFound);
        Revision.requireMatch(expected, known.revision());
        requireSound(details);
        requireUsedStays(known, details);
        deed.concerns(List.of(known.patientId())); // who may be another than the answer names
        if (!store.replace(id, details)) {
            throw duplicate();
        }
        return get(id);
    }

    private static void requireUsedStays(Authorization known, AuthorizationDetails details) {
        for (int at = 0; at < known.services().size(); at++) {
            var used = known.services().get(at).usedUnits();
            if (used.signum() > 0 && !keeps(details, at, used)) {
                throw new Problem(
                        AuthorizationProblem.AUTHORIZATION_IN_USE,
                        "Claims have used %s units of service %d".formatted(used.toPlainString(), at + 1));
            }
        }
    }

    private static boolean keeps(AuthorizationDetails details, int at, BigDecimal used) {
        if (at >= details.services().size()) {
            return false;
        }
        var units = details.services().get(at).units();
        return units == null || units.compareTo(used) >= 0;
    }

    /** The same facts with what is authorized of them. @param claimId absent before there is a claim; its own use does not count */
    @Transactional(Transactional.TxType.MANDATORY)
    public ClaimFacts matched(ClaimFacts facts, @Nullable UUID claimId) {
        return matched(facts, claimId, false);
    }

    /** Those of the patients for whom anything is authorized, by whichever payer; in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> patientsOf(Collection<UUID> patientIds) {
        return store.patientsOf(patientIds);
    }

    /** Whether anything is authorized for the patient, by whichever payer, or was drawn by the claim: else there is nothing to match, and nothing to give back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean concern(UUID patientId, UUID claimId) {
        return store.anyFor(patientId, claimId);
    }

    /** As {@link #matched} for a patient for whom nothing is authorized. */
    public ClaimFacts matchedWithout(ClaimFacts facts) {
        return facts.with(AuthorizationMatch.of(facts, List.of()));
    }

    /** The same, with the authorizations held until the transaction ends, so that {@link #draw} finds what was matched. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ClaimFacts matchedToDraw(ClaimFacts facts, UUID claimId) {
        return matched(facts, claimId, true);
    }

    private ClaimFacts matched(ClaimFacts facts, @Nullable UUID claimId, boolean lock) {
        var known =
                store.forClaim(claimId, facts.payer().payerId(), facts.patient().patientId(), lock);
        return facts.with(AuthorizationMatch.of(facts, known));
    }

    /**
     * A claim leaves with its authorizations: it takes their units, in place of what it had taken before.
     *
     * @param payersBefore who have decided the claim in their turn: what they had authorized stays used
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void draw(UUID claimId, ClaimFacts facts, Collection<UUID> payersBefore) {
        store.giveBack(claimId, payersBefore);
        var lines = facts.authorizations().lines();
        if (!lines.isEmpty()) {
            store.take(claimId, lines);
        }
    }

    /** A claim is void: what it had taken is there for others again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(UUID claimId) {
        store.giveBack(claimId, List.of());
    }

    private static void requireSound(AuthorizationDetails details) {
        var errors = details.contradictions();
        if (!errors.isEmpty()) {
            throw new Problem(KitProblem.VALIDATION_FAILED, "The authorization does not fit together", errors);
        }
    }

    private static Problem duplicate() {
        return new Problem(
                AuthorizationProblem.AUTHORIZATION_DUPLICATE,
                "The patient has another authorization of this payer with this number");
    }

    private static Problem notFound() {
        return new Problem(AuthorizationProblem.AUTHORIZATION_NOT_FOUND, "No authorization with this id");
    }
}
