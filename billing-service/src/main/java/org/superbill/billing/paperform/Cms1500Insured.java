package org.superbill.billing.paperform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.OtherCoverage;
import org.superbill.events.CoverageChanged;

/**
 * Items 4, 7, 9 and 11: who is insured with the payer that is billed, and with the other one. Medicare has items 4, 7 and 11 of whoever
 * pays before it, and the word NONE where nobody does. Source: NUCC 1500 Reference Instruction Manual (02/12), items 4 to 11d; CMS Claims
 * Processing Manual, chapter 26, section 10.2.
 */
record Cms1500Insured(ClaimContent claim) {
    private static final String MEDICARE = "MB";

    void put(FormPage page) {
        if (!facts().payer().claimFilingIndicator().equals(MEDICARE)) {
            insured(page, facts().coverage(), facts().coverage().groupName());
            injury(page);
            others().stream().findFirst().ifPresent(other -> other(page, other));
            page.mark(26, facts().nextPayers().isEmpty() && others().isEmpty() ? 57 : 52);
            return;
        }
        var before = others().stream().filter(other -> other.turn() < turn()).findFirst();
        if (before.isPresent()) {
            insured(page, before.get().coverage(), before.get().payerName());
        } else {
            page.put(18, 50, 29, "NONE");
        }
    }

    /** Item 11b: qualifier and number. */
    private void injury(FormPage page) {
        var number = facts().injuryClaimNumber();
        if (number != null) {
            page.put(22, 50, 2, "Y4").put(22, 53, 28, number);
        }
    }

    private ClaimFacts facts() {
        return claim.facts();
    }

    private int turn() {
        var coordination = claim.coordination();
        return coordination == null ? 1 : coordination.sequence();
    }

    private List<OtherCoverage> others() {
        var others = facts().otherCoverages();
        return others == null ? List.of() : others;
    }

    /** Items 4, 7, 11, 11a and 11c. @param plan its name */
    private void insured(FormPage page, CoverageChanged coverage, @Nullable String plan) {
        page.put(10, 50, 29, nameOf(coverage));
        var subscriber = isPatients(coverage) ? null : coverage.subscriber();
        var patient = facts().patient();
        if (subscriber == null) {
            Cms1500.address(page, 50, 74, patient.address());
            page.date(20, 53, 56, 59, patient.birthDate(), true);
            Cms1500.sex(page, 20, 68, 75, patient.sex());
        } else {
            if (subscriber.address() != null) {
                Cms1500.address(page, 50, 74, subscriber.address());
            }
            page.date(20, 53, 56, 59, subscriber.birthDate(), true);
            if (subscriber.sex() != null) {
                Cms1500.sex(page, 20, 68, 75, subscriber.sex());
            }
        }
        page.put(18, 50, 29, coverage.groupNumber()).put(24, 50, 29, plan);
    }

    /** Items 9, 9a and 9d. */
    private void other(FormPage page, OtherCoverage other) {
        var coverage = other.coverage();
        page.put(18, 1, 28, nameOf(coverage))
                .put(20, 1, 28, coverage.groupNumber() == null ? coverage.memberId() : coverage.groupNumber())
                .put(26, 1, 28, other.payerName());
    }

    private boolean isPatients(CoverageChanged coverage) {
        return switch (coverage.relationshipToSubscriber()) {
            case self -> true;
            case spouse, child, other -> false;
        };
    }

    private String nameOf(CoverageChanged coverage) {
        var subscriber = coverage.subscriber();
        var patient = facts().patient();
        return isPatients(coverage) || subscriber == null
                ? Cms1500.name(patient.lastName(), patient.firstName(), patient.middleName())
                : Cms1500.name(subscriber.lastName(), subscriber.firstName(), subscriber.middleName());
    }
}
