package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** What an operation put right: it is named for the condition, which is no more. */
final class Repairs {
    private static final Pattern PUT_RIGHT = Pattern.compile(
            "(?i)\\b(?:repaired|corrected|operated|closed) |surgical(?:ly)? (?:repair|correct|clos)\\w*");
    /** Right behind the condition: behind a comma an operation is the next entry. */
    private static final Pattern OPERATION = Pattern.compile("(?i)^(?:[ -]| ?\\()(?:\\w+"
            + " )?(?:repair(?:ed)?|resection|resected|excision|excised|removal|removed|ligation|closure|fixation|orif|clipping|coiling|drainage|surgery|operation|"
            + "correction|reduction|decompression|debridement|evacuation)\\b");

    private Repairs() {}

    /** A malformation of the heart that was put right is a personal history. Source: Guidelines I.C.17. */
    static boolean isOfMalformation(Mention mention, ReadNote note) {
        return mention.target().startsWith("Q2")
                && PUT_RIGHT.matcher(behind(mention, note)).find();
    }

    /** "Status post hernia repair" */
    static boolean isOperation(Mention mention, ReadNote note) {
        return OPERATION.matcher(behind(mention, note)).find();
    }

    private static String behind(Mention mention, ReadNote note) {
        return note.text()
                .substring(
                        mention.end(), note.sentences().get(mention.sentence()).end());
    }
}
