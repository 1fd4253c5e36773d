package org.superbill.billing.editrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.billing.editrule.Condition.NotACondition;
import org.superbill.billing.testing.Facts;

/** The language of rules: what it may ask, what it refuses, and that every evaluation ends. */
class ConditionTest {
    private static final RuleVariables CLAIM =
            RuleVariables.of(new Facts().diagnoses("J029", "E119").build(), Facts.ON.plusDays(10));

    private static Verdict claim(String condition) throws NotACondition {
        return Condition.compile(condition, false).ofClaim(CLAIM, new EvaluationSteps());
    }

    @Test
    void aConditionAsksOfTheClaim() throws NotACondition {
        assertThat(claim("patient_age == 46 && patient_sex == 'female' && place_of_service == '11'")
                        .catches())
                .isTrue();
        assertThat(claim("charge_cents == 17500 && days_since_service == 10").catches())
                .isTrue();
        assertThat(claim("'E119' in diagnoses && diagnoses[0] == 'J029'").catches())
                .isTrue();
        assertThat(claim("lines.exists(l, l.procedure == '99213' && l.units == 1.0)")
                        .catches())
                .isTrue();
        assertThat(claim("lines.exists(l, '25' in l.modifiers)").catches()).isFalse();
        assertThat(claim("lines.all(l, l.place_of_service == '11')").catches()).isTrue();
        assertThat(claim("billing_taxonomy.matches('^207Q.*X$')").catches()).isTrue();
    }

    @Test
    void aConditionOfLinesNamesTheLines() throws NotACondition {
        var verdict = Condition.compile("line_procedure.startsWith('87') && 'J029' in line_diagnoses", true)
                .ofLines(CLAIM, new EvaluationSteps());
        assertThat(verdict.lines()).containsExactly(1);
        assertThat(verdict.claim()).isFalse();
    }

    @Test
    void whatDoesNotFitIsRefusedWhenItIsWritten() {
        for (var text : List.of(
                "patient_agee > 3",
                "patient_age > 'x'",
                "charge_cents",
                "lines.exists(l, l.procdure == '1')",
                "line_procedure == '99213'",
                "1 ==",
                "'x'.repeat(5) == ''")) {
            assertThatThrownBy(() -> Condition.compile(text, false)).as(text).isInstanceOf(NotACondition.class);
        }
    }

    @Test
    void aConditionThatFailsSaysSoAndCatchesNothing() throws NotACondition {
        var verdict = claim("diagnoses[7] == 'A000'");
        assertThat(verdict.broken()).isNotBlank();
        assertThat(verdict.catches()).isFalse();
    }

    @Test
    void loopsInLoopsEnd() throws NotACondition {
        var lines = IntStream.range(0, 999)
                .mapToObj(i -> Map.<String, Object>of("procedure", "99213"))
                .toList();
        var variables = TestClaim.variables(Map.of("lines", lines));
        var start = System.nanoTime();
        var verdict = Condition.compile(
                        "lines.all(a, lines.all(b, lines.all(c, a.procedure == b.procedure && b.procedure == c.procedure)))",
                        false)
                .ofClaim(variables, new EvaluationSteps());
        assertThat(verdict.broken()).isNotBlank();
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void theRulesOfAClaimShareItsSteps() throws NotACondition {
        var lines = IntStream.range(0, 100)
                .mapToObj(i -> Map.<String, Object>of("procedure", "99213"))
                .toList();
        var variables = TestClaim.variables(Map.of("lines", lines));
        var rule =
                Condition.compile("lines.all(a, lines.all(b, a.procedure == b.procedure && a.procedure != ''))", false);
        var steps = new EvaluationSteps();
        assertThat(rule.ofClaim(variables, steps).catches()).isTrue(); // some 100,000 steps
        var asked = 1;
        while (rule.ofClaim(variables, steps).broken() == null) {
            asked++;
        }
        assertThat(asked).isBetween(5, 50);
        assertThat(steps.areSpent()).isTrue();
        assertThat(claim("true", steps).broken()).contains("steps");
        assertThat(claim("charge_cents / 0 == 1 || true", steps).broken()).contains("steps");
        assertThat(claim("true", new EvaluationSteps()).catches()).isTrue();
    }

    private static Verdict claim(String condition, EvaluationSteps steps) throws NotACondition {
        return Condition.compile(condition, false).ofClaim(CLAIM, steps);
    }

    /** Refused when they are written, or broken when they are asked: neither for ever, nor with all of the memory, nor with an exception of another kind. */
    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsMeantToHurtDoesNot(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                assertThat(Condition.compile(text, false)
                                .ofClaim(CLAIM, new EvaluationSteps())
                                .catches())
                        .isFalse();
            } catch (NotACondition refused) {
                assertThat(refused).hasMessageNotContaining("Exception");
            }
        });
    }

    static Stream<String> hostile() {
        var doubled = ".map(a, a + a)".repeat(40);
        var twice = ".map(a, [a, a])".repeat(40);
        var apart = ".map(a, [1, 2].map(x, a))".repeat(40);
        return Stream.of(
                "['0123456789012345']" + doubled + "[0] == ''",
                "[[1, 2, 3]]" + doubled + "[0] == [1]",
                "[1]" + twice + " == [2]" + twice,
                "[1]" + apart + " == [2]" + apart,
                "[0].map(a, [a, 1]).map(a, [a, a, 1])".repeat(1) + ".map(a, [a, a, 1])".repeat(30) + " == []",
                "{1: {1: {1: 2}}} == {1: {1: {1: 3}}}",
                "billing_taxonomy.matches('(')",
                "billing_taxonomy.matches('(((x{1,100}){1,100}){1,10})')",
                "lines.exists(l, string(l.procedure).matches('(a*)*(a*)*(a*)*b'))",
                "1" + " + 1".repeat(990) + " < 0",
                "true" + " && false".repeat(440),
                "!".repeat(3_990) + "false",
                "-".repeat(3_900) + "1 > 1",
                "(".repeat(1_900) + "false" + ")".repeat(1_900),
                "false ? true : ".repeat(250) + "false",
                "9223372036854775807 + 1 < 0",
                "lines[999].procedure == ''",
                "string(charge_cents / 0) == ''",
                "timestamp(service_date) < timestamp('')",
                "lines.map(a, __result__ + __result__) == []",
                "'\\ud800' == ''",
                "");
    }

    @Test
    void aTestClaimIsReadStrictly() {
        assertThatThrownBy(() -> TestClaim.variables(Map.of("patient_agee", 3)))
                .hasMessageEndingWith("none asks for patient_agee");
        assertThatThrownBy(() -> TestClaim.variables(Map.of("patient_age", "3")))
                .hasMessageContaining("patient_age");
        assertThatThrownBy(() -> TestClaim.variables(Map.of("lines", List.of(Map.of("code", "1")))))
                .hasMessageEndingWith("none asks for code");
        assertThat(TestClaim.variables(Map.of()).find("patient_age")).contains(0L);
    }
}
