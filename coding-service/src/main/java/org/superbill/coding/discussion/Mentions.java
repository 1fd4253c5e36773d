package org.superbill.coding.discussion;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Who is called in a text, by the subject of the token: {@code @ann}, {@code @ann@example.org}; not at the end of a word, as in an address of mail. */
final class Mentions {
    private static final String WORD = "[A-Za-z0-9](?:[\\w.+|-]*[A-Za-z0-9])?";
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@.])@(" + WORD + "(?:@" + WORD + ")?)");
    private static final int MOST = 20;

    private Mentions() {}

    /** Each once, in the order of the text. */
    static List<String> in(String text) {
        return MENTION.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
