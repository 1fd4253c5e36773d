package org.superbill.coderules.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A procedure that is on two lines of a day with nothing to tell them apart. Source: NCCI Policy Manual, chapter I, section V. */
final class ProcedureDuplicate implements CodeRule {
    private static final Rule RULE = new Rule(
            "procedure-duplicate",
            Severity.WARNING,
            "NCCI Policy Manual (Medicare), chapter I, section V (units of service); CPT, appendix A (76, 77, 91)",
            "No procedure is on two lines of a day alike",
            "Put the units on one line, or the modifier that says why it was done again (76, 77, 91 or an anatomic one).");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var before = before(set.lines(), line);
            if (before != null) {
                found.accept(RULE.finding(
                        List.of(line.pointer("procedureCode"), before.pointer("procedureCode")),
                        "%s is on another line of the day, alike".formatted(line.code()),
                        RULE.fix(),
                        line.code()));
            }
        }
    }

    private static @Nullable KnownLine before(List<KnownLine> lines, KnownLine line) {
        for (var before : lines.subList(0, line.index())) {
            if (alike(before, line)) {
                return before;
            }
        }
        return null;
    }

    private static boolean alike(KnownLine one, KnownLine other) {
        return !one.hasNoProcedure()
                && one.code().equals(other.code())
                && one.date().equals(other.date())
                && one.line().lineNumber() != other.line().lineNumber()
                && Set.copyOf(one.modifiers()).equals(Set.copyOf(other.modifiers()));
    }
}
