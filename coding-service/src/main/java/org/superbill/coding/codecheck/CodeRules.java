package org.superbill.coding.codecheck;

import java.util.Comparator;
import java.util.List;

/** All the rules. A new one is a class, its line here, and its test. */
final class CodeRules {
    static final List<CodeRule> ALL = List.of(
            new NoDiagnosis(),
            new TooManyDiagnoses(),
            new DuplicateDiagnosis(),
            new UnknownDiagnosis(),
            new HeaderDiagnosis(),
            new DiagnosisNotValidOnDate(),
            new UnknownProcedure(),
            new HeaderProcedure(),
            new ProcedureNotValidOnDate(),
            new ModifierForm(),
            new TooManyModifiers(),
            new PointerMissing(),
            new PointersTooMany(),
            new PointerOutOfRange(),
            new PointerDuplicate(),
            new LineWithoutService(),
            new LineDuplicate(),
            new ServiceWithoutLine(),
            new DiffersFromService());

    private CodeRules() {}

    /** Ordered by where in the coding they are, so that the same coding always gives the same list. */
    static List<Finding> check(Coding coding, CodeTable codes) {
        return ALL.stream()
                .flatMap(rule -> rule.check(coding, codes))
                .sorted(Comparator.comparing(Finding::pointer).thenComparing(Finding::rule))
                .toList();
    }
}
