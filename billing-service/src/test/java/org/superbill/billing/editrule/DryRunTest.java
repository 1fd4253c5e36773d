package org.superbill.billing.editrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.denial.RefusedCents;
import org.superbill.billing.testing.Facts;

class DryRunTest {
    @Test
    void whatARuleWouldHaveCaughtAndSaved() throws Condition.NotACondition {
        var definition = new RuleDefinition(
                RuleDefinition.Scope.claim,
                "'J029' in diagnoses",
                RuleDefinition.Weight.error,
                "",
                "m",
                "f",
                "s",
                List.of());
        var rule = ClaimRule.compiled(new ClaimRule.Identity("r", 1, null, Facts.ON, null), definition);
        var count = new DryRun.Count(rule);
        count.add(claim("J029", 17500, 9000));
        count.add(claim("J029", 17500, 0));
        count.add(claim("E119", 17500, 500));
        count.add(claim("E119", 17500, 0));
        var run = count.result(Facts.ON, Facts.ON, true);
        assertThat(run.claims()).isEqualTo(4);
        assertThat(run.caught()).isEqualTo(2);
        assertThat(run.caughtChargeCents()).isEqualTo(35000);
        assertThat(run.denied()).isEqualTo(1);
        assertThat(run.deniedCents()).isEqualTo(9000);
        assertThat(run.caughtInVain()).isEqualTo(1);
        assertThat(run.missed()).isEqualTo(1);
        assertThat(run.examples()).hasSize(2);
    }

    /** To two payers, neither of which the rule names. */
    @Test
    void theChargeOfAClaimThatWentToTwoPayersCountsOnce() throws Condition.NotACondition {
        var definition = new RuleDefinition(
                RuleDefinition.Scope.claim, "true", RuleDefinition.Weight.error, "", "m", "f", "s", List.of());
        var count =
                new DryRun.Count(ClaimRule.compiled(new ClaimRule.Identity("r", 1, null, Facts.ON, null), definition));
        var claimId = UUID.randomUUID();
        var facts = new Facts().build();
        count.add(new PastClaims.PastClaim(claimId, "SB1", facts, Facts.ON, 17500, 0));
        count.add(new PastClaims.PastClaim(claimId, "SB1", facts, Facts.ON.plusDays(9), 17500, 4000));
        var run = count.result(Facts.ON, Facts.ON, true);
        assertThat(run.claims()).isEqualTo(2);
        assertThat(run.caught()).isEqualTo(2);
        assertThat(run.caughtChargeCents()).isEqualTo(17500);
        assertThat(run.deniedCents()).isEqualTo(4000);
    }

    @Test
    void whatNobodyKnowsWhoHasRefusedCountsForTheFirstPayerAlone() {
        var claimId = UUID.randomUUID();
        var payer = UUID.randomUUID();
        var ofNobody = new RefusedCents(claimId, null, 4000);
        assertThat(ofNobody.isOf(claimId, payer, true)).isTrue();
        assertThat(ofNobody.isOf(claimId, payer, false)).isFalse();
        var ofPayer = new RefusedCents(claimId, payer, 4000);
        assertThat(ofPayer.isOf(claimId, payer, false)).isTrue();
        assertThat(ofPayer.isOf(claimId, UUID.randomUUID(), true)).isFalse();
    }

    @Test
    void aClaimIsAskedAsOfTheDayOnWhichItWasSent() throws Condition.NotACondition {
        var definition = new RuleDefinition(
                RuleDefinition.Scope.claim,
                "days_since_service > 90",
                RuleDefinition.Weight.error,
                "",
                "m",
                "f",
                "s",
                List.of());
        var count =
                new DryRun.Count(ClaimRule.compiled(new ClaimRule.Identity("r", 1, null, Facts.ON, null), definition));
        count.add(sent(Facts.ON.plusDays(90)));
        count.add(sent(Facts.ON.plusDays(91)));
        assertThat(count.result(Facts.ON, Facts.ON, true).caught()).isEqualTo(1);
    }

    @Test
    void aRuleAboutTheClaimConcernsItByItsDateOfService() throws Condition.NotACondition {
        assertThat(concerns(Facts.ON, Facts.ON)).isTrue();
        assertThat(concerns(Facts.ON.plusDays(1), null)).isFalse();
        assertThat(concerns(Facts.ON.minusDays(9), Facts.ON.minusDays(1))).isFalse();
    }

    private static boolean concerns(LocalDate from, @Nullable LocalDate to) throws Condition.NotACondition {
        var definition = new RuleDefinition(
                RuleDefinition.Scope.claim, "true", RuleDefinition.Weight.error, "", "m", "f", "s", List.of());
        return ClaimRule.compiled(new ClaimRule.Identity("r", 1, null, from, to), definition)
                .concerns(new Facts().build());
    }

    private static PastClaims.PastClaim sent(LocalDate on) {
        return new PastClaims.PastClaim(UUID.randomUUID(), "SB1", new Facts().build(), on, 17500, 0);
    }

    private static PastClaims.PastClaim claim(String diagnosis, long charge, long denied) {
        return new PastClaims.PastClaim(
                UUID.randomUUID(), "SB1", new Facts().diagnoses(diagnosis).build(), Facts.ON, charge, denied);
    }
}
