package org.superbill.billing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppealAdviceTest {
    private static Optional<String> against(String carc, @Nullable String indicator, String... rarcs) {
        return AppealAdvice.against(
                List.of(new AppealAdvice.Contested("CO", carc, List.of(rarcs), Optional.ofNullable(indicator))));
    }

    @Test
    void aPairThatNoModifierSeparatesCannotBeWon() {
        assertThat(against("236", "0"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("indicator 0"));
        assertThat(against("236", "1")).isEmpty();
        assertThat(against("236", null)).isEmpty();
    }

    @Test
    void theIndicatorSaysNothingAboutOtherReasons() {
        assertThat(against("50", "0")).isEmpty();
    }

    @Test
    void whatTheLawExcludesCannotBeWon() {
        assertThat(against("96", null, "N425")).isPresent();
        assertThat(against("96", null)).isEmpty();
    }

    @Test
    void anotherPayersClaimIsBilledThere() {
        assertThat(against("109", null)).isPresent();
        assertThat(against("22", null)).isPresent();
    }

    @Test
    void everyReasonIsSaidOnce() {
        var twice = new AppealAdvice.Contested("CO", "236", List.of(), Optional.of("0"));
        var reasons = AppealAdvice.against(List.of(twice, twice)).orElseThrow();
        assertThat(reasons.split("indicator 0", -1)).hasSize(2);
    }
}
