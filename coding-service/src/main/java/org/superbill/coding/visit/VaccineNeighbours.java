package org.superbill.coding.visit;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Why a vaccine's number is not that of the product which stands nearest: the same product in another season or for another age, another one against the same, or the next number. */
final class VaccineNeighbours {
    /** More than numbers are apart. */
    private static final int FAR = 100_000;

    private VaccineNeighbours() {}

    /** @param said where the note says that the vaccine was given */
    static String not(Vaccine vaccine, Visit visit, Span said) {
        var words = visit.text().substring(said.start(), said.end());
        return others(vaccine).stream()
                .min(Comparator.comparingInt(other -> distance(other, vaccine, visit)))
                .map(other -> Procedure.not(
                        Objects.requireNonNull(other.code()),
                        "that is %s; %s".formatted(other.title(), because(other, visit, words))))
                .orElseThrow();
    }

    private static List<Vaccine> others(Vaccine vaccine) {
        return Vaccine.ALL.stream()
                .filter(other -> other.code() != null && !other.code().equals(vaccine.code()))
                .toList();
    }

    /** What is called the same is nearer than what is against the same, and that than what only has a number beside it. */
    private static int distance(Vaccine other, Vaccine vaccine, Visit visit) {
        var numbers = Math.abs(number(other) - number(vaccine));
        if (other.said().pattern().equals(vaccine.said().pattern())) {
            return numbers;
        }
        var kind = other.kind().equals(vaccine.kind()) ? FAR : 2 * FAR;
        return (other.isOf(visit.on()) ? kind : 3 * FAR) + numbers;
    }

    private static int number(Vaccine vaccine) {
        return Integer.parseInt(Objects.requireNonNull(vaccine.code()));
    }

    private static String because(Vaccine other, Visit visit, String words) {
        if (!other.isOf(visit.on())) {
            return "its number is not of " + visit.on();
        }
        return visit.ageYears() == null || other.isFor(visit.ageYears())
                ? "the note says \"%s\"".formatted(words)
                : "it is not for the age of the patient";
    }
}
