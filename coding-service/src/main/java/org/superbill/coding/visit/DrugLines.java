package org.superbill.coding.visit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line of a drug that was injected: its code and units, its neighbour, and what became of the rest of the vial. */
final class DrugLines {
    private static final double GIVEN = 0.85;
    private static final double NOT_SAID_TO_BE_GIVEN = 0.7;

    private final Visit visit;
    private final List<DrugCode> drugs;

    /** @param drugs those that are valid on the day of the visit */
    DrugLines(Visit visit, List<DrugCode> drugs) {
        this.visit = visit;
        this.drugs = drugs;
    }

    /** Several notes that tell of the same dose tell of one; of several doses nobody knows which was given. A second line is of what was discarded. */
    List<Procedure> of(List<GivenDrug> told) {
        var codes = told.get(0).named().codes();
        if (codes.size() > 1) {
            return List.of(open(codes, told, missingForm(codes)));
        }
        var drug = codes.get(0);
        var others = told.stream().anyMatch(one -> one.named().product()) ? List.<DrugCode>of() : otherProducts(drug);
        if (!others.isEmpty()) {
            return List.of(open(
                    Stream.concat(codes.stream(), others.stream()).toList(),
                    told,
                    "which product was given: some makers' have codes of their own"));
        }
        var doses = told.stream()
                .flatMap(one -> one.doses().stream())
                .filter(dose -> drug.units(dose).isPresent())
                .distinct()
                .toList();
        return doses.size() == 1
                ? lines(drug, doses.get(0), told)
                : List.of(open(
                        codes, told, doses.isEmpty() ? "the dose that was given" : "which of the doses was given"));
    }

    private static String missingForm(List<DrugCode> codes) {
        var names = codes.stream().map(DrugCode::name).collect(Collectors.toCollection(TreeSet::new));
        return names.size() == 1
                ? "which of its preparations was given"
                : "which form of it was given (" + String.join(", ", names) + ")";
    }

    /** Those of the same drug that have a code of their own; a code for what has none leaves nothing open. */
    private List<DrugCode> otherProducts(DrugCode drug) {
        return drug.isOfAnyMaker()
                ? List.of()
                : drugs.stream()
                        .filter(other -> other.unit() == null)
                        .filter(other ->
                                other.name().equals(drug.name()) || other.name().equals(drug.base()))
                        .toList();
    }

    private List<Procedure> lines(DrugCode drug, DrugCode.Dose dose, List<GivenDrug> told) {
        var waste = told.stream()
                .map(GivenDrug::waste)
                .reduce(DrugWaste::and)
                .flatMap(all -> all.hint(drug, dose, visit.on()));
        var given = given(drug, dose, told, waste);
        return waste.filter(hint -> visit.medicare() && hint.discarded() > 0)
                .map(hint -> List.of(given, discarded(drug, hint, told, given)))
                .orElse(List.of(given));
    }

    private Procedure given(DrugCode drug, DrugCode.Dose dose, List<GivenDrug> told, Optional<DrugWaste.Hint> waste) {
        var units = drug.units(dose).orElseThrow();
        var unit = drug.unit() == null ? "" : drug.unit().text();
        var why = Stream.of(
                        neighbour(drug, told.get(0).name()),
                        waste.map(DrugWaste.Hint::why),
                        Optional.of(
                                "HCPCS Level II, %s: \"%s\"; %s by %s a unit, rounded up, is %d (Medicare Claims Processing Manual, chapter 17, section 10)"
                                        .formatted(drug.code(), drug.description(), dose.text(), unit, units)))
                .flatMap(Optional::stream)
                .toList();
        return line(
                drug,
                waste.map(DrugWaste.Hint::modifier).filter(modifier -> visit.medicare() && !modifier.isEmpty()).stream()
                        .toList(),
                units,
                told,
                why);
    }

    private static Procedure discarded(DrugCode drug, DrugWaste.Hint waste, List<GivenDrug> told, Procedure given) {
        return line(
                drug,
                List.of("JW"),
                waste.discarded(),
                told,
                List.of(
                        Procedure.not(
                                drug.code() + " without JW",
                                "that line is of what was given, %d units".formatted(given.units())),
                        waste.why()));
    }

    private static Procedure line(
            DrugCode drug, List<String> modifiers, int units, List<GivenDrug> told, List<String> why) {
        return new Procedure(
                "hcpcs",
                drug.code(),
                drug.description(),
                modifiers,
                units,
                told.stream().anyMatch(GivenDrug::given) ? GIVEN : NOT_SAID_TO_BE_GIVEN,
                said(told),
                why,
                "that it was given at this visit, with drug, dose and route");
    }

    /** Another form or product of the drug, or the next one of the list. */
    private Optional<String> neighbour(DrugCode drug, String called) {
        var others = drugs.stream()
                .filter(other -> !other.code().equals(drug.code()))
                .toList();
        return others.stream()
                .filter(other -> other.base().equals(drug.base()))
                .findFirst()
                .or(() -> others.stream().min(Comparator.comparingInt(other -> distance(other, drug))))
                .map(other ->
                        "Not %s (\"%s\"): the note says \"%s\"".formatted(other.code(), other.description(), called));
    }

    private static int distance(DrugCode one, DrugCode other) {
        return Math.abs(Integer.parseInt(one.code().substring(1))
                - Integer.parseInt(other.code().substring(1)));
    }

    private static Procedure open(Collection<DrugCode> codes, List<GivenDrug> told, String missing) {
        return new Procedure(
                "hcpcs",
                codes.stream().map(DrugCode::code).sorted().collect(Collectors.joining(" or ")),
                codes.iterator().next().base() + ", injected",
                List.of(),
                1,
                0,
                said(told),
                List.of("HCPCS Level II names a drug by its form and counts it by its dose"),
                missing);
    }

    private static List<Span> said(List<GivenDrug> told) {
        return told.stream().map(GivenDrug::said).toList();
    }
}
