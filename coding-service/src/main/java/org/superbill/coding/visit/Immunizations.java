package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vaccines that a note says were given, each with its administration: by counseling for a patient through 18, by components; else by injection or by mouth and nose,
 * first and further ones apart; for Medicare the three vaccines with codes of their own. Source: CPT, immunization administration; CMS,
 * Medicare Claims Processing Manual, chapter 18, section 10.
 */
final class Immunizations {
    private static final int COUNSELED_UP_TO = 18;
    private static final int OLD = 65;
    private static final int ADULT = 18;
    private static final double SURE = 0.85;
    private static final String MISSING_OF_ADMINISTRATION =
            "how and where each vaccine was given at this visit, and whether it was counseled on";

    private static final String GIVEN =
            "(?:(?:[^.;\\n]|\\.\\d){0,30}\\b(?:given|administered|today|IM|im|SQ|PO|intranasal|injected|received)\\b)";
    private static final Pattern COUNSELING = Pattern.compile("(?i)counsel");

    /** A vaccine by name; other numbers for the old and for children where the products differ. */
    private record Vaccine(
            Pattern name,
            String code,
            @Nullable String codeOfOld,
            @Nullable String codeOfChild,
            String title,
            @Nullable String medicareAdministration,
            int components,
            boolean injected) {
        static Vaccine of(
                String name,
                String code,
                @Nullable String old,
                @Nullable String child,
                String title,
                @Nullable String medicare) {
            return new Vaccine(
                    Pattern.compile("(?i)\\b(?:" + name + ")\\b" + GIVEN), code, old, child, title, medicare, 1, true);
        }

        /** @param components the diseases that it protects from, as CPT counts them */
        static Vaccine combined(String name, String code, String title, int components) {
            return new Vaccine(
                    Pattern.compile("(?i)\\b(?:" + name + ")\\b" + GIVEN),
                    code,
                    null,
                    null,
                    title,
                    null,
                    components,
                    true);
        }

        /** By mouth or nose. */
        Vaccine swallowed() {
            return new Vaccine(name, code, codeOfOld, codeOfChild, title, medicareAdministration, components, false);
        }
    }

    private static final List<Vaccine> VACCINES = List.of(
            Vaccine.of(
                    "flu (?:shot|vaccine)|influenza(?: vaccine)?",
                    "90656",
                    "90662",
                    null,
                    "Influenza vaccine",
                    "G0008"),
            Vaccine.of(
                            "flu ?mist|nasal (?:flu|influenza) vaccine",
                            "90660",
                            null,
                            null,
                            "Influenza vaccine, nasal",
                            null)
                    .swallowed(),
            Vaccine.combined("tdap", "90715", "Tetanus, diphtheria and pertussis vaccine", 3),
            Vaccine.combined("td(?: vaccine| booster)?", "90714", "Tetanus and diphtheria vaccine", 2),
            Vaccine.combined("dtap", "90700", "Diphtheria, tetanus and pertussis vaccine of children", 3),
            Vaccine.combined("pediarix", "90723", "DTaP, hepatitis B and polio vaccine", 5),
            Vaccine.combined("pentacel", "90698", "DTaP, polio and Haemophilus vaccine", 5),
            Vaccine.combined("kinrix|quadracel", "90696", "DTaP and polio vaccine", 4),
            Vaccine.combined("mmr", "90707", "Measles, mumps and rubella vaccine", 3),
            Vaccine.combined("mmrv|proquad", "90710", "Measles, mumps, rubella and varicella vaccine", 4),
            Vaccine.of("ipv|polio vaccine|ipol", "90713", null, null, "Polio vaccine", null),
            Vaccine.of("hib(?: vaccine)?|act ?hib", "90648", null, null, "Haemophilus vaccine, PRP-T", null),
            Vaccine.of("pcv ?15|vaxneuvance", "90671", null, null, "Pneumococcal conjugate vaccine, 15 types", "G0009"),
            Vaccine.of("hpv(?: vaccine)?|gardasil", "90651", null, null, "Papillomavirus vaccine, nine types", null),
            Vaccine.of("hep(?:atitis)? a(?: vaccine)?", "90632", null, "90633", "Hepatitis A vaccine", null),
            Vaccine.of("hep(?:atitis)? b(?: vaccine)?", "90746", null, "90744", "Hepatitis B vaccine", "G0010"),
            Vaccine.of("pcv ?20|prevnar ?20", "90677", null, null, "Pneumococcal conjugate vaccine, 20 types", "G0009"),
            Vaccine.of(
                    "ppsv ?23|pneumovax",
                    "90732",
                    null,
                    null,
                    "Pneumococcal polysaccharide vaccine, 23 types",
                    "G0009"),
            Vaccine.of(
                    "shingrix|zoster vaccine|shingles (?:shot|vaccine)",
                    "90750",
                    null,
                    null,
                    "Zoster vaccine, recombinant",
                    null),
            Vaccine.of("varicella(?: vaccine)?|varivax", "90716", null, null, "Varicella vaccine", null),
            Vaccine.of(
                    "menacwy|menactra|menquadfi|meningococcal(?: vaccine)?",
                    "90734",
                    null,
                    null,
                    "Meningococcal vaccine, four groups",
                    null),
            Vaccine.of("rotateq", "90680", null, null, "Rotavirus vaccine, three doses", null)
                    .swallowed(),
            Vaccine.of("rotavirus(?: vaccine)?|rotarix", "90681", null, null, "Rotavirus vaccine, two doses", null)
                    .swallowed());

