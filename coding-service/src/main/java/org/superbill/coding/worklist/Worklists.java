package org.superbill.coding.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.coding.coder.Coders;
import org.superbill.coding.codingcase.BlindCases;
import org.superbill.coding.codingcase.CaseHands;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.CaseQueue;
import org.superbill.coding.codingcase.CasesReady;
import org.superbill.coding.codingcase.CodingCaseView;
import org.superbill.coding.codingcase.GivenCase;
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
    /** After so many one transaction gives away no more. */
    static final int MOST = 500;

    /** So many are looked at in one step. The most urgent ones may fit nobody, so one step may not be enough. */
    private static final int STEP = 500;

    private final CaseQueue queue;
    private final CaseHands hands;
    private final BlindCases blind;
    private final Coders coders;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Caller caller;

    Worklists(
            CaseQueue queue,
            CaseHands hands,
            BlindCases blind,
            Coders coders,
            CodingPolicies policies,
            Reference reference,
            Caller caller) {
        this.queue = queue;
        this.hands = hands;
        this.blind = blind;
        this.coders = coders;
        this.policies = policies;
        this.reference = reference;
        this.caller = caller;
    }

    @Transactional
    Page<OpenCase> list(OpenCaseFilter filter, PageRequest page) {
        return blind.shown(queue.list(filter, page), OpenCase::id);
    }

    /** Where the policy says so cases get their coders at once, as far as one fits; {@link AssignmentJob} looks after the rest. */
    void appeared(@Observes CasesReady ready) {
        var policy = policies.current();
        if (policy.assignment().automatic()) {
            queue.takeTurn();
            var choice = choice(policy);
            choice.choose(queue.free(ready.caseIds(), MOST));
            queue.give(choice.chosen());
        }
    }

    /** Gives cases to coders, most urgent first, until nobody has room or no case is left: those that nobody has or whose coder may have none. */
    @Transactional
    Distribution distribute() {
        queue.takeTurn();
        return new Distribution(
                give(policies.current()).stream()
                        .map(given -> new Distribution.Given(given.caseId(), given.coder()))
                        .toList(),
                queue.unassigned());
    }

    /**
     * As {@link #distribute}, where the policy says that cases are given away by themselves, and nobody else does so at this moment.
     *
     * @return how many got a coder; {@link #MOST} when there may be more
     */
    @Transactional
    int distributeByItself() {
        var policy = policies.current();
        return policy.assignment().automatic() && queue.tryTurn() ? give(policy).size() : 0;
    }

    /** Records whom cases are escalated to. @return how many; {@link #MOST} when there may be more */
    @Transactional
    int escalate() {
        return queue.escalate(MOST);
    }

    private List<GivenCase> give(CodingPolicy policy) {
        var choice = choice(policy);
        choose(choice, OpenCaseFilter.UNASSIGNED);
        for (var holder : queue.loads().keySet()) {
            for (var kind : CaseKind.values()) {
                if (mayHaveNone(holder, kind, policy)) {
                    choose(choice, OpenCaseFilter.toGive(holder, kind));
                }
            }
        }
        var given = new HashSet<>(queue.give(choice.chosen()));
        return choice.chosen().stream().filter(given::contains).toList();
    }

    private void choose(Choice choice, OpenCaseFilter filter) {
        UUID after = null;
        while (choice.hasRoom()) {
            var step = queue.first(filter, after, STEP);
            choice.choose(step);
            if (step.size() < STEP) {
                return;
            }
            after = step.get(step.size() - 1).id();
        }
    }

    /** Whether somebody is no coder any more who gets such cases: not active, or without a credential in force. */
    private boolean mayHaveNone(String holder, CaseKind kind, CodingPolicy policy) {
        return coders.find(holder)
                .map(coder -> coder.objection(kind.credentials(policy), reference.today())
                        .isPresent())
                .orElse(policy.assignment().coderRecordRequired());
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
                    .filter(open ->
                            queue.lockFree(open.id())) // who has the turn waits for no row: see CaseQueue.takeTurn
                    .findFirst();
            if (fitting.isPresent()) {
                return Optional.of(hands.give(fitting.get().id(), caller.subject()));
            }
            after = step.size() < STEP ? null : step.get(step.size() - 1).id();
        } while (after != null);
        return Optional.empty();
    }

    private Choice choice(CodingPolicy policy) {
        var today = reference.today();
        var able = candidates(policy).stream()
                .filter(candidate -> candidate.mayHaveAny(policy, today))
                .toList();
        return new Choice(able, policy, today, MOST);
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
