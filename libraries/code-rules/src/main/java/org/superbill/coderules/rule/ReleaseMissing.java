package org.superbill.coderules.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A code of which nothing can be said on its day, since no release of that day is loaded. Source: 45 CFR 162.1011. */
final class ReleaseMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "release-missing",
            Severity.WARNING,
            "45 CFR 162.1011 (code sets valid on the date of service; of an inpatient, of discharge)",
            "A release of the code system is loaded that was in force on the day",
            "Load the release of that day, or look the code up in it.");

    private record Day(Terminology terminology, LocalDate on) {}

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var said = new HashSet<Day>();
        for (var diagnosis : set.diagnoses()) {
            check(set, diagnosis.pointer(), diagnosis.fact(), said, found);
            if (diagnosis.fact() == null) {
                checkUnknown(set, Terminology.ICD_10_CM, diagnosis.pointer(), diagnosis.code(), said, found);
            }
        }
        checkIcd11(set, found);
        for (var procedure : set.procedures()) {
            check(set, procedure.pointer(), procedure.fact(), said, found);
            if (procedure.fact() == null) {
                checkUnknown(set, Terminology.ICD_10_PCS, procedure.pointer(), procedure.code(), said, found);
            }
        }
        for (var line : set.lines()) {
            check(set, line.pointer("procedureCode"), line.fact(), said, found);
        }
    }

    /** Of a cluster nothing is looked up as of other codes: whether there is a release at all decides. */
    private static void checkIcd11(KnownSet set, Consumer<Finding> found) {
        if (!set.facts().covers(Terminology.ICD_11, set.day())) {
            Clusters.of(set).stream()
                    .findFirst()
                    .ifPresent(cluster ->
                            found.accept(finding(cluster.pointer(), Terminology.ICD_11, set.day(), cluster.text())));
        }
    }

    /** Once for a code system and day: the first code stands for all. */
    private static void check(
            KnownSet set, String pointer, @Nullable CodeFact fact, HashSet<Day> said, Consumer<Finding> found) {
        if (fact != null
                && !fact.valid()
                && !set.facts().covers(fact.terminology(), fact.on())
                && said.add(new Day(fact.terminology(), fact.on()))) {
            found.accept(finding(pointer, fact.terminology(), fact.on(), fact.written()));
        }
    }

    /** A code that no release has is an error on the days of the releases only: see {@link UnknownDiagnosis} and {@link UnknownPcs}. */
    private static void checkUnknown(
            KnownSet set,
            Terminology terminology,
            String pointer,
            String code,
            HashSet<Day> said,
            Consumer<Finding> found) {
        if (terminology.accepts(code)
                && !set.facts().covers(terminology, set.day())
                && said.add(new Day(terminology, set.day()))) {
            found.accept(finding(pointer, terminology, set.day(), terminology.written(code)));
        }
    }

    private static Finding finding(String pointer, Terminology terminology, LocalDate on, String written) {
        return RULE.finding(
                List.of(pointer),
                "No release of %s is loaded that was in force on %s: nothing says whether %s was valid"
                        .formatted(terminology.title(), on, written),
                RULE.fix(),
                written);
    }
}
