package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A procedure that the notes support.
 *
 * @param system {@code cpt} or {@code hcpcs}
 * @param code a number, or several with " or " between them where the notes do not tell which: then with a confidence of 0
 * @param title our own words
 * @param modifiers that the notes call for
 * @param units at least 1
 * @param confidence 0 to 1
 * @param said where the notes say what it rests on, at least once
 * @param why the reasoning, step by step
 * @param missing what the record would have to say to make it surer, as the end of a sentence
 */
public record Procedure(
        String system,
        String code,
        String title,
        List<String> modifiers,
        int units,
        double confidence,
        List<Span> said,
        List<String> why,
        String missing) {

    public Procedure {
        modifiers = List.copyOf(modifiers);
        said = List.copyOf(said);
        why = List.copyOf(why);
    }

    /** Why it is not the code that stands nearest. */
    static String not(String neighbour, String because) {
        return "Not %s: %s".formatted(neighbour, because);
    }

    Procedure withModifier(String modifier, String because) {
        return with(Stream.concat(modifiers.stream(), Stream.of(modifier)).toList(), because);
    }

    Procedure because(String reason) {
        return with(modifiers, reason);
    }

    Procedure with(List<String> all, String because) {
        return new Procedure(system, code, title, all, units, confidence, said, reasons(because), missing);
    }

    Procedure times(int times) {
        return new Procedure(system, code, title, modifiers, units * times, confidence, said, why, missing);
    }

    Procedure coded(String other) {
        return new Procedure(system, other, title, modifiers, units, confidence, said, why, missing);
    }

    Procedure in(String otherSystem) {
        return new Procedure(otherSystem, code, title, modifiers, units, confidence, said, why, missing);
    }

    /** @param most the confidence that is left at most */
    Procedure doubted(double most, String because, String stillMissing) {
        return new Procedure(
                system,
                code,
                title,
                modifiers,
                units,
                Math.min(most, confidence),
                said,
                reasons(because),
                stillMissing);
    }

    /** The same service once more: the units of both, with what both rest on. */
    public Procedure and(Procedure again) {
        var places = new ArrayList<>(said);
        again.said.stream().filter(place -> !places.contains(place)).forEach(places::add);
        var reasons = new ArrayList<>(why);
        again.why.stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        return new Procedure(
                system,
                code,
                title,
                modifiers,
                units + again.units,
                Math.min(confidence, again.confidence),
                places,
                reasons,
                missing);
    }

    private List<String> reasons(String because) {
        var reasons = new ArrayList<>(why);
        reasons.add(because);
        return reasons;
    }
}
