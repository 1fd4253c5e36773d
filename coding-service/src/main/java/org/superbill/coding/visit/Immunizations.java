package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Vaccines that a note says were given, each with its administration: by counseling for a patient through 18, by components; else by injection or by mouth and nose,
 * first and further ones apart; for Medicare the three vaccines with codes of their own; COVID-19 with its own. Where the words do not tell which product it was, its
 * number is not guessed: the administration alone is proposed. Source: CPT, immunization administration; CMS, Medicare Claims Processing Manual, chapter 18, section
 * 10.
 */
final class Immunizations {
    private static final int COUNSELED_UP_TO = 18;
    private static final double SURE = 0.85;

    /** Of what is never proposed, whatever the threshold. */
    private static final double NEVER = 0;

    private static final String MISSING_OF_VACCINE = "which vaccine was given at this visit, its product, dose and lot";
    private static final String MISSING_OF_ADMINISTRATION =
            "how and where each vaccine was given at this visit, and whether it was counseled on";
    private static final String NOT_COUNSELED =
            Procedure.not("90460", "there a patient of up to 18 years was counseled");
    private static final Pattern COUNSELING = Pattern.compile("(?i)\\bcounsel\\w*");
    private static final Pattern OF_VACCINES = Pattern.compile(
            "(?i)vaccin|immuni[sz]|\\bshots?\\b|\\bVIS\\b|\\bcomponents?\\b|\\bthe antibody|risks and benefits of (?:each|all)");
    /** Who is counseled and by whom: without another subject it is of what stands beside it. */
    private static final Pattern WITHOUT_SUBJECT = Pattern.compile(
            "(?i)[\\s,:]*(?:\\b(?:counsel\\w*|I|we|the|his|her|was|were|by|me|patient|pt|child|parents?|mother|father|mom|dad|family|guardian|and|given|provided|done|today|face[- ]to[- ]face)\\b[\\s,:]*)+");
    /** Who may not report it. */
    private static final Pattern OF_STAFF = Pattern.compile("(?i)\\b(?:nurse|RN|LPN|MA|medical assistant|staff)\\b");

    /**
     * A vaccine that was given.
     *
     * @param missing why its number is not known, or null
     * @param numbers that it may be, when it is not known
     */
    private record Given(
            Vaccine vaccine, Span said, @Nullable String missing, List<String> numbers) {}

    private Immunizations() {}

    static List<Procedure> of(Visit visit) {
        var found = new ArrayList<Procedure>();
        var before = 0;
        for (var given : inOrderOfAdministration(visit)) {
            found.add(vaccine(given, visit));
            found.addAll(administrations(given, visit, before));
            if (given.vaccine().administration().own() == null) {
                before++;
            }
        }
        return found;
    }

