package org.superbill.x12;

import java.time.LocalDateTime;

/** A functional group's header (GS). */
public record FunctionalGroup(Segment gs) {

    /**
     * @param functionalCode GS01: HC claims, HP remittance, FA acknowledgment, HN claim status
     * @param sender GS02, 2 to 15 characters
     * @param receiver GS03, 2 to 15 characters
     * @param version GS08: 005010X222A1
     */
    public static FunctionalGroup of(
            String functionalCode,
            String sender,
            String receiver,
            LocalDateTime at,
            long controlNumber,
            String version) {
        if (controlNumber < 0 || controlNumber > 999_999_999) {
            throw new X12Exception("GS06 has nine digits at most");
        }
        return new FunctionalGroup(Segment.of(
                "GS",
                functionalCode,
                sender,
                receiver,
                Segment.format(at.toLocalDate()),
                Segment.format(at.toLocalTime()),
                String.valueOf(controlNumber),
                "X",
                version));
    }

    /** GS01. */
    public String functionalCode() {
        return gs.element(1);
    }

    /** GS02. */
    public String sender() {
        return gs.element(2);
    }

    /** GS03. */
    public String receiver() {
        return gs.element(3);
    }

    /** GS04, CCYYMMDD. */
    public String date() {
        return gs.element(4);
    }

    /** GS05, HHMM or finer. */
    public String time() {
        return gs.element(5);
    }

    /** GS06. */
    public String controlNumber() {
        return gs.element(6);
    }

    /** GS08. */
    public String version() {
        return gs.element(8);
    }
}
