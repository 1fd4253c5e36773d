package org.superbill.servicekit.security;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups of permissions that several roles share, separated by spaces. */
final class Permissions {

    static final String PRACTICE_READS = "organization:read practitioner:read location:read";

    static final String EVERY_READ = PRACTICE_READS
            + " payer:read patient:read coverage:read encounter:read code:read coding-case:read coder:read coding-policy:read"
            + " coding-query:read coding-audit:read coding-training:read coding-figure:read claim:read x12-file:read"
            + " remittance:read deposit:read underpayment:read refund:read ledger:read denial:read patient-account:read deadline:read event:read"
            + " event-processing:read fee-schedule:read payer-contract:read authorization:read";

    static final String CODING_READS = "code:read coding-case:read coder:read coding-policy:read coding-query:read"
            + " coding-audit:read coding-training:read encounter:read patient:read practitioner:read payer:read";

    static final String BILLING =
            "claim:read claim:write claim:submit deadline:read deadline:write submission:write appeal:write x12-file:read x12-file:upload remittance:read ledger:read ledger:adjust denial:read"
                    + " patient-account:read patient:read coverage:read coverage:write payer:read encounter:read"
                    + " coding-case:read code:read event:read underpayment:read underpayment:write refund:read deposit:read"
                    + " fee-schedule:read payer-contract:read authorization:read authorization:write";

    static final String POSTING =
            "deadline:read deadline:write x12-file:read x12-file:upload remittance:read remittance:post ledger:read ledger:adjust patient-account:read claim:read"
                    + " deposit:read deposit:write underpayment:read underpayment:write refund:read refund:write payer:read";

    /** Only the platform's administrator has these, and only with a token that names no organization. */
    private static final Set<String> OF_THE_PLATFORM = set("organization:create token:issue");

    /** What concerns no organization in particular: all that a token without one can be granted. */
    private static final Set<String> WITHOUT_ORGANIZATION = set(
            "organization:create token:issue code-release:load code-release:read event-processing:read event-processing:replay");

    /** What no role has, and a program may be granted. */
    private static final Set<String> OF_PROGRAMS = set("code-release:load code-release:read");

    private Permissions() {}

    static Stream<String> split(String separatedBySpaces) {
        return separatedBySpaces.isBlank()
                ? Stream.of()
                : Stream.of(separatedBySpaces.trim().split("\\s+"));
    }

    static boolean isOfPrograms(String permission) {
        return OF_PROGRAMS.contains(permission);
    }

    /** Whether a token may carry the permission at all. */
    static boolean fits(String permission, boolean withOrganization) {
        return withOrganization ? !OF_THE_PLATFORM.contains(permission) : WITHOUT_ORGANIZATION.contains(permission);
    }

    private static Set<String> set(String separatedBySpaces) {
        return split(separatedBySpaces).collect(Collectors.toUnmodifiableSet());
    }
}
