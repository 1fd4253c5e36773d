package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.reference.ClaimFacts;

/** What is found on a claim to a later payer besides what any claim is checked for. Pure. */
final class LaterPayerFindings {
    private static final String FILING_LIMIT = "filing-limit";

    private LaterPayerFindings() {}

    /**
     * @param found by the edits that every claim passes
     * @param isLate whether the payer's limit is over when it runs from this day, that of the decision before
     */
    static List<Finding> of(
            List<Finding> found, ClaimFacts facts, @Nullable Coordination coordination, Predicate<LocalDate> isLate) {
        if (coordination == null) {
            return found;
        }
        return Stream.concat(
                        found.stream()
                                .filter(finding ->
                                        !finding.rule().equals(FILING_LIMIT) || isLate(coordination, isLate)),
                        Stream.concat(
                                onPaperOnly(facts),
                                disagreements(facts, coordination).stream().map(Edits::priorPayersUnbalanced)))
                .toList();
    }

    /** Of a claim of a former system, which did not say what the payers before had decided, nothing adds up. */
    private static List<String> disagreements(ClaimFacts facts, Coordination coordination) {
        return coordination.priorPayers().isEmpty()
                ? List.of("nothing is known here of what the payers before have paid and adjusted")
                : CoordinationBalance.disagreements(facts, coordination);
    }

    private static Stream<Finding> onPaperOnly(ClaimFacts facts) {
        return Boolean.FALSE.equals(facts.payer().profile().agreed().acceptsSecondaryElectronically())
                ? Stream.of(Edits.secondaryOnPaperOnly())
                : Stream.empty();
    }

    private static boolean isLate(Coordination coordination, Predicate<LocalDate> isLate) {
        var decidedBefore = coordination.lastDecidedOn();
        return decidedBefore == null || isLate.test(decidedBefore);
    }
}
