package org.superbill.billing.edits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var organization = facts.organization();
        var patient = facts.patient();
        var texts = new LinkedHashMap<String, @Nullable String>();
        texts.put("/organization/name", organization.name());
        address(texts, "/organization/address", organization.address());
        address(texts, "/organization/payToAddress", organization.payToAddress());
        texts.put("/organization/submitter/name", organization.submitter().name());
        texts.put(
                "/organization/submitter/contactName", organization.submitter().contactName());
        texts.put("/practitioner/firstName", facts.practitioner().firstName());
        texts.put("/practitioner/lastName", facts.practitioner().lastName());
        texts.put("/location/name", facts.location().name());
        address(texts, "/location/address", facts.location().address());
        texts.put("/patient/firstName", patient.firstName());
        texts.put("/patient/lastName", patient.lastName());
        address(texts, "/patient/address", patient.address());
        texts.put("/coverage/memberId", facts.coverage().memberId());
        texts.put("/coverage/groupNumber", facts.coverage().groupNumber());
        texts.put("/coverage/groupName", facts.coverage().groupName());
        texts.put("/payer/name", facts.payer().name());
        var subscriber = facts.coverage().subscriber();
        if (subscriber != null) {
            texts.put("/coverage/subscriber/firstName", subscriber.firstName());
            texts.put("/coverage/subscriber/lastName", subscriber.lastName());
        }
        return texts.entrySet().stream()
                .filter(text -> text.getValue() != null && hasSeparator(text.getValue()))
                .map(text -> RULE.finding(text.getKey(), "The field has a character that X12 cannot carry"));
    }

    /** Separators and control characters. By hand: it runs over every text of every claim. */
    private static boolean hasSeparator(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < FIRST_PRINTABLE || c == DELETE || SEPARATORS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void address(Map<String, @Nullable String> texts, String pointer, @Nullable Address address) {
        if (address != null) {
            texts.put(pointer + "/line1", address.line1());
            texts.put(pointer + "/line2", address.line2());
            texts.put(pointer + "/city", address.city());
        }
    }
}
