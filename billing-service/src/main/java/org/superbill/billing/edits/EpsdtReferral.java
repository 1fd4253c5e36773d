package org.superbill.billing.edits;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A claim for the screening of a child that Medicaid covers (EPSDT) says to what the screening has led. What was done since after a screening has SV111 too, and no referral of its own
 * need have come of it. Source: 005010X222A1, loop 2300, CRC*ZZ, and loop 2400, SV111; 42 CFR 441.56.
 */
final class EpsdtReferral implements Edit {
    private static final EditRule RULE = new EditRule(
            "epsdt-referral",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, CRC*ZZ (EPSDT referral), and loop 2400, SV111",
            "A claim for a screening of Medicaid's program for children says whether it has led to a referral",
            "Complete the encounter again with claimDetails.epsdtReferral: AV, S2 or ST, or NU where there was none");

    private static final String MEDICAID = "MC";
    private static final String SCREENING = "EP";
    /** Preventive visits of children and young people. */
    private static final Set<String> SCREENING_VISITS =
            Set.of("99381", "99382", "99383", "99384", "99385", "99391", "99392", "99393", "99394", "99395");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional() || claim.encounter().details().epsdtReferral() != null) {
            return;
        }
        var toMedicaid = claim.facts().payer().claimFilingIndicator().equals(MEDICAID);
        var screening = first(claim, line -> toMedicaid && isScreening(line));
        if (screening.isPresent()) {
            found.accept(finding(screening.get()));
        } else {
            first(claim, EpsdtReferral::isFlagged)
                    .ifPresent(line -> found.accept(finding(line).asWarning(false)));
        }
    }

    private static Optional<Lines> first(KnownClaim claim, Predicate<Lines> wanted) {
        return claim.lines().stream().filter(wanted).findFirst();
    }

    private static boolean isScreening(Lines line) {
        return SCREENING_VISITS.contains(line.line().procedureCode())
                && (isFlagged(line) || line.line().modifiers().contains(SCREENING));
    }

    private static boolean isFlagged(Lines line) {
        return Boolean.TRUE.equals(line.line().more().epsdt());
    }

    private static Finding finding(Lines line) {
        return RULE.finding(
                "/encounter/claimDetails/epsdtReferral",
                "Line %d is of the screening program for children, and the claim says nothing of a referral"
                        .formatted(line.number()));
    }
}
