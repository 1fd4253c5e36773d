package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** The extent of burns or corrosions as first diagnosis where their site is coded. Source: the notes at T31 and T32; guideline I.C.19.d.6. */
final class BurnExtentFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "burn-extent-first",
            Severity.ERROR,
            "ICD-10-CM Tabular List, notes at T31 and T32; Official Guidelines for Coding and Reporting, section I.C.19.d.6 (extent of body surface)",
            "The extent of burns stands behind their sites",
            "Put the burn of the highest degree first and the extent after the sites.");

    private static final List<String> EXTENT = List.of("T31", "T32");
    private static final List<String> SITES = List.of("T20", "T21", "T22", "T23", "T24", "T25");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        var site = first != null && Codes.isUnder(first.code(), EXTENT) ? Codes.firstUnder(set, SITES) : null;
        if (first != null && site != null) {
            found.accept(RULE.finding(
                    List.of(first.pointer(), site.pointer()),
                    "%s is an extent, which is first only where no site is coded as by %s"
                            .formatted(first.written(), site.written()),
                    RULE.fix(),
                    first.written(),
                    site.written()));
        }
    }
}
