package org.superbill.x12.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.superbill.x12.X12Error.Severity;
import org.superbill.x12.check.Rule.Test;
import org.superbill.x12.check.Rule.When;

/** Writes a list of rules so that it reads as one: where, what is wrong, who says so, how it is seen. */
final class Rules {
    private final List<Rule> rules = new ArrayList<>();

    /** A rule of this level whose breach is an error. */
    Draft error(SnipLevel level, String name) {
        return new Draft(name, level, Severity.ERROR);
    }

    /** A rule that the guide leaves room in, or that facts in the file alone cannot settle. */
    Draft warning(SnipLevel level, String name) {
        return new Draft(name, level, Severity.WARNING);
    }

    List<Rule> list() {
        return List.copyOf(rules);
    }

    final class Draft {
        private final String name;
        private final SnipLevel level;
        private final Severity severity;
        private When when = When.END;
        private List<String> places = List.of();
        private String source = "";
        private String sentence = "";

        private Draft(String name, SnipLevel level, Severity severity) {
            this.name = name;
            this.level = level;
            this.severity = severity;
        }

        /** Asked when a loop of these ids is complete; the empty id is the transaction set. */
        Draft atEndOf(String... loops) {
            when = When.END;
            places = List.of(loops);
            return this;
        }

        /** Asked when a loop of these ids begins. */
        Draft atStartOf(String... loops) {
            when = When.BEGIN;
            places = List.of(loops);
            return this;
        }

        /** Asked at each segment of these ids. */
        Draft atEach(String... segments) {
            when = When.SEGMENT;
            places = List.of(segments);
            return this;
        }

        /** What is wrong, in a sentence of our own. */
        Draft says(String what) {
            sentence = what;
            return this;
        }

        /** Guide, loop and segment. */
        Draft source(String where) {
            source = where;
            return this;
        }

        void when(Test test) {
            whenCounting(() -> test);
        }

        /** For a rule that counts or sums through a transaction set. */
        void whenCounting(Supplier<Test> tests) {
            rules.add(new Rule(name, level, severity, when, places, source, sentence, tests));
        }
    }
}
