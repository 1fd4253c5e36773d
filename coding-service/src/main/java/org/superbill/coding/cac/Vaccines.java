package org.superbill.coding.cac;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A vaccine is named for the disease that it is against: nobody has it for that, whether the vaccine was given today, years ago, is due or was declined. Only one that is given at the
 * encounter is a reason for it. Source: ICD-10-CM Official Guidelines I.C.21.c.2 (Z23, inoculations and vaccinations).
 */
final class Vaccines {
    private static final List<String> INFECTIONS = List.of(
            "A", "B", "G00", "G03", "G04", "J09", "J10", "J11", "J12", "J13", "J14", "J15", "J16", "J17", "J18", "J22",
            "U07", "C53", "R87");
    private static final String NAMES =
            "(?:vaccin(?:e|es|ation|ations)|immuni[sz]ations?|shots?|boosters?|jabs?|toxoids?|vax)\\b";

    /** "Varicella vaccine", "hepatitis A and B vaccine": no other word of what happened stands between. */
    private static final Pattern BEHIND = Pattern.compile(
            "(?i)^(?:[\\s/&+-]|\\b(?:virus|zoster|[a-d]|live|conjugate|polysaccharide|recombinant|seasonal|annual|series|type|"
                    + "tetanus|diphtheria|pertussis|measles|mumps|rubella|varicella|polio|acellular|influenza|flu|pneumonia|pneumococcal|booster)\\b|,|\\band\\b)*"
                    + NAMES);

    /** "MMR and varicella vaccines", "flu, pneumonia and shingles shots": the plural is of the whole list. */
    private static final Pattern LIST_BEHIND = Pattern.compile(
            "(?i)^(?:\\s*(?:,|/|&|and|or)\\s*(?:[\\w-]+ ?){1,3})*\\s+(?:vaccines|vaccinations|immuni[sz]ations|shots|boosters)\\b");

    /** "Vaccinated against", "Vaccines due:", "up to date including": the list of them follows. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(?:\\bvaccin(?:e|es|ated|ation|ations)|\\bimmuni[sz](?:ed|ations?)|\\bshots?|\\bboosters?)\\b(?: (?:is|are|was|were|has been|have been|up to date|current|due|given|received|administered|needed|today|status|history|record))*"
                    + "\\s*(?:for|against|of|to|includ(?:ing|es?)|such as|:|-|\\()[^.;\\n]{0,120}$");

    private static final Pattern OTHERWISE = Pattern.compile(
            "(?i)\\b(?:but|who|which|develop\\w*|present\\w*|diagnos\\w*|had|has|after|then|assessment|because|despite|complicat\\w*|with|infect\\w*|illness|is (?:positive|sick)|now)\\b");
    private static final Pattern HEADING = Pattern.compile(
            "(?im)^\\W*(?:\\w+ )?(?:immuni[sz]ations?|vaccin(?:es?|ations?))(?: (?:history|record|status|summary|list|given|administered|due|today|this visit))*\\s*(?::|\\||$)");
    private static final Pattern GIVEN_UNDER = Pattern.compile("(?i)\\b(?:today|this visit|given|administered)\\b");

    /** At another time, or not at all. */
    private static final Pattern ELSEWHEN = Pattern.compile(
            "(?i)\\b(?:19|20)\\d\\d\\b|\\bup[- ]to[- ]date\\b|\\bUTD\\b|\\bdue\\b|\\bdeclin\\w*|\\brefus\\w*|\\brecommend\\w*|\\bdiscuss\\w*|\\boffered\\b|\\bnext\\b|\\bprevious\\w*|\\bprior\\b|\\blast (?:year|month|week|fall|winter|spring|summer|visit)\\b|\\bago\\b|\\bhistory\\b|\\bplan(?:ned)? \\b|\\bneeds?\\b|\\bscheduled\\b|\\bnot given\\b|\\bconsider\\w*|\\bpharmacy\\b|\\balready\\b|\\bcurrent on\\b");

