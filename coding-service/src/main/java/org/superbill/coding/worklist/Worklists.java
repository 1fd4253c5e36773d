package org.superbill.coding.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.coding.coder.Coders;
import org.superbill.coding.codingcase.CaseHands;
import org.superbill.coding.codingcase.CaseQueue;
import org.superbill.coding.codingcase.CaseReady;
import org.superbill.coding.codingcase.CodingCaseView;
import org.superbill.coding.codingcase.OpenCase;
import org.superbill.coding.codingcase.OpenCaseFilter;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.reference.Reference;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.security.Caller;

/** Which case comes first, and who gets it; each public method is one transaction. */
@ApplicationScoped
class Worklists {
    /** After so many one call gives away no more: it is one transaction. */
    private static final int MOST = 500;

    /** So many are looked at in one step. The most urgent ones may fit nobody, so one step may not be enough. */
    private static final int STEP = 500;

    private final CaseQueue queue;
    private final CaseHands hands;
    private final Coders coders;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;

    Worklists(
            CaseQueue queue,
            CaseHands hands,
            Coders coders,
            CodingPolicies policies,
            Reference reference,
            Caller caller) {
        this.queue = queue;
        this.hands = hands;
        this.coders = coders;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
    }

    @Transactional
    Page<OpenCase> list(OpenCaseFilter filter, PageRequest page) {
        return queue.list(filter, page);
    }

    /** A case has just appeared: where the policy says so it gets its coder at once, if one fits. */
    void appeared(@Observes CaseReady ready) {
        var policy = policies.current();
        if (policy.assignment().automatic()) {
            queue.takeTurn();
            queue.find(ready.caseId()).ifPresent(open -> give(open, candidates(policy), policy));
        }
    }

    /** Gives cases that nobody has to coders, most urgent first, until nobody has room or no case is left. */
    @Transactional
    Distribution distribute() {
        queue.takeTurn();
        var policy = policies.current();
        var candidates = candidates(policy);
        var given = new ArrayList<Distribution.Given>();
        UUID after = null;
        do {
            var step = queue.first(OpenCaseFilter.UNASSIGNED, after, STEP);
            for (var open : step) {
                give(open, candidates, policy).ifPresent(to -> given.add(new Distribution.Given(open.id(), to)));
            }
            after = step.size() < STEP ? null : step.get(step.size() - 1).id();
        } while (after != null && given.size() < MOST && candidates.stream().anyMatch(one -> one.hasRoom(policy)));
        return new Distribution(given, queue.unassigned());
    }

    /** The most urgent case that fits the caller, who has it from now on; empty when there is none, or no room for it. */
    @Transactional
    Optional<CodingCaseView> next() {
        queue.takeTurn();
        var policy = policies.current();
        var mine = candidates(policy).stream()
                .filter(candidate -> candidate.coder().subject().equals(caller.subject()))
                .toList();
        var isUnknown = coders.find(caller.subject()).isEmpty();
        if (isUnknown && policy.assignment().coderRecordRequired()) {
            return Optional.empty();
        }
        UUID after = null;
        do {
            var step = queue.first(OpenCaseFilter.UNASSIGNED, after, STEP);
            var fitting = step.stream()
                    .filter(open -> isUnknown
                            ? !Assignment.hasOtherDuty(caller.subject(), open, policy)
                            : Assignment.choose(open, mine, policy, reference.today())
                                    .isPresent())
                    .findFirst();
            if (fitting.isPresent()) {
                return Optional.of(hands.give(fitting.get().id(), caller.subject()));
            }
            after = step.size() < STEP ? null : step.get(step.size() - 1).id();
        } while (after != null);
        return Optional.empty();
    }

    private Optional<String> give(OpenCase open, List<Assignment.Candidate> candidates, CodingPolicy policy) {
        var chosen = Assignment.choose(open, candidates, policy, reference.today());
        chosen.ifPresent(candidate -> {
            hands.give(open.id(), candidate.coder().subject());
            candidates.set(
                    candidates.indexOf(candidate),
                    new Assignment.Candidate(candidate.coder(), candidate.ready(), candidate.load() + 1));
        });
        return chosen.map(candidate -> candidate.coder().subject());
    }

    private List<Assignment.Candidate> candidates(CodingPolicy policy) {
        var loads = queue.loads();
        var candidates = new ArrayList<Assignment.Candidate>();
        for (var coder : coders.active()) {
            var ready = coders.isPractised(coder.subject(), policy);
            candidates.add(new Assignment.Candidate(coder, ready, loads.getOrDefault(coder.subject(), 0L)));
        }
        return candidates;
    }
}
