package org.superbill.billing.edits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A payer's member ids look alike. Source: the payer's profile. */
final class MemberIdOfPayer implements Edit {
    private static final EditRule RULE = new EditRule(
            "member-id-of-payer",
            1,
            Severity.ERROR,
            "The payer's profile, memberIdPattern; 005010X222A1, loop 2010BA, NM109",
            "The member id looks like one of this payer",
            "Copy the member id from the insurance card into the coverage, or name the payer that it belongs to");

    private static final int MOST_KEPT = 10_000;
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var pattern = claim.facts().payer().profile().agreed().memberIdPattern();
        if (pattern != null && !fits(claim.facts().coverage().memberId(), pattern)) {
            found.accept(RULE.finding("/coverage/memberId", "The member id does not look like one of this payer"));
        }
    }

    /** A pattern comes with the claim where one is checked that is not stored: it may be none, or one that looks for ever. */
    private static boolean fits(String memberId, String pattern) {
        try {
            return compiled(pattern).matcher(new Counted(memberId, new int[1])).matches();
        } catch (PatternSyntaxException | Counted.TooOften e) {
            return false;
        }
    }

    /** A text that may be looked at so many times and no more. */
    private record Counted(CharSequence text, int[] looks) implements CharSequence {
        private static final int MOST = 100_000;

        private static final class TooOften extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST) {
                throw new TooOften();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static Pattern compiled(String pattern) {
        if (COMPILED.size() >= MOST_KEPT) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(pattern, Pattern::compile);
    }
}
