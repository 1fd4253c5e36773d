package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Preventive visits: by age, new or established; for Medicare, which does not pay for routine physical examinations, its own. Source: CPT, preventive medicine services;
 * Medicare Claims Processing Manual, chapter 18, sections 30 (G0101, Q0091), 80 (G0402) and 140 (G0438, G0439); Medicare Benefit Policy Manual, chapter 16, section 90.
 */
final class Preventive {
    private static final int INFANT = 1;
    private static final int[] NEW_FROM_AGE = {INFANT, 5, 12, 18, 40, 65};
    private static final double PREVENTIVE = 0.8;

    /** Below what organizations begin with as their threshold. */
    private static final double DOUBTFUL = 0.6;

    private static final int FIRST_NEW = 99381;
    private static final int FIRST_ESTABLISHED = 99391;
    private static final String MISSING =
            "that the visit was a comprehensive preventive examination, with what was examined and counseled";

    private static final Pattern WELCOME = Pattern.compile(
            "(?i)\\bwelcome[- ]to[- ]medicare\\b|\\binitial preventive (?:physical )?exam\\w*|\\bIPPE\\b");
    private static final Pattern WELLNESS = Pattern.compile(
            "(?i)\\b(?:(?:initial|first|subsequent) )?(?:medicare )?(?:annual )?wellness (?:visit|exam)\\b|\\bAWV\\b");
    private static final Pattern FIRST = Pattern.compile(
            "(?i)\\b(?:initial|first)\\b[^.;\\n]{0,30}\\b(?:wellness|AWV)\\b|\\b(?:wellness visit|AWV),? ?\\(?(?:initial|first)\\b");
    private static final Pattern LATER = Pattern.compile(
            "(?i)\\b(?:subsequent|repeat)\\b[^.;\\n]{0,30}\\b(?:wellness|AWV)\\b|\\b(?:wellness visit|AWV),? ?\\(?subsequent\\b|\\b(?:last|previous|prior) (?:AWV|(?:annual )?wellness visit)\\b");
    private static final Pattern PELVIC = Pattern.compile("(?i)\\bpelvic(?: exam\\w*)?\\b|\\bspeculum\\b");
    private static final Pattern BREASTS = Pattern.compile("(?i)\\bbreasts?\\b");
    private static final Pattern SMEAR = Pattern.compile(
            "(?i)\\bpap(?:anicolaou)?(?: smear| test)?\\b[^.;\\n]{0,20}\\b(?:collected|obtained|done|taken|sent|performed)\\b");

    private Preventive() {}

    static List<Procedure> of(Visit visit) {
        if (visit.medicare()) {
            var wellness = first(WELCOME, visit)
                    .map(said -> welcome(said))
                    .or(() -> first(WELLNESS, visit).map(said -> wellness(visit, said)));
            if (wellness.isPresent()) {
                return List.of(wellness.get());
            }
        }
        var checkup = visit.problems().stream()
                .filter(problem -> isCheckup(problem.code()))
                .findFirst();
        if (checkup.isEmpty()) {
            return List.of();
        }
        if (visit.medicare() && checkup.get().code().startsWith("Z0141")) {
            return gynecological(visit, checkup.get());
        }
        if (visit.ageYears() == null) {
            return List.of();
        }
        var byAge = byAge(visit, visit.ageYears(), checkup.get());
        return List.of(
                visit.medicare()
                        ? byAge.doubted(
                                DOUBTFUL,
                                "Medicare does not pay for a routine physical examination, though a Medicare Advantage plan may: a wellness visit is G0402, G0438 or G0439 (Medicare Benefit Policy Manual, chapter 16, section 90)",
                                "whether the visit was one of Medicare's wellness visits, and which")
                        : byAge);
    }

    /** General examinations of adults, newborns and children, and gynecological ones. */
    private static boolean isCheckup(String code) {
        return code.startsWith("Z000") || code.startsWith("Z001") || code.startsWith("Z0141");
    }

    private static Procedure byAge(Visit visit, int age, Visit.Problem checkup) {
        var step = 0;
        while (step < NEW_FROM_AGE.length && age >= NEW_FROM_AGE[step]) {
            step++;
        }
        var fresh = VisitLevel.isNew(visit);
        return new Procedure(
                "cpt",
                Integer.toString((fresh ? FIRST_NEW : FIRST_ESTABLISHED) + step),
                "Preventive visit, " + (fresh ? "new" : "established") + " patient, by age",
                List.of(),
                1,
                PREVENTIVE,
                checkup.said(),
                List.of(
                        Procedure.not(
                                Integer.toString((fresh ? FIRST_ESTABLISHED : FIRST_NEW) + step),
                                fresh
                                        ? "there the same group and specialty has seen the patient within three years"
                                        : "there the same group and specialty has not seen the patient within three years"),
                        "The note is of a preventive examination at age " + age),
                MISSING);
    }

    private static Procedure welcome(Span said) {
        return medicares(
                "G0402",
                "Initial preventive examination, Medicare",
                said,
                Procedure.not("G0438", "that is of later years, this one of the first twelve months of Part B"));
    }

    private static Procedure wellness(Visit visit, Span said) {
        var title = "Annual wellness visit, Medicare";
        var earlier = "there Medicare has paid for a wellness visit before";
        if (LATER.matcher(visit.text()).find()) {
            return medicares("G0439", title, said, Procedure.not("G0438", "that is of the first one"));
        }
        if (FIRST.matcher(visit.text()).find()) {
            return medicares("G0438", title, said, Procedure.not("G0439", earlier));
        }
        return medicares("G0438 or G0439", title, said, "Whether it is the first one the note does not say")
                .doubted(
                        0,
                        "The first one has a number of its own",
                        "whether it is the first annual wellness visit that Medicare pays");
    }

    private static List<Procedure> gynecological(Visit visit, Visit.Problem checkup) {
        var found = new ArrayList<Procedure>();
        var examination = medicares(
                "G0101",
                "Pelvic and breast examination, Medicare",
                checkup.said().get(0),
                Procedure.not("99397", "Medicare does not pay for a routine examination"));
        var whole = PELVIC.matcher(visit.text()).find()
                && BREASTS.matcher(visit.text()).find();
        found.add(
                whole
                        ? examination
                        : examination.doubted(
                                DOUBTFUL,
                                "The note does not have both the pelvic and the breast examination",
                                "what was examined: seven of eleven elements of the pelvic and breast examination"));
        first(SMEAR, visit)
                .map(said -> medicares(
                        "Q0091",
                        "Obtaining a cervical smear, Medicare",
                        said,
                        Procedure.not("G0101", "that is the examination")))
                .ifPresent(found::add);
        return found;
    }

    private static Procedure medicares(String code, String title, Span said, String neighbour) {
        return new Procedure(
                "hcpcs",
                code,
                title,
                List.of(),
                1,
                PREVENTIVE,
                List.of(said),
                List.of(neighbour, "Medicare has numbers of its own for preventive visits"),
                MISSING);
    }

    private static Optional<Span> first(Pattern pattern, Visit visit) {
        return pattern.matcher(visit.text())
                .results()
                .filter(said -> Done.isDone(visit.text(), said.start(), said.end()))
                .map(said -> new Span(said.start(), said.end()))
                .findFirst();
    }
}
