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

/** An indicator on a code that is exempt. Source: guidelines, appendix I; list of exempt codes. */
final class PresentOnAdmissionExempt implements CodeRule {
    private static final Rule RULE = new Rule(
            "poa-exempt",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, appendix I (present on admission); list of exempt codes",
            "A code that is exempt from present-on-admission reporting carries no indicator",
            "Leave it out.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.encounter().inpatient()
                ? set.diagnoses().stream()
                        .filter(diagnosis -> diagnosis.presentOnAdmission() != null)
                        .flatMap(diagnosis -> finding(set, diagnosis).stream())
                : Stream.empty();
    }

    private static Optional<Finding> finding(KnownSet set, KnownDiagnosis diagnosis) {
        return Optional.ofNullable(set.facts().listed(CodeListKind.POA_EXEMPT, diagnosis.code(), set.day()))
                .map(list -> RULE.sourced(
                        List.of(diagnosis.pointer("presentOnAdmission")),
                        "%s is exempt and carries no indicator".formatted(diagnosis.written()),
                        RULE.fix(),
                        list.source(),
                        diagnosis.written()));
    }
}
