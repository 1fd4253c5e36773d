package org.superbill.coding.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a note says became of the rest of a vial: Medicare pays for what is discarded of a single-dose container (modifier JW, on a line of its own) and wants to be told
 * when nothing was (JZ). Source: Medicare Claims Processing Manual, chapter 17, section 40; CMS, JW and JZ modifier policy, frequently asked questions.
 *
 * @param discarded each amount that was
 * @param nothing whether the note says that nothing was discarded
 * @param single whether the container is said to be for a single dose
 * @param several whether it is said to be for several: then neither modifier is used
 */
record DrugWaste(List<DrugCode.Dose> discarded, boolean nothing, boolean single, boolean several) {
    private static final LocalDate JZ_FROM = LocalDate.of(2023, 7, 1);
    private static final String SOURCE = " (Medicare Claims Processing Manual, chapter 17, section 40)";

    private static final Pattern NOTHING = Pattern.compile(
            "(?i)\\b(?:no|zero|without) (?:drug |medication )?(?:waste|wastage)\\b|\\b(?:none|nothing|no drug)(?: was| were)? (?:wasted|discarded)\\b"
                    + "|\\b(?:entire|whole|full) (?:contents of (?:the )?)?(?:single[- ](?:dose|use) )?vial (?:was )?(?:used|given|administered|injected)\\b");
    private static final Pattern SINGLE = Pattern.compile("(?i)\\bsingle[- ](?:dose|use)\\b|\\bSDV\\b");
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\bmulti(?:ple)?[- ]?(?:dose|use)\\b|\\bMDV\\b");

    DrugWaste {
        discarded = List.copyOf(discarded);
    }

    static DrugWaste in(String words) {
        var discarded = DrugDose.in(words).stream()
                .filter(dose -> dose.role() == DrugDose.Role.DISCARDED)
                .map(DrugDose::dose)
                .toList();
        var zero = discarded.stream().anyMatch(dose -> dose.amount().signum() == 0);
        return new DrugWaste(
                discarded.stream().filter(dose -> dose.amount().signum() > 0).toList(),
                zero || NOTHING.matcher(words).find(),
                SINGLE.matcher(words).find(),
                SEVERAL.matcher(words).find());
    }

    /** What two notes say together. */
    DrugWaste and(DrugWaste other) {
        return new DrugWaste(
                Stream.concat(discarded.stream(), other.discarded.stream())
                        .distinct()
                        .toList(),
                nothing || other.nothing,
                single || other.single,
                several || other.several);
    }

    /**
     * What Medicare wants to be told, and why; for a person to decide.
     *
     * @param modifier JZ on the line of what was given, or empty text
     * @param discarded units for a line of their own with modifier JW; 0 without one, or where the container is not said to be for a single dose
     */
    record Hint(String modifier, int discarded, String why) {}

    /** @return empty where the note does not say what became of the rest, or says it in two ways */
    Optional<Hint> hint(DrugCode drug, DrugCode.Dose given, LocalDate on) {
        var measured = discarded.stream()
                .filter(dose -> dose.measure().equals(given.measure()))
                .toList();
        if (several || measured.size() > 1 || nothing && !measured.isEmpty()) {
            return Optional.empty();
        }
        if (measured.isEmpty()) {
            return nothing ? nothingLeft("nothing was discarded", on) : Optional.empty();
        }
        var whole = drug.units(given.plus(measured.get(0)));
        var units = drug.units(given);
        if (whole.isEmpty() || units.isEmpty()) {
            return Optional.empty();
        }
        var left = whole.get() - units.get();
        return left == 0
                ? nothingLeft(
                        "the %s that was discarded is within the last unit"
                                .formatted(measured.get(0).text()),
                        on)
                : Optional.of(new Hint(
                        "",
                        single ? left : 0,
                        "Hint: Medicare pays for the %s that was discarded%s as %d %s on a line of its own with modifier JW"
                                        .formatted(measured.get(0).text(), ofWhat(), left, left == 1 ? "unit" : "units")
                                + SOURCE));
    }

    private Optional<Hint> nothingLeft(String because, LocalDate on) {
        return on.isBefore(JZ_FROM)
                ? Optional.empty()
                : Optional.of(new Hint(
                        single ? "JZ" : "",
                        0,
                        "Hint: %s%s: Medicare wants modifier JZ".formatted(because, ofWhat()) + SOURCE));
    }

    private String ofWhat() {
        return single ? " of a single-dose container" : ", if the container was for a single dose";
    }
}
