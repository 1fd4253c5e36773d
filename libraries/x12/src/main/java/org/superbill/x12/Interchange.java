package org.superbill.x12;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An interchange's header (ISA). The accessors are without the blanks that fill each field to its length.
 *
 * @param isa the segment, with those blanks
 */
public record Interchange(Segment isa, Separators separators) {

    /** ISA01: 00 none, 03 additional data. */
    public String authorizationQualifier() {
        return trimmed(1);
    }

    /** ISA02. */
    public String authorization() {
        return trimmed(2);
    }

    /** ISA03: 00 none, 01 password. */
    public String securityQualifier() {
        return trimmed(3);
    }

    /** ISA04. */
    public String security() {
        return trimmed(4);
    }

    /** ISA05: ZZ, 30 (tax id) … */
    public String senderQualifier() {
        return trimmed(5);
    }

    /** ISA06. */
    public String sender() {
        return trimmed(6);
    }

    /** ISA07. */
    public String receiverQualifier() {
        return trimmed(7);
    }

    /** ISA08. */
    public String receiver() {
        return trimmed(8);
    }

    /** ISA09, YYMMDD. */
    public String date() {
        return trimmed(9);
    }

    /** ISA10, HHMM. */
    public String time() {
        return trimmed(10);
    }

    /** ISA12: 00501. */
    public String version() {
        return trimmed(12);
    }

    /** ISA13, nine digits. */
    public String controlNumber() {
        return trimmed(13);
    }

    /** ISA14: whether the sender wants a TA1. */
    public boolean acknowledgmentRequested() {
        return trimmed(14).equals("1");
    }

    /** ISA15: P production, T test. */
    public String usage() {
        return trimmed(15);
    }

    private String trimmed(int element) {
        return isa.element(element).trim();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What an interchange says of itself; sender, receiver, time and control number must be given. */
    public static final class Builder {
        private String authorizationQualifier = "00";
        private String authorization = "";
        private String securityQualifier = "00";
        private String security = "";
        private String senderQualifier = "ZZ";
        private String sender = "";
        private String receiverQualifier = "ZZ";
        private String receiver = "";
        private @Nullable LocalDateTime at;
        private long controlNumber;
        private boolean acknowledgmentRequested;
        private String usage = "P";
        private Separators separators = Separators.DEFAULT;

        private Builder() {}

        public Builder authorization(String qualifier, String information) {
            this.authorizationQualifier = qualifier;
            this.authorization = information;
            return this;
        }

        public Builder security(String qualifier, String information) {
            this.securityQualifier = qualifier;
            this.security = information;
            return this;
        }

        public Builder sender(String qualifier, String id) {
            this.senderQualifier = qualifier;
            this.sender = id;
            return this;
        }

        public Builder receiver(String qualifier, String id) {
            this.receiverQualifier = qualifier;
            this.receiver = id;
            return this;
        }

        public Builder at(LocalDateTime time) {
            this.at = time;
            return this;
        }

        /** @param number 0 to 999999999 */
        public Builder controlNumber(long number) {
            this.controlNumber = number;
            return this;
        }

        public Builder acknowledgmentRequested(boolean wanted) {
            this.acknowledgmentRequested = wanted;
            return this;
        }

        /** @param indicator P production, T test */
        public Builder usage(String indicator) {
            this.usage = indicator;
            return this;
        }

        public Builder separators(Separators delimiters) {
            this.separators = delimiters;
            return this;
        }

        /** @throws X12Exception when a part is missing or too long */
        public Interchange build() {
            if (at == null) {
                throw new X12Exception("An interchange needs its time");
            }
            if (controlNumber < 0 || controlNumber > 999_999_999) {
                throw new X12Exception("ISA13 has nine digits at most");
            }
            var isa = new Segment(String.join(
                    String.valueOf(Segment.ELEMENT),
                    "ISA",
                    fixed(authorizationQualifier, 2, "ISA01"),
                    fixed(authorization, 10, "ISA02"),
                    fixed(securityQualifier, 2, "ISA03"),
                    fixed(security, 10, "ISA04"),
                    fixed(senderQualifier, 2, "ISA05"),
                    fixed(sender, 15, "ISA06"),
                    fixed(receiverQualifier, 2, "ISA07"),
                    fixed(receiver, 15, "ISA08"),
                    Segment.format(at.toLocalDate()).substring(2),
                    Segment.format(at.toLocalTime()),
                    String.valueOf(separators.repetition()),
                    "00501",
                    "%09d".formatted(controlNumber),
                    acknowledgmentRequested ? "1" : "0",
                    fixed(usage, 1, "ISA15"),
                    String.valueOf(separators.component())));
            return new Interchange(isa, separators);
        }

        private static String fixed(String value, int length, String place) {
            if (value.length() > length) {
                throw new X12Exception("%s has %d characters at most".formatted(place, length));
            }
            return value + " ".repeat(length - value.length());
        }
    }
}
