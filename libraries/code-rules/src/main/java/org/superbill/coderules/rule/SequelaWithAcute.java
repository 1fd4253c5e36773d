package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
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
    public Stream<Finding> check(KnownSet set) {
        return set.diagnoses().stream()
                .filter(diagnosis -> Sequelae.isInjurySequela(diagnosis.code()))
                .flatMap(sequela -> set.diagnoses().stream()
                        .filter(other -> !other.code().equals(sequela.code()))
                        .filter(other -> other.code().length() == sequela.code().length()
                                && Sequelae.stem(other.code()).equals(Sequelae.stem(sequela.code())))
                        .map(acute -> RULE.finding(
                                List.of(sequela.pointer(), acute.pointer()),
                                "%s is the sequela of what %s says is there still"
                                        .formatted(sequela.written(), acute.written()),
                                RULE.fix(),
                                sequela.written(),
                                acute.written())));
    }
}
