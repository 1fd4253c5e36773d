package org.superbill.coding.worklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.superbill.coding.coder.CoderView;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.codingcase.OpenCase;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** To whom a case goes. */
final class Assignment {
    private Assignment() {}

    /**
     * A coder who might get a case.
     *
     * @param ready whether the coder's practice cases are good enough
     * @param load how many open cases the coder has
     */
    record Candidate(CoderView coder, boolean ready, long load) {
        long limit(CodingPolicy policy) {
            return coder.loadLimit() == null ? policy.assignment().loadLimit() : coder.loadLimit();
        }

        boolean hasRoom(CodingPolicy policy) {
            return load < limit(policy);
        }

        /** Whether there is a kind of case that the coder may get, whatever the specialty and room. */
        boolean mayHaveAny(CodingPolicy policy, LocalDate today) {
            return ready
                    && Arrays.stream(CaseKind.values())
                            .anyMatch(kind -> coder.objection(kind.credentials(policy), today)
                                    .isEmpty());
        }

        Candidate withOneMore() {
            return new Candidate(coder, ready, load + 1);
        }
    }

    /**
     * Of those whose credential, specialty and load allow it the one who names the specialty before one who takes every one, and of
     * these the one with the most room; by name between equals, so that the choice can be repeated. Empty when nobody fits.
     */
    static Optional<Candidate> choose(
            OpenCase open, Collection<Candidate> candidates, CodingPolicy policy, LocalDate today) {
        return candidates.stream()
                .filter(candidate -> fits(candidate, open, policy, today))
                .min(Comparator.comparing((Candidate candidate) ->
                                candidate.coder().specialties().isEmpty())
                        .thenComparing(candidate -> (double) candidate.load() / candidate.limit(policy))
                        .thenComparing(candidate -> candidate.coder().subject()));
    }

    private static boolean fits(Candidate candidate, OpenCase open, CodingPolicy policy, LocalDate today) {
        var coder = candidate.coder();
        return candidate.ready()
                && coder.objection(open.kind().credentials(policy), today).isEmpty()
                && (!policy.assignment().bySpecialty() || coder.knows(open.specialty()))
                && candidate.hasRoom(policy)
                && !hasOtherDuty(coder.subject(), open, policy);
    }

    /** Whether the policy keeps somebody from coding a case for what they did with it before. */
    static boolean hasOtherDuty(String subject, OpenCase open, CodingPolicy policy) {
        return policy.dutiesApart() && (subject.equals(open.completedBy()) || subject.equals(open.auditedBy()));
    }
}
