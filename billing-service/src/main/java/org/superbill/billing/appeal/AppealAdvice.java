package org.superbill.billing.appeal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why an appeal cannot win, as far as that is known beforehand. Pure. It advises and never forbids. Source: NCCI Policy Manual
 * (Medicare), chapter I, sections B and E; Medicare Claims Processing Manual (CMS 100-04), chapter 29.
 */
final class AppealAdvice {
    private static final Set<String> PAIRS = Set.of("236", "231", "97");
    private static final Set<String> EXCLUDED_BY_LAW = Set.of("N425");

    private AppealAdvice() {}

    /**
     * What is known of a refusal.
     *
     * @param pairIndicator the NCCI modifier indicator between the refused procedure and another of the day, in force on the date of
     *     service: 0 when no modifier can separate them; empty when no pair is known
     */
    record Contested(String groupCode, String carc, List<String> rarcs, Optional<String> pairIndicator) {}

    /** Against the appeal, a sentence for each reason; empty when nothing speaks against it. */
    static Optional<String> against(List<Contested> denials) {
        var reasons = denials.stream()
                .map(AppealAdvice::against)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons));
    }

    private static Optional<String> against(Contested denial) {
        if (PAIRS.contains(denial.carc())
                && denial.pairIndicator().filter("0"::equals).isPresent()) {
            return Optional.of(
                    "The procedures are an NCCI pair with modifier indicator 0: no modifier and no documentation separates them.");
        }
        if (denial.rarcs().stream().anyMatch(EXCLUDED_BY_LAW::contains)) {
            return Optional.of("The law excludes the service: the payer has no discretion.");
        }
        return switch (denial.carc()) {
            case "18" ->
                Optional.of("The payer has the same service on another claim: look for that decision instead.");
            case "27", "26" ->
                Optional.of("The coverage was not in force on the date of service: bill whoever covered that day.");
            case "109", "22" -> Optional.of("Another payer is responsible: bill it, its limit is running.");
            case "35", "119", "149" -> Optional.of("The benefit is used up: the plan has nothing left to pay from.");
            default -> Optional.empty();
        };
    }
}
