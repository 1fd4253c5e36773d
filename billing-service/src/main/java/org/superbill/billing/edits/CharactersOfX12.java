package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Address;
import org.superbill.x12.X12Characters;

/** Only {@link X12Characters} are in a text that a file carries. Source: ASC X12.6, delimiters; 005010X222A1, appendix B.1.1.2. */
final class CharactersOfX12 implements Edit {
    private static final EditRule RULE = new EditRule(
            "x12-characters",
            2,
            Severity.ERROR,
            "ASC X12.6, delimiters; 005010X222A1, appendix B.1.1.2",
            "Names, addresses, ids and notes have only characters that X12 carries",
            "Remove the characters ~ * : ^ from the field, and write letters without accents");

    private static final String MESSAGE = "The field has a character that X12 cannot carry";

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
        if (organization.contact() != null) {
            check("/organization/contact/name", organization.contact().name(), found);
        }
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
        var details = claim.encounter().details();
        check("/encounter/claimDetails/note", details.note(), found);
        check("/encounter/claimDetails/priorAuthorizationNumber", details.priorAuthorizationNumber(), found);
        check("/encounter/claimDetails/referralNumber", details.referralNumber(), found);
        for (var line : claim.lines()) {
            var more = line.line().more();
            if (isNotCarried(more.description())) {
                found.accept(RULE.finding(line, "details/description", MESSAGE));
            }
            if (isNotCarried(more.note())) {
                found.accept(RULE.finding(line, "details/note", MESSAGE));
            }
            var purchased = more.purchasedService();
            if (purchased != null
                    && purchased.place() != null
                    && isNotCarried(purchased.place().name())) {
                found.accept(RULE.finding(line, "details/purchasedService/place/name", MESSAGE));
            }
        }
    }

    /** Pointers are put together only where there is something to point at. */
    private static void check(String pointer, @Nullable Address address, Consumer<Finding> found) {
        if (address != null
                && (isNotCarried(address.line1()) || isNotCarried(address.line2()) || isNotCarried(address.city()))) {
            check(pointer + "/line1", address.line1(), found);
            check(pointer + "/line2", address.line2(), found);
            check(pointer + "/city", address.city(), found);
        }
    }

    private static void check(String pointer, @Nullable String text, Consumer<Finding> found) {
        if (isNotCarried(text)) {
            found.accept(RULE.finding(pointer, MESSAGE));
        }
    }

    private static boolean isNotCarried(@Nullable String text) {
        return text != null && !X12Characters.canCarry(text);
    }
}
