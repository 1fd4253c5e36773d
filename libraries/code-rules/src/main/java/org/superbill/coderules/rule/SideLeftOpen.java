package org.superbill.coderules.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Side;

/** A code that leaves the side open where the record, a modifier or another code names it. Source: guidelines I.B.13 and I.B.18. */
final class SideLeftOpen implements CodeRule {
    private static final Rule RULE = new Rule(
            "side-unspecified",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.B.13 and I.B.18 (unspecified codes)",
            "No code leaves the side open that is known",
            "Take the code with the side.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.place().laterality() != null && Sides.side(diagnosis) == Side.UNSPECIFIED) {
                finding(set, diagnosis).ifPresent(found);
            }
        }
    }

    private static Optional<Finding> finding(KnownSet set, KnownDiagnosis open) {
        return named(set, open)
                .flatMap(known -> Optional.ofNullable(Sides.laterality(open).sibling(known.side()))
                        .map(sibling -> RULE.finding(
                                List.of(open.pointer(), known.pointer()),
                                "%s leaves the side open, %s names it: %s"
                                        .formatted(
                                                open.written(),
                                                known.by(),
                                                known.side().word()),
                                "Code %s.".formatted(Codes.written(List.of(sibling))),
                                open.written(),
                                Codes.written(List.of(sibling)))));
    }

    /** A side and who names it. */
    private record Known(Side side, String by, String pointer) {}

    private static Optional<Known> named(KnownSet set, KnownDiagnosis open) {
        var documented = open.diagnosis().documentedSide();
        if (documented != null && documented != Side.UNSPECIFIED) {
            return Optional.of(new Known(documented, "the record", open.pointer("documentedSide")));
        }
        return namedByCode(set, open).or(() -> namedByModifier(set, open));
    }

    private static Optional<Known> namedByCode(KnownSet set, KnownDiagnosis open) {
        return Sides.sided(Sides.groups(set).getOrDefault(Sides.laterality(open).group(), List.of())).stream()
                .map(other -> new Known(Sides.side(other), other.written(), other.pointer()))
                .findFirst();
    }

    /** The modifiers of the lines for this diagnosis alone; those of several diagnoses may speak of another. */
    private static Optional<Known> namedByModifier(KnownSet set, KnownDiagnosis open) {
        var named = set.lines().stream()
                .filter(line ->
                        set.pointedTo(line).size() == 1 && set.pointedTo(line).contains(open))
                .flatMap(line -> line.modifiers().stream()
                        .flatMap(modifier -> Stream.ofNullable(ModifierSides.of(modifier))
                                .map(side -> new Known(side, "modifier " + modifier, line.pointer("modifiers")))))
                .toList();
        return named.stream().map(Known::side).distinct().count() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
