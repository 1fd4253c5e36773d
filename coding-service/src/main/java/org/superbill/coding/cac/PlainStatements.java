package org.superbill.coding.cac;

import java.util.regex.Pattern;
import org.superbill.coding.notetext.SectionKind;

/**
 * Whether a note states a condition plainly: as an item of its own in the conclusion, at the head of a sentence of a short note, or as what was diagnosed. Then the code that leaves open
 * what the note does not say is the right one, and what it leaves open is no doubt of it. Source: ICD-10-CM Official Guidelines I.B.18.
 */
final class PlainStatements {
    private static final Pattern DIAGNOSED = Pattern.compile(
            "(?i)\\b(?:diagnosed with|diagnos[ie]s (?:was|of|is)|(?:admitted|hospitali[sz]ed) (?:with|for|because of))(?: an?| the)? $");
    private static final int LEADING = 40;
    private static final String BEFORE = ".:;,-)\n";
    private static final String BEHIND = ".;,\n";

    /** Characters of a report, whose sentences tell a course. */
    private static final int LONG = 900;

    private PlainStatements() {}

    static boolean isOne(Candidate candidate, ReadNote note) {
        return candidate.mentions().stream()
                .anyMatch(mention -> mention.assertion() == Assertion.PRESENT && isOne(candidate, mention, note));
    }

    private static boolean isOne(Candidate candidate, Mention mention, ReadNote note) {
        var text = note.text();
        if (mention.section() == SectionKind.ASSESSMENT && isAlone(text, mention)) {
            return true;
        }
        if (Symptoms.isSymptom(candidate.code())) {
            return false;
        }
        var before = text.substring(Math.max(0, mention.start() - LEADING), mention.start());
        return DIAGNOSED.matcher(before).find()
                || mention.section() == SectionKind.NARRATIVE
                        && text.length() < LONG
                        && note.sentences().get(mention.sentence()).start() == mention.start()
                        && isAlone(text, mention);
    }

    /** Nothing but marks beside it. */
    private static boolean isAlone(String text, Mention mention) {
        var before = mention.start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        var behind = mention.end();
        while (behind < text.length() && text.charAt(behind) == ' ') {
            behind++;
        }
        return (before < 0 || BEFORE.indexOf(text.charAt(before)) >= 0)
                && (behind >= text.length() || BEHIND.indexOf(text.charAt(behind)) >= 0);
    }
}
