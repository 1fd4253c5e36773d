package org.superbill.billing.editrule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule would have done to claims of the past.
 *
 * @param claims how many it was asked of; what went to two payers counts for each
 * @param complete false: there were more than are looked at in one run; the oldest were
 * @param caught how many it catches
 * @param caughtChargeCents their charges, of what went to two payers once: what would have waited for a correction
 * @param denied how many of those caught their payer has denied, in whole or in part
 * @param deniedCents what was refused of them: what the rule would have saved from denial
 * @param caughtInVain how many of those caught their payer has not denied
 * @param missed how many that it leaves alone were denied, for whatever reason
 * @param broken how many it could not be evaluated for
 * @param examples some of those caught
 */
@Schema(name = "ClaimRuleDryRun")
record DryRun(
        LocalDate from,
        LocalDate to,
        int claims,
        boolean complete,
        int caught,
        long caughtChargeCents,
        int denied,
        long deniedCents,
        int caughtInVain,
        int missed,
        int broken,
        List<Example> examples) {

    /** A claim that it catches. */
    @Schema(name = "ClaimRuleDryRunExample")
    record Example(UUID claimId, String claimNumber, long chargeCents, long deniedCents) {}

    /** Counts. */
    static final class Count {
        private static final int EXAMPLES = 20;

        private final ClaimRule rule;
        private final List<Example> examples = new ArrayList<>();
        private final Set<UUID> caughtClaims = new HashSet<>();
        private int claims;
        private int caught;
        private long caughtChargeCents;
        private int denied;
        private long deniedCents;
        private int missed;
        private int broken;

        Count(ClaimRule rule) {
            this.rule = rule;
        }

        void add(PastClaims.PastClaim claim) {
            claims++;
            var verdict = rule.judge(RuleVariables.of(claim.facts(), claim.sentOn()));
            if (verdict.broken() != null) {
                broken++;
            } else if (verdict.catches()) {
                caught(claim);
            } else if (claim.deniedCents() > 0) {
                missed++;
            }
        }

        private void caught(PastClaims.PastClaim claim) {
            caught++;
            if (caughtClaims.add(claim.claimId())) {
                caughtChargeCents = Math.addExact(caughtChargeCents, claim.chargeCents());
            }
            if (claim.deniedCents() > 0) {
                denied++;
                deniedCents = Math.addExact(deniedCents, claim.deniedCents());
            }
            if (examples.size() < EXAMPLES) {
                examples.add(
                        new Example(claim.claimId(), claim.claimNumber(), claim.chargeCents(), claim.deniedCents()));
            }
        }

        DryRun result(LocalDate from, LocalDate to, boolean complete) {
            return new DryRun(
                    from,
                    to,
                    claims,
                    complete,
                    caught,
                    caughtChargeCents,
                    denied,
                    deniedCents,
                    caught - denied,
                    missed,
                    broken,
                    List.copyOf(examples));
        }
    }
}
