package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** "At 44 a hysterectomy for an endometrial carcinoma": a primary that was removed in earlier years is a personal history. Source: ICD-10-CM Official Guidelines I.C.2.m. */
final class RemovedPrimaries {
    private static final Pattern REMOVED_FOR = Pattern.compile(
            "(?i)(?:ectomy|\\bresect\\w+|\\bremov\\w+|\\boperated|\\bexcis\\w+)\\b[^.;]{0,60}\\b(?:for|because of|due to|on account of)\\b[^.;]{0,30}$");
    private static final String TIME =
            "(?:\\byears? (?:ago|earlier|before|previously)\\b|\\bin (?:19|20)\\d\\d\\b|\\bat (?:the age of )?\\d{1,2}\\b)";
    private static final Pattern LONG_AGO = Pattern.compile("(?i)" + TIME);
    private static final Pattern LONG_AGO_BEHIND = Pattern.compile("(?i)[^.;,]{0,40}" + TIME);

    private RemovedPrimaries() {}

    static boolean isOne(Mention mention, ReadNote note) {
        if (!mention.target().startsWith("C")) {
            return false;
        }
        var sentence = note.sentences().get(mention.sentence());
        var before = note.text().substring(sentence.start(), mention.start());
        return REMOVED_FOR.matcher(before).find()
                && (LONG_AGO.matcher(before).find()
                        || LONG_AGO_BEHIND
                                .matcher(note.text().substring(mention.end(), sentence.end()))
                                .lookingAt());
    }
}
