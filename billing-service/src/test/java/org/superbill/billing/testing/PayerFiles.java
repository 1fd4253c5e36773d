package org.superbill.billing.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What payers send, written as text: deliberately not by our own writer, which our own reader would forgive. */
public final class PayerFiles {
    private static int interchange = 100;

    private PayerFiles() {}

    /** The elements of the first segment that starts so, e.g. {@code GS} or {@code REF*F8}. */
    public static List<String> segment(String file, String start) {
        return segments(file).stream()
                .filter(segment -> segment.equals(start) || segment.startsWith(start + "*"))
                .findFirst()
                .map(segment -> Arrays.asList(segment.split("\\*", -1)))
                .orElseThrow(() -> new AssertionError("No segment " + start));
    }

    public static List<String> segments(String file) {
        return Arrays.stream(file.split("~"))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    public static String interchange(String functionalCode, String version, String body) {
        var number = "%09d".formatted(nextNumber());
        return "ISA*00*          *00*          *ZZ*KEY            *ZZ*RIVERSIDE      *260303*0900*^*00501*%s*0*T*:~\n"
                        .formatted(number)
                + "GS*%s*KEY*RIVERSIDE*20260303*0900*1*X*%s~\n".formatted(functionalCode, version)
                + body
                + "GE*%d*1~\nIEA*1*%s~\n".formatted(body.split("ST\\*").length - 1, number);
    }

    private static synchronized int nextNumber() {
        return interchange++;
    }

    private static String set(String code, int number, String version, String... segments) {
        var body = new StringBuilder("ST*%s*%04d%s~\n".formatted(code, number, version.isEmpty() ? "" : "*" + version));
        for (var segment : segments) {
            body.append(segment).append("~\n");
        }
        return body.append("SE*%d*%04d~\n".formatted(segments.length + 2, number))
                .toString();
    }

    /** A TA1 that answers a file. @param code A, E or R */
    public static String ta1(String file, String code, String note) {
        var isa = segment(file, "ISA");
        var number = "%09d".formatted(nextNumber());
        return "ISA*00*          *00*          *ZZ*KEY            *ZZ*RIVERSIDE      *260303*0900*^*00501*%s*0*T*:~\n"
                        .formatted(number)
                + "TA1*%s*%s*%s*%s*%s~\n".formatted(isa.get(13), isa.get(9), isa.get(10), code, note)
                + "IEA*0*%s~\n".formatted(number);
    }

    /** A 999 that answers a file. @param code A, E, or R */
    public static String functional(String file, String code) {
        var gs = segment(file, "GS");
        var rejected = code.equals("R");
        var segments = new ArrayList<String>();
        segments.add("AK1*HC*%s*%s".formatted(gs.get(6), gs.get(8)));
        segments.add("AK2*837*%s*%s".formatted(segment(file, "ST").get(2), gs.get(8)));
        if (rejected) {
            segments.add("IK3*NM1*12*2010BA*8");
            segments.add("IK4*9*67*1");
        }
        segments.add("IK5*" + code + (rejected ? "*5" : ""));
        segments.add("AK9*%s*1*1*%d".formatted(code, rejected ? 0 : 1));
        return interchange("FA", "005010X231A1", set("999", 1, "005010X231A1", segments.toArray(String[]::new)));
    }

    /** A 277CA about one claim. @param status STC01, e.g. {@code A2:20} or {@code A7:164:IL} */
    public static String claimAcknowledgment(String claimNumber, String status, String payerClaimNumber) {
        var accepted = status.startsWith("A1") || status.startsWith("A2");
        var segments = new ArrayList<>(List.of(
                "BHT*0085*08*ACK1*20260303*0900*TH",
                "HL*1**20*1",
                "NM1*PR*2*KEY INSURANCE*****PI*99999",
                "TRN*1*ACK1",
                "DTP*050*D8*20260303",
                "DTP*009*D8*20260303",
                "HL*2*1*21*1",
                "NM1*41*2*RIVERSIDE FAMILY MEDICINE*****46*RIVERSIDE",
                "TRN*2*BATCH",
                "STC*A1:19:PR*20260303*WQ*175",
                "HL*3*2*19*1",
                "NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893",
                "HL*4*3*PT",
                "NM1*QC*1*GARCIA*MARIA****MI*W123456789",
                "TRN*2*" + claimNumber,
                "STC*%s*20260303*%s*175".formatted(status, accepted ? "WQ" : "U")));
        if (!payerClaimNumber.isEmpty()) {
            segments.add("REF*1K*" + payerClaimNumber);
        }
        segments.add("DTP*472*D8*20260302");
        return interchange("HN", "005010X214", set("277", 1, "005010X214", segments.toArray(String[]::new)));
    }

    /** An 835 of one payment. */
    public static Remittance remittance(String trace) {
        return new Remittance(trace);
    }

    /** Several payments in one file. */
    public static String file(Remittance... payments) {
        var body = new StringBuilder();
        for (var i = 0; i < payments.length; i++) {
            body.append(payments[i].set(i + 1));
        }
        return interchange("HP", "005010X221A1", body.toString());
    }

    /** Builds an 835; BPR02 is what the claims and provider adjustments make unless it is said. */
    public static final class Remittance {
        private final String trace;
        private final List<String> claims = new ArrayList<>();
        private final List<String> adjustments = new ArrayList<>();
        private BigDecimal amount = BigDecimal.ZERO;
        private String date = "20260303";

        private Remittance(String trace) {
            this.trace = trace;
        }

        public Remittance claim(
                String number, String status, String charge, String paid, String patient, String payerNumber) {
            claims.add("CLP*%s*%s*%s*%s*%s*CI*%s*11*1".formatted(number, status, charge, paid, patient, payerNumber));
            amount = amount.add(new BigDecimal(paid));
            return this;
        }

        /** A segment of the claim or line before: CAS, MOA, REF, LQ. */
        public Remittance with(String segment) {
            claims.add(segment);
            return this;
        }

        /** A segment that stands between the claim and its patient: a CAS of the claim. */
        public Remittance beforePatient(String segment) {
            var patient = claims.size();
            while (!claims.get(patient - 1).startsWith("NM1*QC")) {
                patient--;
            }
            claims.add(patient - 1, segment);
            return this;
        }

        public Remittance patient() {
            return with("NM1*QC*1*GARCIA*MARIA****MI*W123456789");
        }

        /** @param adjustments CAS without the tag, e.g. {@code CO*45*30} */
        public Remittance line(String procedure, String charge, String paid, String control, String... adjustments) {
            claims.add("SVC*HC:%s*%s*%s".formatted(procedure, charge, paid));
            claims.add("DTM*472*20260302");
            for (var adjustment : adjustments) {
                claims.add("CAS*" + adjustment);
            }
            if (!control.isEmpty()) {
                claims.add("REF*6R*" + control);
            }
            return this;
        }

        /** @param taken above zero money is taken away */
        public Remittance providerAdjustment(String reason, String taken) {
            adjustments.add("PLB*1234567893*20261231*%s:REF*%s".formatted(reason, taken));
            amount = amount.subtract(new BigDecimal(taken));
            return this;
        }

        /** BPR02 as it stands in the file, right or wrong. */
        public Remittance paying(String bpr02) {
            amount = new BigDecimal(bpr02);
            return this;
        }

        public Remittance on(String bpr16) {
            date = bpr16;
            return this;
        }

        private String set(int number) {
            var debit = amount.signum() < 0;
            var segments = new ArrayList<>(List.of(
                    "BPR*I*%s*%s*CHK************%s".formatted(amount.abs().toPlainString(), debit ? "D" : "C", date),
                    "TRN*1*%s*1999999999".formatted(trace),
                    "DTM*405*" + date,
                    "N1*PR*KEY INSURANCE",
                    "N3*1 PAYER ST",
                    "N4*MIAMI*FL*33111",
                    "PER*BL*HELP*TE*3055550000",
                    "N1*PE*RIVERSIDE*XX*1234567893",
                    "REF*TJ*123456789",
                    "LX*1"));
            segments.addAll(claims);
            segments.addAll(adjustments);
            return PayerFiles.set("835", number, "", segments.toArray(String[]::new));
        }

        public String text() {
            return file(this);
        }
    }
}
