package org.superbill.coding.notetext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words, numbers and marks; the shorthand of clinicians that is written with a slash ({@code w/o}, {@code s/p}) is one word. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)(?<![A-Za-z])(?:w/o|s/p|h/o|r/o|c/o|f/u|d/t|2/2|b/l|c/w|n/v/d|n/v|h/a|p/w|y/o|w/)(?![A-Za-z](?<!w/.))"
                    + "|[\\p{L}\\p{N}]+(?:['’][a-z]{1,2}\\b)?"
                    + "|[^\\s\\p{L}\\p{N}]");

    private Tokens() {}

    public static List<Token> of(String text, int start, int end) {
        var found = new ArrayList<Token>();
        var tokens = TOKEN.matcher(text).region(start, end).useTransparentBounds(true);
        while (tokens.find()) {
            found.add(new Token(tokens.group(), tokens.start()));
        }
        return found;
    }

    public static List<Token> of(String text) {
        return of(text, 0, text.length());
    }
}
