package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An injury that is coded as present and as sequela. Source: guideline I.B.10. */
final class SequelaWithAcute implements CodeRule {
    private static final Rule RULE = new Rule(
            "sequela-with-acute",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.10 (never with the acute phase)",
            "No injury is coded both as present and as its own sequela",
            "Keep the code with the 7th character of this encounter.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var sequela : set.diagnoses()) {
            if (Sequelae.isInjurySequela(sequela.code())) {
                for (var other : set.diagnoses()) {
                    if (isOfThatInjury(other.code(), sequela.code())) {
                        found.accept(finding(sequela, other));
                    }
                }
            }
        }
    }

    private static boolean isOfThatInjury(String code, String sequela) {
        return !code.equals(sequela)
                && code.length() == sequela.length()
                && Sequelae.stem(code).equals(Sequelae.stem(sequela));
    }

    private static Finding finding(KnownDiagnosis sequela, KnownDiagnosis acute) {
        return RULE.finding(
                List.of(sequela.pointer(), acute.pointer()),
                "%s is the sequela of what %s says is there still".formatted(sequela.written(), acute.written()),
                RULE.fix(),
                sequela.written(),
                acute.written());
    }
}
