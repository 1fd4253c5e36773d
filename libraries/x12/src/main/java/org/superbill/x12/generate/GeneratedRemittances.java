package org.superbill.x12.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;

/**
 * Invented 835 files that balance. The amount paid stands in front of the claims that it is the sum of, so that each transaction
 * set is made twice: once for its sum, once to be written.
 */
public final class GeneratedRemittances implements GeneratedFile {
    private static final int CLAIMS_OF_A_SET = 10_000;
    private static final int SMALL_SET = 1_000;

    private final long seed;

    public GeneratedRemittances(long seed) {
        this.seed = seed;
    }

    @Override
    public long write(OutputStream out, long claims, long bytes) throws IOException {
        var counting = new CountingStream(out);
        var writer = X12Writer.to(counting);
        writer.startInterchange(Invented.interchange()
                .sender("ZZ", "PAYER")
                .receiver("ZZ", "SUPERBILL")
                .build());
        writer.startGroup(
                FunctionalGroup.of("HP", "PAYER", "SUPERBILL", Invented.AT, 1, Guide.REMITTANCE_835.version()));
        long written = 0;
        for (int set = 1; written < claims || counting.count() < bytes; set++) {
            int size = written < claims ? (int) Math.min(CLAIMS_OF_A_SET, claims - written) : SMALL_SET;
            write(writer, set, written, size);
            written += size;
        }
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return written;
    }

    private void write(X12Writer writer, int set, long before, int size) throws IOException {
        long paid = 0;
        var first = claims(set, before);
        for (int count = 0; count < size; count++) {
            paid += first.next().paid();
        }
        long recovered = Math.min(paid, 2_500);
        header(writer, set, paid - recovered);
        var second = claims(set, before);
        for (int count = 0; count < size; count++) {
            for (var segment : second.next().segments()) {
                writer.write(segment);
            }
        }
        if (recovered > 0) {
            writer.write(Segment.of(
                    "PLB",
                    "1234567893",
                    "20261231",
                    Segment.composite("WO", "P%09d".formatted(before + 1)),
                    Invented.dollars(recovered)));
        }
        writer.endTransaction();
    }

    private Claims claims(int set, long before) {
        return new Claims(new Invented(new Random(31 * seed + set)), before);
    }

    private static void header(X12Writer writer, int set, long paid) throws IOException {
        var day = Invented.date(Invented.AT.toLocalDate());
        writer.startTransaction(Guide.REMITTANCE_835, "%04d".formatted(set));
        writer.write(
                paid == 0
                        ? Segment.of(
                                "BPR", "H", "0", "C", "NON", null, null, null, null, null, null, null, null, null, null,
                                null, day)
                        : Segment.of(
                                "BPR",
                                "I",
                                Invented.dollars(paid),
                                "C",
                                "ACH",
                                "CCP",
                                "01",
                                "999999992",
                                "DA",
                                "123456",
                                "1512345678",
                                null,
                                "01",
                                "999988880",
                                "DA",
                                "98765",
                                day));
        writer.write(Segment.of("TRN", "1", "CHECK%06d".formatted(set), "1512345678"));
        writer.write(Segment.of("DTM", "405", day));
        writer.write(Segment.of("N1", "PR", "KEY INSURANCE"));
        writer.write(Segment.of("N3", "100 MARKET STREET"));
        writer.write(Segment.of("N4", "SPRINGFIELD", "FL", "331110002"));
        writer.write(Segment.of("PER", "BL", "EDI HELP", "TE", "5550100001"));
        writer.write(Segment.of("N1", "PE", "SUPERBILL CLINIC", "XX", "1234567893"));
        writer.write(Segment.of("REF", "TJ", "587654321"));
        writer.write(Segment.of("LX", "1"));
    }

    private record Claim(long paid, List<Segment> segments) {}

    /** The claims of one transaction set, the same each time it is begun. */
    private static final class Claims {
        private final Invented invented;
        private long number;

        private Claims(Invented invented, long before) {
            this.invented = invented;
            this.number = before;
        }

        private Claim next() {
            number++;
            long charged = 0;
            long paid = 0;
            long ofPatient = 0;
            var day = Invented.date(invented.service());
            var lines = new ArrayList<Segment>();
            int count = invented.upTo(4);
            for (int line = 1; line <= count; line++) {
                long charge = invented.charge();
                long contractual = invented.part(charge / 2);
                long deductible = invented.chance(3) ? invented.part(charge - contractual) : 0;
                long payment = charge - contractual - deductible;
                charged += charge;
                paid += payment;
                ofPatient += deductible;
                lines.add(Segment.of(
                        "SVC",
                        Segment.composite("HC", invented.procedure()),
                        Invented.dollars(charge),
                        Invented.dollars(payment)));
                lines.add(Segment.of("DTM", "472", day));
                adjust(lines, "CO", "45", contractual);
                adjust(lines, "PR", "1", deductible);
                lines.add(Segment.of("REF", "6R", number + "-" + line));
                lines.add(Segment.of("AMT", "B6", Invented.dollars(charge - contractual)));
            }
            var segments = new ArrayList<Segment>();
            segments.add(Segment.of(
                    "CLP",
                    "C%09d".formatted(number),
                    "1",
                    Invented.dollars(charged),
                    Invented.dollars(paid),
                    ofPatient == 0 ? null : Invented.dollars(ofPatient),
                    "12",
                    "P%09d".formatted(number),
                    "11",
                    "1"));
            segments.add(Segment.of(
                    "NM1", "QC", "1", invented.last(), invented.first(), null, null, null, "MI", invented.memberId()));
            segments.add(Segment.of(
                    "NM1", "82", "1", invented.last(), invented.first(), null, null, null, "XX", invented.npi()));
            segments.add(Segment.of("DTM", "050", "20260226"));
            segments.addAll(lines);
            return new Claim(paid, segments);
        }

        private static void adjust(List<Segment> lines, String group, String reason, long amount) {
            if (amount != 0) {
                lines.add(Segment.of("CAS", group, reason, Invented.dollars(amount)));
            }
        }
    }
}
