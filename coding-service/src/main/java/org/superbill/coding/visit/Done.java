package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether what a note speaks of was done at this visit: not planned, declined, or done at another time and place. */
final class Done {
    private static final int LOOK_BACK = 40;

    /** So that a text without marks is not read anew for each of its words. */
    private static final int LONGEST_CLAUSE = 1000;

    private static final Pattern NOT_DONE = Pattern.compile(
            "(?i)\\b(?:no|not|declin\\w*|defer\\w*|plan(?:ned)? for|schedul\\w*|next (?:time|visit)|consider\\w*|refer\\w* for|if)\\b[^.;\\n]*$");
    private static final Pattern LATER = Pattern.compile(
            "(?i)^[^.;\\n]{0,25}\\b(?:next (?:time|visit)|declined|deferred|scheduled|not needed|up to date)");
    private static final Pattern AT_ANOTHER_TIME = Pattern.compile(
            "(?i)\\b(?:in|from|of|since) (?:19|20)\\d\\d\\b|\\b(?:last|previous|prior) (?:year|month|week|fall|winter|spring|summer|visit|january|february|march|april|may|june|july|august|september|october|november|december)\\b"
                    + "|\\b(?:days|weeks|months|years?) ago\\b|\\bpharmacy\\b|\\belsewhere\\b|\\b(?:by|at) another\\b|\\bpreviously\\b");

    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)\\b(?:in|at) (?:the )?(?:nursery|hospital|ED|ER|emergency (?:room|department)|urgent care)\\b|\\bat birth\\b");

    private Done() {}

    /** @param start of the words that name it */
    static boolean isDone(String text, int start, int end) {
        return isDoneOrReviewed(text, start, end)
                && !ELSEWHERE.matcher(clause(text, start, end)).find();
    }

    /** Also what another place has done and this visit has looked at. */
    static boolean isDoneOrReviewed(String text, int start, int end) {
        return !NOT_DONE.matcher(text.substring(Math.max(0, start - LOOK_BACK), start))
                        .find()
                && !LATER.matcher(text.substring(end, Math.min(text.length(), end + LOOK_BACK)))
                        .find()
                && !AT_ANOTHER_TIME.matcher(clause(text, start, end)).find();
    }

    /** What stands between the marks before and behind; the point of a number is none. */
    static String clause(String text, int start, int end) {
        var from = start;
        while (from > Math.max(0, start - LONGEST_CLAUSE) && !isMark(text, from - 1)) {
            from--;
        }
        var behind = end;
        while (behind < Math.min(text.length(), end + LONGEST_CLAUSE) && !isMark(text, behind)) {
            behind++;
        }
        return text.substring(from, behind);
    }

    /** Parted by what ends a sentence, by semicolons and by lines. */
    static List<Span> clauses(String text) {
        var clauses = new ArrayList<Span>();
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            if (at == text.length() || isMark(text, at)) {
                clauses.add(new Span(start, at));
                start = at + 1;
            }
        }
        return clauses;
    }

    private static boolean isMark(String text, int at) {
        var mark = text.charAt(at);
        return mark == ';'
                || mark == '\n'
                || mark == '.' && !(at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)));
    }
}
