package org.superbill.coding.cac;

import java.util.Set;
import java.util.regex.Pattern;

/** "At 44 a hysterectomy for an endometrial carcinoma": a primary that was removed in earlier years is a personal history. Source: ICD-10-CM Official Guidelines I.C.2.m. */
final class RemovedPrimaries {
    private static final Pattern REMOVED_FOR = Pattern.compile(
            "(?i)(?:ectomy|\\bresect\\w+|\\bremov\\w+|\\boperated|\\bexcis\\w+)\\b[^.;]{0,60}\\b(?:for|because of|due"
                    + " to|on account of)\\b[^.;]{0,30}$");
    private static final String TIME =
            "(?:\\byears? (?:ago|earlier|before|previously)\\b|\\bin (?:19|20)\\d\\d\\b|\\bat (?:the age of"
                    + " )?\\d{1,2}\\b)";
    private static final Pattern LONG_AGO = Pattern.compile("(?i)" + TIME);
    private static final Pattern LONG_AGO_BEHIND = Pattern.compile("(?i)[^.;,]{0,40}" + TIME);

    /** "Colon cancer s/p hemicolectomy 2016" */
    private static final Pattern REMOVED_BEHIND = Pattern.compile("(?i)[^.;]{0,40}\\b(?:s/p|status post|treated"
            + " (?:by|with))\\b[^.;]{0,50}(?:ectomy|resection|excision)\\b[^.;]{0,15}\\b(?:19|20)\\d\\d\\b");

    /** "No evidence of disease." in a sentence of its own. */
    private static final Pattern NONE_LEFT = Pattern.compile(
            "(?i)(?:there (?:is|was) )?(?:NED\\b|no (?:evidence|signs?) of (?:recurren|(?:active |residual"
                    + " )?disease)|PSA (?:is |was )?undetectable|undetectable PSA)");

    /** Treatment is still directed to the site, or the disease is back. */
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)chemotherap|radiotherap|radiation|tamoxifen|anastrozole|letrozole|exemestane|adjuvant|metasta|recurr(?!ence)|relaps|progress");

    private static final Pattern DIRECTED = Pattern.compile(
            "(?i)\\b(?:on|receiving|undergoing|taking|continu(?:es|ing|ed)|currently)\\W+(?:[\\w-]+ ){0,3}(?:chemotherap|radiotherap|radiation|immunotherap|hormon|ADT\\b|androgen"
                    + "|lupron|leuprolide|goserelin|degarelix|abiraterone|\\w{3,}(?:nib|mab|ciclib|lutamide|platin|taxel)\\b)");

    /** Said of a treatment that was. */
    private static final Pattern OVER = Pattern.compile(
            "(?i)s/p|status post|\\b(?:complet\\w+|finished|after|following|treated|underwent|received|previous(?:ly)?|prior|ago|(?:19|20)\\d\\d)\\b");

    private static final Set<String> SECONDARY = Set.of("C77", "C78", "C79");
    private static final int SOON = 2;

    private RemovedPrimaries() {}

    static boolean isOne(Mention mention, ReadNote note) {
        if (!mention.target().startsWith("C")) {
            return false;
        }
        var sentence = note.sentences().get(mention.sentence());
        var before = note.text().substring(sentence.start(), mention.start());
        var behind = note.text().substring(mention.end(), sentence.end());
        if (!ACTIVE.matcher(before + behind).find()
                && !DIRECTED.matcher(before + behind).find()
                && !SECONDARY.contains(mention.target().substring(0, 3))
                && (REMOVED_BEHIND.matcher(behind).lookingAt() || isNoneLeft(mention.sentence(), note))) {
            return true;
        }
        return REMOVED_FOR.matcher(before).find()
                && (LONG_AGO.matcher(before).find()
                        || LONG_AGO_BEHIND.matcher(behind).lookingAt());
    }

    /** Whether treatment is directed to what these words are about; that of earlier years is over. */
    static boolean isUnderTreatment(String words) {
        return DIRECTED.matcher(words).find()
                || ACTIVE.matcher(words).find() && !OVER.matcher(words).find();
    }

    private static boolean isNoneLeft(int sentence, ReadNote note) {
        return note.sentences().stream()
                .skip(sentence + 1L)
                .limit(SOON)
                .anyMatch(next -> NONE_LEFT
                        .matcher(note.text())
                        .region(next.start(), next.end())
                        .lookingAt());
    }
}
