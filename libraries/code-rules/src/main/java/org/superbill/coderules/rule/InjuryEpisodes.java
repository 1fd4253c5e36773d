package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * One injury, or pathological fracture, of two episodes of care, or open and closed. Two injuries of one kind at one site have one code as well, so this is a warning. Its sequela
 * is {@link SequelaWithAcute}'s. Source: guidelines I.C.19.a and I.C.19.c.1.
 */
final class InjuryEpisodes implements CodeRule {
    private static final Rule RULE = new Rule(
            "injury-episodes",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.C.19.a and I.C.19.c.1 (application of 7th characters)",
            "No injury is coded with two 7th characters",
            "Keep the 7th character of this encounter: A while the injury is treated actively, a later one while it heals. Where there are two injuries of the kind at the site, say so.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var coded = set.diagnoses();
        for (var i = 1; i < coded.size(); i++) {
            for (var j = 0; Episodes.isByEpisode(coded.get(i).code()) && j < i; j++) {
                if (areOne(coded.get(i).code(), coded.get(j).code())) {
                    found.accept(finding(coded.get(i), coded.get(j)));
                    break;
                }
            }
        }
    }

    private static boolean areOne(String code, String other) {
        return Episodes.isByEpisode(other)
                && !code.equals(other)
                && Sequelae.stem(code).equals(Sequelae.stem(other))
                && Episodes.of(code) != Episodes.SEQUELA
                && Episodes.of(other) != Episodes.SEQUELA;
    }

    private static Finding finding(KnownDiagnosis later, KnownDiagnosis earlier) {
        return RULE.finding(
                List.of(later.pointer(), earlier.pointer()),
                "%s and %s are one injury with two 7th characters".formatted(later.written(), earlier.written()),
                RULE.fix(),
                later.written(),
                earlier.written());
    }
}