    private static final Pattern GIVEN = Pattern.compile(
            "(?i)\\bvaccin(?:es?|ations?)\\b[^.;\\n]{0,60}\\b(?:given|administered|today)\\b|\\b(?:given|administered|received|gave)\\b[^.;\\n]{0,60}\\bvaccin(?:es?|ations?)\\b[^.;\\n]{0,30}\\btoday\\b"
                    + "|^\\W*(?:immuni[sz]ations?|vaccin(?:es?|ations?)) (?:given |administered )?(?:today|this visit|given|administered)\\s*:\\s*\\w");
    private static final int REACH = 160;
    private static final int NEAR = 40;

    private Vaccines() {}

    /** Whether the words name a vaccine and not its disease. */
    static boolean isName(Mention mention, String text) {
        if (mention.source() == Source.STATUS || INFECTIONS.stream().noneMatch(mention.target()::startsWith)) {
            return false;
        }
        var behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + NEAR * 2));
        if (BEHIND.matcher(behind).find() || LIST_BEHIND.matcher(behind).find()) {
            return true;
        }
        var before = BEFORE.matcher(text.substring(Math.max(0, mention.start() - REACH), mention.start()));
        return before.find() && !OTHERWISE.matcher(before.group()).find() || isUnderHeading(mention.start(), text);
    }

    /** Under a heading of immunizations, up to an empty line or the next heading. */
    private static boolean isUnderHeading(int at, String text) {
        var heading = HEADING.matcher(text);
        while (heading.find() && heading.start() <= at) {
            if (heading.end() <= at && !isOver(text.substring(heading.end(), at), text, heading.end())) {
                return true;
            }
        }
        return false;
    }

    private static final Pattern NEXT = Pattern.compile(
            "\\n\\s*\\n(?=\\s*\\S)(?!\\s*[^\\n|]*\\|)|(?:\\n|[.;] )\\s*(?!Vacc|Immun)[A-Z][A-Za-z/& ]{2,30}(?::|\\n\\s*\\n)|\\n[A-Z /&]{5,}\\n");

    private static boolean isOver(String between, String text, int from) {
        var head = text.substring(Math.max(0, from - 1), from);
        return NEXT.matcher(head.isBlank() ? between.strip() : between).find();
    }

    /** Whether the status Z23 is one of the encounter: the clause tells of no other time. */
    static boolean isOfToday(Mention mention, String text, LocalDate on) {
        var clause = clause(text, mention.start(), mention.end(), on);
        var line = text.lastIndexOf('\n', Math.max(0, mention.start() - 1)) + 1;
        var heading = HEADING.matcher(text.substring(line));
        if (heading.lookingAt() && !GIVEN_UNDER.matcher(clause).find()) {
            return false;
        }
        return !ELSEWHEN.matcher(clause).find();
    }

    /** A vaccine of which the note says in other words that it is given today. */
    static void given(Candidates codes, ReadNote note, LocalDate on) {
        var given = GIVEN.matcher(note.text());
        if (!codes.has("Z23") && given.find()) {
            if (!ELSEWHEN.matcher(clause(note.text(), given.start(), given.end(), on))
                            .find()
                    && note.assertionAt(given.start()) == Assertion.PRESENT) {
                codes.add("Z23", List.of(Measures.mention("Z23", "Vaccine given", given.start(), given.end())))
                        .because("Guidelines I.C.21.c.2: what is given at the encounter is a reason for it");
            }
        }
    }

    /** Between the marks about it, without the date of the encounter. */
    private static String clause(String text, int start, int end, LocalDate on) {
        var from = start;
        while (from > 0 && ".;\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        var behind = end;
        while (behind < text.length() && ".;\n".indexOf(text.charAt(behind)) < 0) {
            behind++;
        }
        return text.substring(from, behind)
                .replace(on.toString(), "")
                .replaceAll(
                        "\\b0?%d/0?%d/(?:20)?%02d\\b"
                                .formatted(on.getMonthValue(), on.getDayOfMonth(), on.getYear() % 100),
                        "");
    }
}