    private Immunizations() {}

    static List<Procedure> of(Visit visit) {
        var found = new ArrayList<Procedure>();
        var before = 0;
        for (var vaccine : inOrderOfAdministration()) {
            var given = given(vaccine, visit.text());
            if (given.isEmpty()) {
                continue;
            }
            var said = given.get();
            found.add(new Procedure(
                    "cpt",
                    code(vaccine, visit),
                    vaccine.title(),
                    List.of(),
                    1,
                    SURE,
                    List.of(said),
                    List.of("The note says that it was given"),
                    "which vaccine was given at this visit, its product, dose and lot"));
            found.addAll(administrations(vaccine, visit, before, said));
            before++;
        }
        return found;
    }

    /** Where the text says so for the first time: one note may have it declined that the next one has given. */
    private static Optional<Span> given(Vaccine vaccine, String text) {
        var given = vaccine.name().matcher(text);
        while (given.find()) {
            if (!isDeclined(text, given.start(), given.end()) && Done.isDone(text, given.start(), given.end())) {
                return Optional.of(new Span(given.start(), given.end()));
            }
        }
        return Optional.empty();
    }

    /** An injection is the first where there is one: what is swallowed beside it is a further one. */
    private static List<Vaccine> inOrderOfAdministration() {
        return VACCINES.stream()
                .sorted(Comparator.comparing(vaccine -> !vaccine.injected()))
                .toList();
    }

    private static boolean isDeclined(String text, int start, int end) {
        var paragraph = text.lastIndexOf("\n\n", start); // of another note, too
        return text.substring(Math.max(Math.max(0, start - 20), paragraph), end)
                .matches("(?is).*\\b(?:declin\\w*|refus\\w*|no|not|due for|needs?)\\b.*");
    }

    private static String code(Vaccine vaccine, Visit visit) {
        var age = visit.ageYears();
        if (age != null && age >= OLD && vaccine.codeOfOld() != null) {
            return vaccine.codeOfOld();
        }
        return age != null && age <= ADULT && vaccine.codeOfChild() != null ? vaccine.codeOfChild() : vaccine.code();
    }

    private static List<Procedure> administrations(Vaccine vaccine, Visit visit, int before, Span said) {
        if (visit.medicare() && vaccine.medicareAdministration() != null) {
            return List.of(new Procedure(
                    "hcpcs",
                    vaccine.medicareAdministration(),
                    "Administration of the vaccine, Medicare",
                    List.of(),
                    1,
                    SURE,
                    List.of(said),
                    List.of("Medicare has a code of its own for giving this vaccine"),
                    MISSING_OF_ADMINISTRATION));
        }
        if (isCounseled(visit)) {
            var first = administration("90460", 1, said, "Through age 18 with counseling: the first component");
            return vaccine.components() == 1
                    ? List.of(first)
                    : List.of(
                            first,
                            administration(
                                    "90461",
                                    vaccine.components() - 1,
                                    said,
                                    "Each further component of the same vaccine"));
        }
        if (vaccine.injected()) {
            return List.of(
                    before == 0
                            ? administration("90471", 1, said, "First injection of the visit")
                            : administration("90472", 1, said, "Each further injection of the visit"));
        }
        return List.of(
                before == 0
                        ? administration("90473", 1, said, "By mouth or nose, the only or first of the visit")
                        : administration("90474", 1, said, "By mouth or nose, beside another"));
    }

    private static boolean isCounseled(Visit visit) {
        return visit.ageYears() != null
                && visit.ageYears() <= COUNSELED_UP_TO
                && COUNSELING.matcher(visit.text()).find();
    }

    private static Procedure administration(String code, int units, Span said, String why) {
        return new Procedure(
                "cpt",
                code,
                "Administration of a vaccine",
                List.of(),
                units,
                SURE,
                List.of(said),
                List.of(why),
                MISSING_OF_ADMINISTRATION);
    }
}
