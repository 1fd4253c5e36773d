package org.superbill.x12.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.superbill.x12.X12Error;

/** Each rule finds what it is for, exactly that, where it stands; and leaves alone what is like it. */
class RulesTest {
    @TestFactory
    Stream<DynamicTest> eachExampleOfOurOwnIsValid() {
        return Examples.all().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var errors = Examples.check(Examples.file(name, Examples.read(name)), SnipLevel.CODES);
                    assertThat(errors).extracting(X12Error::toString).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleFindsItsBreach() {
        return RuleCase.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.rule() + " in " + example.example(), () -> {
                    var errors = Examples.check(example.brokenFile(), SnipLevel.SITUATION);
                    assertThat(Examples.told(errors)).isEqualTo(example.told());
                    assertThat(errors).extracting(X12Error::rule).contains(example.rule());
                    assertThat(errors).allSatisfy(error -> {
                        assertThat(error.segment()).isPositive();
                        assertThat(error.message()).isNotBlank();
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleLeavesAloneWhatIsSound() {
        return RuleCase.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.rule() + " in " + example.example(), () -> {
                    var errors = Examples.check(example.leftFile(), SnipLevel.SITUATION);
                    assertThat(errors).extracting(X12Error::toString).isEmpty();
                }));
    }

    /** A rule that several guides share needs one case. */
    @Test
    void everyRuleHasACase() {
        var names = new LinkedHashSet<String>();
        RuleBook.all().values().forEach(rules -> rules.forEach(rule -> names.add(rule.name())));
        var tested = new LinkedHashSet<String>();
        RuleCase.all().forEach(example -> tested.add(example.rule()));
        assertThat(names).hasSizeGreaterThan(90);
        assertThat(tested).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aRuleOfADeeperLevelIsNotAsked() {
        for (var example : RuleCase.all()) {
            var levels = new LinkedHashSet<Integer>();
            Examples.check(example.brokenFile(), SnipLevel.SITUATION).forEach(error -> levels.add(error.snip()));
            int deepest = levels.stream().mapToInt(Integer::intValue).max().orElseThrow();
            if (deepest > 1) {
                var shallow = Examples.check(example.brokenFile(), SnipLevel.of(deepest - 1));
                assertThat(shallow)
                        .as(example.rule())
                        .allSatisfy(error -> assertThat(error.snip()).isLessThan(deepest));
            }
        }
    }

    @Test
    void theMessageNeverHasTheValue() {
        for (var example : RuleCase.all()) {
            for (var error : Examples.check(example.brokenFile(), SnipLevel.SITUATION)) {
                var value = error.value();
                if (value != null && value.length() > 5 && error.snip() != 3) {
                    assertThat(error.message()).doesNotContain(value);
                    assertThat(error.toString()).doesNotContain(value);
                }
            }
        }
    }
}
