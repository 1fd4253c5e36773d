package org.superbill.x12;

import java.time.LocalDate;
import java.time.LocalTime;

/** TA1: whether an interchange could be read at all. It stands after ISA, before the first group. */
public record InterchangeAcknowledgment(Segment segment) implements TypedSegment {

    /**
     * @param received the interchange that is answered
     * @param code TA104: A accepted, E accepted with errors, R rejected
     * @param noteCode TA105: 000 no error …
     */
    public static InterchangeAcknowledgment of(Interchange received, String code, String noteCode) {
        return new InterchangeAcknowledgment(
                Segment.of("TA1", received.controlNumber(), received.date(), received.time(), code, noteCode));
    }

    /** TA101: ISA13 of the interchange that is answered. */
    public String controlNumber() {
        return segment.element(1);
    }

    /** TA102, YYMMDD: the date of the interchange that is answered (ISA09). @throws X12Exception when it is no date */
    public LocalDate date() {
        return segment.date("20" + segment.element(2), 2);
    }

    /** TA103, HHMM: its time (ISA10). @throws X12Exception when it is no time */
    public LocalTime time() {
        return Elements.requiredTime(segment, 3);
    }

    /** TA104: A, E, R. */
    public String code() {
        return segment.element(4);
    }

    /** TA105, three digits: 000 no error, 001 the control numbers differ … */
    public String noteCode() {
        return segment.element(5);
    }

    public boolean isRejected() {
        return code().equals("R");
    }
}
