package org.superbill.coding.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.superbill.coding.codingcase.GivenCase;
import org.superbill.coding.codingcase.OpenCase;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** Coders chosen for cases, one after the other: each has one more before the next is chosen. */
final class Choice {
    private final List<Assignment.Candidate> candidates;
    private final CodingPolicy policy;
    private final LocalDate today;
    private final int most;
    private final List<GivenCase> chosen = new ArrayList<>();

    /** @param most so many cases are chosen for at most */
    Choice(List<Assignment.Candidate> candidates, CodingPolicy policy, LocalDate today, int most) {
        this.candidates = new ArrayList<>(candidates);
        this.policy = policy;
        this.today = today;
        this.most = most;
    }

    /** Whether any case could be chosen for still. */
    boolean hasRoom() {
        return chosen.size() < most && candidates.stream().anyMatch(candidate -> candidate.hasRoom(policy));
    }

    /** @param cases most urgent first; one that fits nobody is passed over */
    void choose(Collection<OpenCase> cases) {
        for (var open : cases) {
            if (!hasRoom()) {
                return;
            }
            Assignment.choose(open, candidates, policy, today).ifPresent(candidate -> {
                candidates.set(candidates.indexOf(candidate), candidate.withOneMore());
                chosen.add(new GivenCase(open.id(), candidate.coder().subject()));
            });
        }
    }

    List<GivenCase> chosen() {
        return List.copyOf(chosen);
    }
}
