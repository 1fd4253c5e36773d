package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.Finding;
import org.superbill.coderules.Sets;

/** Says what the rules find in sets of codes, over facts that a test makes up. */
final class RuleCheck {
    private final CodeFacts facts;

    RuleCheck(CodeFacts facts) {
        this.facts = facts;
    }

    List<Finding> check(Sets set) {
        return CodeRules.check(set.build(), facts);
    }

    void findsNothing(Sets set) {
        assertThat(check(set)).isEmpty();
    }

    /** This and nothing else. */
    Finding finds(Sets set, String rule, String pointer) {
        var found = check(set);
        assertThat(found).extracting(Finding::rule, Finding::pointer).containsExactly(tuple(rule, pointer));
        return found.get(0);
    }

    Finding findsAmongOthers(Sets set, String rule, String pointer) {
        var found = check(set);
        assertThat(found).extracting(Finding::rule, Finding::pointer).contains(tuple(rule, pointer));
        return found.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    void doesNotFind(Sets set, String rule) {
        assertThat(check(set)).extracting(Finding::rule).doesNotContain(rule);
    }
}
