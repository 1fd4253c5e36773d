package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code that only says more of another, as principal or first-listed diagnosis. Source: the guideline sections beside each. */
final class AdditionalOnly implements CodeRule {
    private static final Rule RULE = new Rule(
            "additional-only",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.B.14, I.C.1.b, I.C.1.c, I.C.1.d.3, I.C.18.i, I.C.19.e.5 and I.C.21.c.11",
            "A code that only says more of another is never the first diagnosis",
            "Put the condition first that it belongs to, and this code after it.");

    /**
     * Codes that say more of another.
     *
     * @param section of the guidelines
     * @param of what stands before it
     */
    private record Kind(List<String> headers, String section, String of) {}

    /** Social determinants of health: Z55-Z65. */
    private static final List<String> SOCIAL =
            IntStream.rangeClosed(55, 65).mapToObj(number -> "Z" + number).toList();

    private static final List<Kind> KINDS = List.of(
            new Kind(List.of("B95", "B96", "B97"), "I.C.1.b", "the infection"),
            new Kind(List.of("Z16"), "I.C.1.c", "the infection"),
            new Kind(List.of("Z68"), "I.B.14", "the diagnosis that the body mass index belongs to"),
            new Kind(SOCIAL, "I.B.14", "the condition that brought the patient"),
            new Kind(List.of("Z283"), "I.B.14", "the condition that brought the patient"),
            // the coma scale; R40.20, a coma of unknown cause, may be first (I.C.18.e)
            new Kind(List.of("R4021", "R4022", "R4023", "R4024"), "I.B.14", "the injury or disease behind the coma"),
            new Kind(List.of("R652"), "I.C.1.d.3", "the infection"),
            new Kind(List.of("R297"), "I.C.18.i", "the stroke"),
            new Kind(List.of("Z3A"), "I.C.21.c.11", "a code of chapter 15"),
            new Kind(List.of("Z37"), "I.C.21.c.11", "a code of chapter 15"));
    private static final Kind ADVERSE_EFFECT = new Kind(List.of(), "I.C.19.e.5.a", "the nature of the adverse effect");
    private static final Kind UNDERDOSING = new Kind(List.of(), "I.C.19.e.5.c", "the condition that got worse");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        var kind = first == null ? null : kind(first.code());
        if (first != null && kind != null) {
            found.accept(RULE.sourced(
                    List.of(first.pointer()),
                    "%s stands behind %s and cannot be the first diagnosis".formatted(first.written(), kind.of()),
                    RULE.fix(),
                    "ICD-10-CM Official Guidelines for Coding and Reporting, section " + kind.section(),
                    first.written()));
        }
    }

    private static @Nullable Kind kind(String code) {
        for (var kind : KINDS) {
            if (Codes.isUnder(code, kind.headers())) {
                return kind;
            }
        }
        return switch (DrugIntent.of(code)) {
            case '5' -> ADVERSE_EFFECT;
            case '6' -> UNDERDOSING;
            default -> null;
        };
    }
}
