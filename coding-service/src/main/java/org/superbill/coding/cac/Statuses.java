package org.superbill.coding.cac;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.superbill.coding.notetext.SectionKind;

/** Whether a status that a note seems to name is one: what is done or given now is none yet. Source: ICD-10-CM Official Guidelines I.C.21.c.3. */
final class Statuses {
    private static final Pattern BEFORE = Pattern.compile(
            "status|history|prior|previous|in place|present|recipient|carrier|prosthe|has |wears|dependen|splenectomized|pseudopha");
    private static final List<String> OPERATIONS =
            List.of("Z89", "Z90", "Z93", "Z94", "Z951", "Z952", "Z955", "Z964", "Z966", "Z965", "Z98");
    private static final List<String> IMPLANTS = List.of("Z94", "Z95", "Z96", "Z974");

    /** Said of what is put in, not of what is there. */
    private static final Pattern PUT_IN = Pattern.compile(
            "(?i)\\b(?:(?:was|were|been) (?:\\w+ )?(?:implanted|placed|inserted|performed|carried out)|underwent|implantation of|placement of|insertion of|"
                    + "replace(?:ment|d) (?:with|by)|required)\\b");

    private static final Pattern LONG_AGO = Pattern.compile(
            "(?i)\\b(?:history|previous(?:ly)?|prior|years?|known|carrier|in place|recipient|had (?:had|undergone|received)|status post|s/p|ago|earlier|in (?:19|20)\\d\\d)\\b");

    /** Said of a drug of these days. */
    private static final Pattern BEGUN = Pattern.compile(
            "(?i)\\b(?:start(?:ed|ing)|began|begun|beginning|initiat\\w+|administered|receiv(?:ed|ing)|given|was treated|were treated|treatment with|therapy with|"
                    + "responded|remitted|yielded|refractory|introduced|infusions? of|diagnosed (?:\\S+ ){0,8}and treated|added|switched|changed|requir(?:ed|ing)|cycles?|course of|doses? of|for \\w+ (?:days|weeks)|complicated by|replaced by|proposed|prescribed)\\b");

    /** Said of a drug that is taken no more, or will be from now on. */
    private static final Pattern NOT_TAKEN = Pattern.compile(
            "(?i)\\b(?:left off|given up|stopped taking|had (?:stopped|discontinued|abandoned)|discharged|left the hospital|went home|at discharge)\\b");

    private static final Pattern LASTING = Pattern.compile(
            "(?i)\\b(?:long[- ]term|chronic(?:ally)?|maintenance|history|anticoagulated|takes|taking|took|current(?:ly)?|at present|home|usual|regular(?:ly)?|daily|"
                    + "on treatment|been treated|being treated|under treatment|years?|known|on (?!the\\b|day|admission|examination|\\d|his\\b|her\\b|a\\b))\\b");
    private static final Set<SectionKind> PROSE =
            Set.of(SectionKind.NARRATIVE, SectionKind.HISTORY, SectionKind.PROCEDURE, SectionKind.COMPLAINT);

    private static final Pattern DEPENDS_ON_DIALYSIS = Pattern.compile(
            "(?i)\\b(?:maintenance|chronic|regular|periodic|home) (?:hemo|haemo|peritoneal )?-?dialysis|\\bon (?:chronic |maintenance |regular )?(?:hemo|haemo|peritoneal )?-?dialysis|"
                    + "dialysis[- ]dependent|dialysis (?:program|dependence)|three times (?:a|per) week|\\bHD\\b");

    /** A steroid is taken for days or for years: only the latter is a status. */
    private static final Pattern FOR_LONG = Pattern.compile(
            "(?i)\\b(?:chronic(?:ally)?|long[- ]term|maintenance|low[- ]dose|for (?:\\w+ ){0,2}(?:months|years)|since)\\b");

    private static final Pattern EVERY_DAY = Pattern.compile(
            "(?i)\\bmg (?:daily|a day|per day|every day)|\\bmg/day\\b|\\bon (?:[\\w-]+,? (?:and )?){0,4}prednis");

