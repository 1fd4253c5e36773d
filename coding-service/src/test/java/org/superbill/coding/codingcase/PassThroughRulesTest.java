package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.coding.codingpolicy.CodingPolicy;

class PassThroughRulesTest {
    private static final List<String> VISIT = List.of("99213");

    @Test
    void onlyWhereThePolicyHasItAndInItsSettings() {
        assertThat(passes(policy(true, null, false), CareSetting.OFFICE)).isTrue();
        assertThat(passes(policy(false, null, false), CareSetting.OFFICE)).isFalse();
        assertThat(passes(policy(true, null, false), CareSetting.EMERGENCY)).isFalse();
    }

    @Test
    void upToTheHighestCharge() {
        var policy = policy(true, 100_00L, false);
        assertThat(PassThroughRules.pass(policy, CareSetting.OFFICE, 100_00, VISIT, List.of()))
                .isTrue();
        assertThat(PassThroughRules.pass(policy, CareSetting.OFFICE, 100_01, VISIT, List.of()))
                .isFalse();
    }

    @Test
    void notWithAProcedureThatAlwaysNeedsACoder() {
        var policy = new CodingPolicy.PassThrough(true, List.of("office"), null, false, List.of("9938", "11"));
        assertThat(PassThroughRules.pass(policy, CareSetting.OFFICE, 1, List.of("99213", "99384"), List.of()))
                .isFalse();
        assertThat(PassThroughRules.pass(policy, CareSetting.OFFICE, 1, List.of("99213", "90471"), List.of()))
                .isTrue();
    }

    @Test
    void neverWithAnErrorAndWithAWarningOnlyWhereThePolicySaysSo() {
        assertThat(found(policy(true, null, true), Severity.ERROR)).isFalse();
        assertThat(found(policy(true, null, true), Severity.WARNING)).isTrue();
        assertThat(found(policy(true, null, false), Severity.WARNING)).isFalse();
    }

    private static boolean passes(CodingPolicy.PassThrough policy, CareSetting setting) {
        return PassThroughRules.pass(policy, setting, 1, VISIT, List.of());
    }

    private static boolean found(CodingPolicy.PassThrough policy, Severity severity) {
        var finding = new Finding("invented-rule", severity, "/diagnoses/0", "It is wrong", "Put it right.", "nobody");
        return PassThroughRules.pass(policy, CareSetting.OFFICE, 1, VISIT, List.of(finding));
    }

    private static CodingPolicy.PassThrough policy(
            boolean enabled, @Nullable Long maximumChargeCents, boolean warningsAllowed) {
        return new CodingPolicy.PassThrough(enabled, List.of("office"), maximumChargeCents, warningsAllowed, List.of());
    }
}
