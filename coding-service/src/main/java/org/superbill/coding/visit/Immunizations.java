package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vaccines that a note says were given, each with its administration: by counseling for a patient through 18, else by injection, first and further ones apart; for
 * Medicare the three vaccines with codes of their own. Source: CPT, immunization administration; CMS, Medicare Claims Processing Manual, chapter 18, section 10.
 */
final class Immunizations {
    private static final int COUNSELED_UP_TO = 18;
    private static final int OLD = 65;
    private static final int ADULT = 18;
    private static final double SURE = 0.85;

    private static final String GIVEN =
            "(?:[^.;\\n]{0,30}\\b(?:given|administered|today|IM|im|SQ|injected|received)\\b)";
    private static final Pattern COUNSELING = Pattern.compile("(?i)counsel");

    /** A vaccine by name; other numbers for the old and for children where the products differ. */
    private record Vaccine(
            Pattern name,
            String code,
            @Nullable String codeOfOld,
            @Nullable String codeOfChild,
            String title,
            @Nullable String medicareAdministration) {
        static Vaccine of(
                String name,
                String code,
                @Nullable String old,
                @Nullable String child,
                String title,
                @Nullable String medicare) {
            return new Vaccine(
                    Pattern.compile("(?i)\\b(?:" + name + ")\\b" + GIVEN), code, old, child, title, medicare);
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
            Vaccine.of("tdap", "90715", null, null, "Tetanus, diphtheria and pertussis vaccine", null),
            Vaccine.of("td(?: vaccine| booster)?", "90714", null, null, "Tetanus and diphtheria vaccine", null),
            Vaccine.of("mmr", "90707", null, null, "Measles, mumps and rubella vaccine", null),
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
            Vaccine.of("rotavirus(?: vaccine)?", "90681", null, null, "Rotavirus vaccine", null));

    private Immunizations() {}

    static List<Procedure> of(Visit visit) {
        var found = new ArrayList<Procedure>();
        var injections = 0;
        for (var vaccine : VACCINES) {
            var given = vaccine.name().matcher(visit.text());
            if (!given.find() || isDeclined(visit.text(), given.start(), given.end())) {
                continue;
            }
            found.add(new Procedure(
                    "cpt",
                    code(vaccine, visit),
                    vaccine.title(),
                    List.of(),
                    1,
                    SURE,
                    given.start(),
                    given.end(),
                    List.of("The note says that it was given")));
            found.add(administration(vaccine, visit, injections, given.start(), given.end()));
            injections++;
        }
        return found;
    }

    private static boolean isDeclined(String text, int start, int end) {
        return text.substring(Math.max(0, start - 20), end)
                .matches("(?is).*\\b(?:declin\\w*|refus\\w*|no|not|due for|needs?)\\b.*");
    }

    private static String code(Vaccine vaccine, Visit visit) {
        var age = visit.ageYears();
        if (age != null && age >= OLD && vaccine.codeOfOld() != null) {
            return vaccine.codeOfOld();
        }
        return age != null && age <= ADULT && vaccine.codeOfChild() != null ? vaccine.codeOfChild() : vaccine.code();
    }

    private static Procedure administration(Vaccine vaccine, Visit visit, int before, int start, int end) {
        if (visit.medicare() && vaccine.medicareAdministration() != null) {
            return new Procedure(
                    "hcpcs",
                    vaccine.medicareAdministration(),
                    "Administration of the vaccine, Medicare",
                    List.of(),
                    1,
                    SURE,
                    start,
                    end,
                    List.of("Medicare has a code of its own for giving this vaccine"));
        }
        var counseled = visit.ageYears() != null
                && visit.ageYears() <= COUNSELED_UP_TO
                && COUNSELING.matcher(visit.text()).find();
        var code = counseled ? "90460" : before == 0 ? "90471" : "90472";
        return new Procedure(
                "cpt",
                code,
                "Administration of a vaccine",
                List.of(),
                1,
                SURE,
                start,
                end,
                List.of(
                        counseled
                                ? "Through age 18 with counseling: by component"
                                : before == 0
                                        ? "First injection of the visit"
                                        : "Each further injection of the visit"));
    }
}
