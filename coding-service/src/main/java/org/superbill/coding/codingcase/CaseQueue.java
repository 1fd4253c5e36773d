package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Until the transaction ends nobody else gives cases of the organization to coders: two would give away the same one. */
    @Transactional
    public void takeTurn() {
        store.takeTurn();
    }

    /** Empty when the case is not there, or nobody has to code it any more. */
    @Transactional
    public Optional<OpenCase> find(UUID caseId) {
        return store.find(caseId, policies.current(), reference.today());
    }

    /** How many open cases each coder has, those on hold left out. */
    @Transactional
    public Map<String, Long> loads() {
        return store.loads();
    }
}
