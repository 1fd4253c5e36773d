package org.superbill.billing.edits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var pattern = facts.payer().profile().agreed().memberIdPattern();
        return pattern == null
                        || compiled(pattern)
                                .matcher(facts.coverage().memberId())
                                .matches()
                ? Stream.empty()
                : Stream.of(RULE.finding("/coverage/memberId", "The member id does not look like one of this payer"));
    }

    private static Pattern compiled(String pattern) {
        if (COMPILED.size() >= MOST_KEPT) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(pattern, Pattern::compile);
    }
}