    /** An injection is the first where there is one: what is swallowed beside it is a further one. */
    private static List<Given> inOrderOfAdministration(Visit visit) {
        return Vaccine.ALL.stream()
                .filter(vaccine -> vaccine.isOf(visit.on()))
                .collect(Collectors.groupingBy(Vaccine::kind, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(kind -> given(kind, visit).stream())
                .sorted(Comparator.comparing(given -> !given.vaccine().injected()))
                .toList();
    }

    /** @param kind its rows on the day of the visit, in their order */
    private static List<Given> given(List<Vaccine> kind, Visit visit) {
        var named = new ArrayList<Given>();
        var open = new ArrayList<Given>();
        for (var vaccine : kind) {
            vaccine.given(visit.text()).ifPresent(said -> {
                if (vaccine.code() == null) {
                    open.add(new Given(vaccine, said, vaccine.missing(), numbers(kind, visit.ageYears())));
                } else if (!vaccine.isFor(visit.ageYears())) {
                    open.add(new Given(vaccine, said, missingOfAge(visit), numbers(kind, visit.ageYears())));
                } else if (named.stream()
                        .noneMatch(other -> overlap(other.said(), said)
                                || Objects.equals(
                                        vaccine.code(), other.vaccine().code()))) {
                    named.add(new Given(vaccine, said, null, List.of()));
                }
            });
        }
        if (!named.isEmpty() || open.isEmpty()) {
            return named;
        }
        // what the product's own words leave open says more than that the age does not fit
        return List.of(open.stream()
                .filter(given -> given.vaccine().code() == null)
                .findFirst()
                .orElse(open.get(0)));
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static String missingOfAge(Visit visit) {
        return visit.ageYears() == null
                ? "the age of the patient, which decides between products"
                : "which product was given: the one that is named is not for the age of the patient";
    }

    private static List<String> numbers(List<Vaccine> kind, @Nullable Integer ageYears) {
        return kind.stream()
                .filter(vaccine -> ageYears == null || vaccine.isFor(ageYears))
                .flatMap(vaccine -> vaccine.code() == null ? Stream.<String>empty() : Stream.of(vaccine.code()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Procedure vaccine(Given given, Visit visit) {
        var vaccine = given.vaccine();
        return given.missing() == null
                ? new Procedure(
                        "cpt",
                        Objects.requireNonNull(vaccine.code()),
                        vaccine.title(),
                        List.of(),
                        1,
                        SURE,
                        List.of(given.said()),
                        List.of(
                                VaccineNeighbours.not(vaccine, visit, given.said()),
                                "The note names the product, or all products have one number, and says that it was given"),
                        MISSING_OF_VACCINE)
                : new Procedure(
                        "cpt",
                        String.join(" or ", given.numbers()),
                        vaccine.title(),
                        List.of(),
                        1,
                        NEVER,
                        List.of(given.said()),
                        List.of("The note says that it was given and does not tell its number: the product decides"),
                        given.missing());
    }

    private static List<Procedure> administrations(Given given, Visit visit, int before) {
        var administration = given.vaccine().administration();
        if (administration.own() != null) {
            return List.of(
                    administration == Vaccine.Administration.ANTIBODY && isCounseled(given, visit.text())
                            ? administration(
                                    "cpt",
                                    "96380",
                                    1,
                                    given,
                                    Procedure.not("96381", "there it is without counseling"),
                                    "An antibody, with counseling")
                            : administration(
                                    "cpt",
                                    administration.own(),
                                    1,
                                    given,
                                    administration == Vaccine.Administration.ANTIBODY
                                            ? Procedure.not("96380", "there it is with counseling")
                                            : Procedure.not(
                                                    "90471", "there the vaccine has no administration of its own"),
                                    "It has an administration of its own"));
        }
        if (visit.medicare() && administration.medicare() != null) {
            return List.of(administration(
                    "hcpcs",
                    administration.medicare(),
                    1,
                    given,
                    Procedure.not("90471", "there it is not Medicare's, or another vaccine"),
                    "Medicare has a code of its own for giving this vaccine"));
        }
        if (isCounseled(given, visit)) {
            return counseled(given);
        }
        if (given.vaccine().injected()) {
            return List.of(
                    before == 0
                            ? administration("cpt", "90471", 1, given, NOT_COUNSELED, "First injection of the visit")
                            : administration(
                                    "cpt",
                                    "90472",
                                    1,
                                    given,
                                    Procedure.not("90471", "there it is the first injection of the visit"),
                                    "Each further injection of the visit"));
        }
        return List.of(
                before == 0
                        ? administration(
                                "cpt",
                                "90473",
                                1,
                                given,
                                Procedure.not("90471", "there it is an injection"),
                                "By mouth or nose, the only or first of the visit")
                        : administration(
                                "cpt",
                                "90474",
                                1,
                                given,
                                Procedure.not("90473", "there it is the only or first vaccine of the visit"),
                                "By mouth or nose, beside another"));
    }

    private static List<Procedure> counseled(Given given) {
        var first = administration(
                "cpt",
                "90460",
                1,
                given,
                Procedure.not("90471", "there a patient is older than 18 or was not counseled"),
                "Through age 18 with counseling: the first component");
        var further = given.vaccine().components() - 1;
        return further == 0
                ? List.of(first)
                : List.of(
                        first,
                        administration(
                                "cpt",
                                "90461",
                                further,
                                given,
                                Procedure.not("90472", "there a patient is older than 18 or was not counseled"),
                                "Each further component of the same vaccine"));
    }

    private static boolean isCounseled(Given given, Visit visit) {
        return visit.ageYears() != null && visit.ageYears() <= COUNSELED_UP_TO && isCounseled(given, visit.text());
    }

    /** On vaccines, by name or in the sentence that gives this one or stands beside those that are given; not on diet. Source: CPT, 90460. */
    private static boolean isCounseled(Given given, String text) {
        var clauses = Done.clauses(text).stream()
                .filter(clause -> !text.substring(clause.start(), clause.end()).isBlank())
                .toList();
        for (var i = 0; i < clauses.size(); i++) {
            var words = text.substring(clauses.get(i).start(), clauses.get(i).end());
            if (COUNSELING.matcher(words).find()
                    && !OF_STAFF.matcher(words).find()
                    && (OF_VACCINES.matcher(words).find()
                            || overlap(clauses.get(i), given.said())
                            || WITHOUT_SUBJECT.matcher(words).matches() && isBesideVaccine(text, clauses, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBesideVaccine(String text, List<Span> clauses, int at) {
        return Stream.of(at - 1, at + 1)
                .filter(other -> other >= 0 && other < clauses.size())
                .map(clauses::get)
                .map(clause -> text.substring(clause.start(), clause.end()))
                .anyMatch(words -> Vaccine.ALL.stream()
                        .anyMatch(vaccine -> vaccine.given(words).isPresent()));
    }

    private static Procedure administration(
            String system, String code, int units, Given given, String neighbour, String why) {
        return new Procedure(
                system,
                code,
                system.equals("hcpcs") ? "Administration of the vaccine, Medicare" : "Administration of a vaccine",
                List.of(),
                units,
                SURE,
                List.of(given.said()),
                given.missing() == null
                        ? List.of(neighbour, why)
                        : List.of(
                                neighbour,
                                why,
                                "The vaccine itself is not proposed: the record does not say " + given.missing()),
                MISSING_OF_ADMINISTRATION);
    }
}
