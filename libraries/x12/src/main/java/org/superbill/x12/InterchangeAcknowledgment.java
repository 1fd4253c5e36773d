package org.superbill.x12;

/** TA1: whether an interchange could be read at all. It stands after ISA, before the first group. */
public record InterchangeAcknowledgment(Segment segment) {

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

    /** TA104. */
    public String code() {
        return segment.element(4);
    }

    /** TA105. */
    public String noteCode() {
        return segment.element(5);
    }

    public boolean isRejected() {
        return code().equals("R");
    }
}
