package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A procedure that neither CPT nor HCPCS Level II has, as far as they are loaded. Source: 45 CFR 162.1002(c)(1). */
final class UnknownProcedure implements CodeRule {
    private static final Rule RULE = new Rule(
            "procedure-unknown",
            Severity.ERROR,
            "45 CFR 162.1002(c)(1)",
            "Every procedure of a line is a CPT or HCPCS Level II code",
            "Search for the procedure; CPT has only what the licence holder has loaded. It is a warning on days when the loaded list is past its year, for the code may be newer: load CMS's quarterly file, or the AMA's of the year.");
    private static final Rule UNSURE = RULE.asWarning();

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var byRevenueCode = set.encounter().form() == ClaimForm.INSTITUTIONAL;
        for (var line : set.lines()) {
            if (line.fact() == null && !(line.hasNoProcedure() && byRevenueCode)) {
                found.accept(line.hasNoProcedure() ? none(line) : unknown(set, line));
            }
        }
    }

    private static Finding none(KnownLine line) {
        return RULE.finding(line.pointer("procedureCode"), "The line has no procedure", line.code());
    }

    private static Finding unknown(KnownSet set, KnownLine line) {
        var mayBeNewer = set.facts().isPastItsYear(Terminology.ofProcedure(line.code()), line.date());
        return (mayBeNewer ? UNSURE : RULE)
                .finding(
                        line.pointer("procedureCode"),
                        "No loaded release of CPT or HCPCS Level II has %s".formatted(line.code()),
                        line.code());
    }
}
