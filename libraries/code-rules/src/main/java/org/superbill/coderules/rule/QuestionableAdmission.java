package org.superbill.coderules.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A principal diagnosis that rarely needs a stay. Source: Medicare Code Editor, questionable admission. */
final class QuestionableAdmission implements CodeRule {
    private static final Rule RULE = new Rule(
            "admission-questionable",
            Severity.WARNING,
            "Medicare Code Editor",
            "The principal diagnosis of an inpatient is a usual reason for a stay",
            "Check that the record shows why the patient had to stay.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.encounter().inpatient()
                ? set.first().flatMap(diagnosis -> finding(set, diagnosis).stream())
                : Stream.empty();
    }

    private static Optional<Finding> finding(KnownSet set, KnownDiagnosis diagnosis) {
        return Optional.ofNullable(set.facts().listed(CodeListKind.QUESTIONABLE_ADMISSION, diagnosis.code(), set.day()))
                .map(list -> RULE.sourced(
                        List.of(diagnosis.pointer()),
                        "%s alone is a questionable reason for a stay".formatted(diagnosis.written()),
                        RULE.fix(),
                        list.source(),
                        diagnosis.written()));
    }
}
