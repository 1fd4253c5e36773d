package org.superbill.x12;

import java.util.Set;
import org.superbill.x12.X12Error.Level;

/** Holds an ISA segment against the standard. Codes are those of TA105. */
final class InterchangeChecker {
    private static final Set<String> ID_QUALIFIERS = Set.of("01", "14", "20", "27", "28", "29", "30", "33", "ZZ");

    private final ErrorLog errors;

    InterchangeChecker(ErrorLog errors) {
        this.errors = errors;
    }

    void check(Interchange isa) {
        expect(
                Set.of("00", "03").contains(isa.authorizationQualifier()),
                "010",
                1,
                "The authorization qualifier is unknown");
        expect(Set.of("00", "01").contains(isa.securityQualifier()), "012", 3, "The security qualifier is unknown");
        expect(ID_QUALIFIERS.contains(isa.senderQualifier()), "005", 5, "The sender's qualifier is unknown");
        expect(!isa.sender().isEmpty(), "006", 6, "The sender is empty");
        expect(ID_QUALIFIERS.contains(isa.receiverQualifier()), "007", 7, "The receiver's qualifier is unknown");
        expect(!isa.receiver().isEmpty(), "008", 8, "The receiver is empty");
        expect(ElementChecker.isDate(isa.date()) && isa.date().length() == 6, "014", 9, "The date is not a date");
        expect(ElementChecker.isTime(isa.time()), "015", 10, "The time is not a time");
        expect(isa.version().equals("00501"), "017", 12, "The interchange's version is not 00501");
        expect(
                isa.controlNumber().length() == 9 && Segment.isDigits(isa.controlNumber()),
                "018",
                13,
                "The control number has not nine digits");
        expect(
                Set.of("0", "1").contains(isa.isa().element(14)),
                "019",
                14,
                "The wish for an acknowledgment is not 0 or 1");
        expect(Set.of("P", "T").contains(isa.usage()), "020", 15, "The usage is neither P nor T");
    }

    private void expect(boolean good, String code, int element, String message) {
        if (!good) {
            errors.envelope(Level.INTERCHANGE, code, "ISA", element, message);
        }
    }
}
