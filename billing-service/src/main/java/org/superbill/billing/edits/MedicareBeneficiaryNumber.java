package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

/** Medicare knows a beneficiary by a number of a form of its own, without check digit. Source: CMS, Understanding the Medicare Beneficiary Identifier Format. */
final class MedicareBeneficiaryNumber implements Edit {
    /** When claims with the older number, which was made of the social security number, were no longer taken. */
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private static final EditRule RULE = new EditRule(
                    "medicare-beneficiary-number",
                    1,
                    Severity.ERROR,
                    "CMS, Understanding the Medicare Beneficiary Identifier (MBI) Format; 005010X222A1, loop 2010BA, NM109",
                    "The member id of a Medicare beneficiary has the form of one",
                    "Copy the number from the red, white and blue Medicare card, without its dashes")
            .since(SINCE);

    private static final Set<String> MEDICARE = Set.of("MB", "MA");
    /** Of each place: C 1 to 9, A a letter, N a digit, B a letter or a digit. */
    private static final String PLACES = "CABNABNAANN";

    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (MEDICARE.contains(claim.facts().payer().claimFilingIndicator())
                && !hasForm(claim.facts().coverage().memberId())) {
            found.accept(
                    RULE.finding("/coverage/memberId", "The member id does not have the form of a Medicare number"));
        }
    }

    static boolean hasForm(String number) {
        if (number.length() != PLACES.length()) {
            return false;
        }
        for (var i = 0; i < number.length(); i++) {
            if (!fits(PLACES.charAt(i), number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char place, char c) {
        return switch (place) {
            case 'C' -> c >= '1' && c <= '9';
            case 'A' -> LETTERS.indexOf(c) >= 0;
            case 'N' -> Form.isDigit(c);
            default -> Form.isDigit(c) || LETTERS.indexOf(c) >= 0;
        };
    }
}
