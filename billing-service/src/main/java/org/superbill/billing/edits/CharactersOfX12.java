package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Address;

/** Separators of X12 inside a name would break the file. Source: ASC X12.6, delimiters; 005010X222A1, appendix B.1.1.2. */
final class CharactersOfX12 implements Edit {
    private static final String SEPARATORS = "~*:^";
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = '\u007F';

    private static final EditRule RULE = new EditRule(
            "x12-characters",
            1,
            Severity.ERROR,
            "ASC X12.6, delimiters; 005010X222A1, appendix B.1.1.2",
            "Names and addresses have no characters that X12 uses as separators",
            "Remove the characters ~ * : ^ from the field");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var facts = claim.facts();
        var organization = facts.organization();
        var patient = facts.patient();
        check("/organization/name", organization.name(), found);
        check("/organization/address", organization.address(), found);
        check("/organization/payToAddress", organization.payToAddress(), found);
        check("/organization/submitter/name", organization.submitter().name(), found);
        check("/organization/submitter/contactName", organization.submitter().contactName(), found);
        check("/practitioner/firstName", facts.practitioner().firstName(), found);
        check("/practitioner/lastName", facts.practitioner().lastName(), found);
        check("/location/name", facts.location().name(), found);
        check("/location/address", facts.location().address(), found);
        check("/patient/firstName", patient.firstName(), found);
        check("/patient/lastName", patient.lastName(), found);
        check("/patient/address", patient.address(), found);
        check("/coverage/memberId", facts.coverage().memberId(), found);
        check("/coverage/groupNumber", facts.coverage().groupNumber(), found);
        check("/coverage/groupName", facts.coverage().groupName(), found);
        check("/payer/name", facts.payer().name(), found);
        var subscriber = facts.coverage().subscriber();
        if (subscriber != null) {
            check("/coverage/subscriber/firstName", subscriber.firstName(), found);
            check("/coverage/subscriber/lastName", subscriber.lastName(), found);
        }
    }

    /** Pointers are put together only where there is something to point at. */
    private static void check(String pointer, @Nullable Address address, Consumer<Finding> found) {
        if (address != null
                && (hasSeparator(address.line1()) || hasSeparator(address.line2()) || hasSeparator(address.city()))) {
            check(pointer + "/line1", address.line1(), found);
            check(pointer + "/line2", address.line2(), found);
            check(pointer + "/city", address.city(), found);
        }
    }

    private static void check(String pointer, @Nullable String text, Consumer<Finding> found) {
        if (hasSeparator(text)) {
            found.accept(RULE.finding(pointer, "The field has a character that X12 cannot carry"));
        }
    }

    /** Separators and control characters. By hand: it runs over every text of every claim. */
    private static boolean hasSeparator(@Nullable String text) {
        if (text == null) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < FIRST_PRINTABLE || c == DELETE || SEPARATORS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
