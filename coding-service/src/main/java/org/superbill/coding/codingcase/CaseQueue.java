package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** The cases that are still to be coded, most urgent first. */
@ApplicationScoped
public class CaseQueue {
    private final OpenCaseStore store;
    private final CodingPolicies policies;
    private final Reference reference;

    CaseQueue(OpenCaseStore store, CodingPolicies policies, Reference reference) {
        this.store = store;
        this.policies = policies;
        this.reference = reference;
    }

    @Transactional
    public Page<OpenCase> list(OpenCaseFilter filter, PageRequest page) {
        return Page.of(
                store.list(filter, policies.current(), reference.today(), page.afterId(), page.fetch()),
                page,
                OpenCase::id);
    }

    /**
     * @param after the last case of the step before; null for the first step
     * @param most how many at most
     */
    @Transactional
    public List<OpenCase> first(OpenCaseFilter filter, @Nullable UUID after, int most) {
        return store.list(filter, policies.current(), reference.today(), after, most);
    }

    /** How many cases nobody has and nothing holds. */
    @Transactional
    public long unassigned() {
        return store.unassigned();
    }

    /**
     * Until the transaction ends nobody else gives cases of the organization to coders: two would give away the same one. Who waits for it may
     * have changed cases; so that neither waits for the other, who has it waits for no case.
     */
    @Transactional
    public void takeTurn() {
        store.takeTurn();
    }

    /** As {@link #takeTurn}, without waiting. @return false when another has the turn */
    @Transactional
    public boolean tryTurn() {
        return store.tryTurn();
    }

    /** Of these cases those that can be given away, most urgent first, {@code most} at most. */
    @Transactional
    public List<OpenCase> free(List<UUID> caseIds, int most) {
        return store.free(caseIds, policies.current(), reference.today(), most);
    }

    /**
     * Gives cases to the coders who were chosen for them, in the transaction in which they were found. A case that has gone elsewhere, or that
     * another is changing at this moment, stays where it is.
     *
     * @return those that were given
     */
    @Transactional
    public List<GivenCase> give(List<GivenCase> chosen) {
        return chosen.isEmpty() ? List.of() : store.give(chosen);
    }

    /** Whether nobody has a case; nobody else changes it until the transaction ends. False as well when another is changing it. */
    @Transactional
    public boolean lockFree(UUID caseId) {
        return store.lockFree(caseId);
    }

    /**
     * Records once, of each version of a case that has been overdue for as long as the policy bears, to whom it is escalated.
     *
     * @return how many there were, {@code most} at most
     */
    @Transactional
    public int escalate(int most) {
        var times = policies.current().times();
        var today = reference.today();
        return store.escalate(today, today.minusDays(times.escalationDays()), times.escalateTo(), most);
    }

    /** How many open cases each coder has, those on hold left out. */
    @Transactional
    public Map<String, Long> loads() {
        return store.loads();
    }
}