    /** Said of an operation of earlier years. */
    private static final Pattern DONE_BEFORE = Pattern.compile(
            "(?i)\\b(?:years?|months|weeks) (?:ago|earlier|before|previously)\\b|\\bprevious(?:ly)?\\b|\\bprior\\b|\\bstatus post\\b|\\bs/p\\b|\\bhistory (?:of|included)\\b|\\bin (?:19|20)\\d\\d\\b|\\bat (?:the age of )?\\d{1,2}\\b(?! ?(?:weeks|mm|cm|%|hours|days))|\\bhad (?:undergone|had)\\b|\\bin childhood\\b");

    private static final Pattern OF_A_NUMBER = Pattern.compile(
            "(?i)^\\s+(?:(?:of|in) (?:the |his |her )?(?:h(?:a)?emoglobin|h(?:a)?ematocrit|platelet|blood|oxygen|saturation|sodium|potassium|count|level|number|ejection|creatinine)|(?:to|from|below) \\d)");

    /** What is begun today is no long-term use yet. Source: Guidelines I.C.21.c.3 (Z79). */
    private static final Pattern FIRST_TAKEN = Pattern.compile(
            "(?i)\\b(?:start(?:ed|ing)?|begin|begun|began|initiat\\w*|new prescription|trial of|prescrib\\w*|recommend\\w*|discuss\\w*|consider\\w*|offer\\w*)\\b");

    private static final String STEROIDS = "Z7952";

    private Statuses() {}

    /** @return whether the mention of a status stands for one */
    static boolean holds(Mention mention, ReadNote note, Encounter encounter) {
        var familyHistory =
                mention.target().startsWith("Z8") && mention.target().compareTo("Z85") < 0;
        if (isOfNumber(mention, note)
                || mention.target().equals("Z23") && !Vaccines.isOfToday(mention, note.text(), encounter.on())
                || Screenings.isOne(mention) && !Screenings.isOfToday(mention, note.text())
                || mention.target().equals("Z793")
                        && FIRST_TAKEN.matcher(sentence(mention, note)).find()) {
            return false;
        }
        return switch (mention.assertion()) {
            case UNCERTAIN, CONSISTENT -> Anatomy.isExternalCause(mention.target());
            case NEGATED, HYPOTHETICAL, OTHER_PERSON, INACTIVE -> false;
            case FAMILY -> familyHistory;
            case HISTORICAL -> true;
            default -> isPast(mention) || !isOfNow(mention, note, encounter);
        };
    }

    private static boolean isPast(Mention mention) {
        return mention.section() == SectionKind.PAST || mention.section() == SectionKind.SURGICAL;
    }

    private static boolean isOfNow(Mention mention, ReadNote note, Encounter encounter) {
        if (isOneOf(mention, OPERATIONS)
                && !mention.target().equals("Z9641")
                && !BEFORE.matcher(mention.path()).find()) {
            return !DONE_BEFORE.matcher(sentence(mention, note)).find();
        }
        if (mention.target().equals(STEROIDS) && mention.words() == 1) {
            var said = sentence(mention, note);
            return !FOR_LONG.matcher(said).find()
                    && (BEGUN.matcher(said).find() || !EVERY_DAY.matcher(said).find());
        }
        if (!PROSE.contains(mention.section()) || !encounter.setting().isInpatient()) {
            return false;
        }
        var words = sentence(mention, note);
        if (isOneOf(mention, IMPLANTS)) {
            return PUT_IN.matcher(words).find() && !LONG_AGO.matcher(words).find();
        }
        return mention.target().startsWith("Z79")
                && (NOT_TAKEN.matcher(words).find()
                        || BEGUN.matcher(words).find()
                                && !LASTING.matcher(words).find());
    }

    private static String sentence(Mention mention, ReadNote note) {
        var sentence = note.sentences().get(mention.sentence());
        return note.text().substring(sentence.start(), sentence.end());
    }

    /** "A fall of the hemoglobin", "sodium fell to 122". */
    private static boolean isOfNumber(Mention mention, ReadNote note) {
        return mention.target().startsWith("W19")
                && OF_A_NUMBER.matcher(note.text().substring(mention.end())).find();
    }

    private static boolean isOneOf(Mention mention, List<String> beginnings) {
        return beginnings.stream().anyMatch(mention.target()::startsWith);
    }

    /** Dialysis for an acute failure makes nobody dependent on it. Source: Tabular List, Z99.2. */
    static void dialysis(Candidates codes, ReadNote note) {
        if (!codes.has("N18", "I12", "I13") && !note.has(DEPENDS_ON_DIALYSIS)) {
            codes.dropAll("Z992");
        }
    }
}
