package org.superbill.coderules.rule;

import java.util.List;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;

/** How the rules on dates put it that a code is not valid on the day. */
final class NotValidOnDate {
    private NotValidOnDate() {}

    /** Of a day before the first release that is loaded nothing can be said: see {@link ReleaseMissing}. */
    static boolean holds(KnownSet set, CodeFact fact) {
        return !fact.valid() && set.facts().covers(fact.terminology(), fact.on());
    }

    static Finding finding(Rule rule, String pointer, CodeFact fact) {
        var message = "%s is not valid on %s: it holds from %s to %s"
                .formatted(
                        fact.written(), fact.on(), fact.validFrom(), fact.validTo() == null ? "now" : fact.validTo());
        var fix = fact.replacements().isEmpty()
                ? rule.fix()
                : "Candidates for that day: %s.".formatted(Codes.written(fact.terminology(), fact.replacements()));
        return rule.finding(List.of(pointer), message, fix, fact.written());
    }
}
