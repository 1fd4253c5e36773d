package org.superbill.x12.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;

/** Invented 837I files: inpatient stays and outpatient visits of hospitals. */
public final class GeneratedInstitutionalClaims implements GeneratedFile {
    private static final int CLAIMS_OF_A_SET = 5_000;
    private static final String[] ROOM_AND_BOARD = {"0110", "0120"};
    private static final String[] REVENUE = {"0250", "0300", "0320", "0450", "0636"};

    private final Invented invented;
    private int number;
    private int level;

    public GeneratedInstitutionalClaims(long seed) {
        invented = new Invented(new Random(seed));
    }

    @Override
    public long write(OutputStream out, long claims, long bytes) throws IOException {
        var counting = new CountingStream(out);
        var writer = X12Writer.to(counting);
        writer.startInterchange(Invented.interchange().build());
        writer.startGroup(
                FunctionalGroup.of("HC", "SUPERBILL", "PAYER", Invented.AT, 1, Guide.INSTITUTIONAL_837.version()));
        long written = 0;
        for (int set = 1; written < claims || counting.count() < bytes; set++) {
            header(writer, set);
            int inSet = 0;
            while (inSet < CLAIMS_OF_A_SET && (written < claims || counting.count() < bytes)) {
                int batch = Math.min(CLAIMS_OF_A_SET - inSet, invented.upTo(20));
                if (written < claims) {
                    batch = (int) Math.min(batch, claims - written);
                }
                provider(writer, batch);
                inSet += batch;
                written += batch;
            }
            writer.endTransaction();
        }
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return written;
    }

    private void header(X12Writer writer, int set) throws IOException {
        level = 0;
        writer.startTransaction(Guide.INSTITUTIONAL_837, "%04d".formatted(set));
        writer.write(
                Segment.of("BHT", "0019", "00", "BATCH" + set, Invented.date(Invented.AT.toLocalDate()), "0930", "CH"));
        writer.write(Segment.of("NM1", "41", "2", "SUPERBILL HOSPITAL", null, null, null, null, "46", "SB1"));
        writer.write(Segment.of("PER", "IC", "BILLING", "TE", "5550100000"));
        writer.write(Segment.of("NM1", "40", "2", "PAYER", null, null, null, null, "46", "P1"));
    }

    private void provider(X12Writer writer, int claims) throws IOException {
        int billing = ++level;
        writer.write(Segment.of("HL", String.valueOf(billing), null, "20", "1"));
        writer.write(Segment.of("PRV", "BI", "PXC", "282N00000X"));
        writer.write(Segment.of(
                "NM1", "85", "2", "HOSPITAL " + invented.upTo(1000), null, null, null, null, "XX", invented.npi()));
        address(writer);
        writer.write(Segment.of("REF", "EI", "587654321"));
        for (int claim = 0; claim < claims; claim++) {
            subscriber(writer, billing);
            if (invented.chance(3)) {
                inpatient(writer);
            } else {
                outpatient(writer);
            }
        }
    }

    private void address(X12Writer writer) throws IOException {
        writer.write(Segment.of("N3", invented.street()));
        writer.write(Segment.of("N4", "SPRINGFIELD", "FL", "331110001"));
    }

    private void subscriber(X12Writer writer, int billing) throws IOException {
        writer.write(Segment.of("HL", String.valueOf(++level), String.valueOf(billing), "22", "0"));
        writer.write(Segment.of("SBR", "P", "18", "GRP" + invented.upTo(100), null, null, null, null, null, "CI"));
        writer.write(Segment.of(
                "NM1", "IL", "1", invented.last(), invented.first(), null, null, null, "MI", invented.memberId()));
        address(writer);
        writer.write(Segment.of("DMG", "D8", Invented.date(invented.birth()), invented.sex()));
        writer.write(Segment.of("NM1", "PR", "2", "KEY INSURANCE", null, null, null, null, "PI", "999996666"));
    }

    /** Revenue code, procedure (empty for room and board), charge, units. */
    private record Line(String revenue, String procedure, long charge, int units) {}

    private void inpatient(X12Writer writer) throws IOException {
        var from = invented.service();
        int days = invented.upTo(3);
        var lines = new ArrayList<Line>();
        long daily = invented.charge();
        lines.add(new Line(invented.pick(ROOM_AND_BOARD), "", daily * days, days));
        for (int count = invented.upTo(4); count > 0; count--) {
            lines.add(new Line(invented.pick(REVENUE), "", invented.charge(), 1));
        }
        claim(writer, "11", lines);
        writer.write(Segment.of("DTP", "096", "TM", "1130"));
        writer.write(Segment.of("DTP", "434", "RD8", Invented.date(from) + "-" + Invented.date(from.plusDays(days))));
        writer.write(Segment.of("DTP", "435", "DT", Invented.date(from) + "0815"));
        writer.write(Segment.of("CL1", "1", "1", "01"));
        writer.write(Segment.of("REF", "EA", "MR" + number));
        var diagnoses = diagnoses();
        writer.write(
                Segment.of("HI", Segment.composite("ABK", diagnoses.get(0), null, null, null, null, null, null, "Y")));
        writer.write(Segment.of("HI", Segment.composite("ABJ", diagnoses.get(0))));
        others(writer, diagnoses, "Y");
        attending(writer);
        lines(writer, lines, null);
    }

    private void outpatient(X12Writer writer) throws IOException {
        var day = Invented.date(invented.service());
        var lines = new ArrayList<Line>();
        for (int count = invented.upTo(4); count > 0; count--) {
            lines.add(new Line(invented.pick("0300", "0450", "0510"), invented.procedure(), invented.charge(), 1));
        }
        claim(writer, "13", lines);
        writer.write(Segment.of("DTP", "434", "RD8", day + "-" + day));
        writer.write(Segment.of("CL1", "3", "1", "01"));
        writer.write(Segment.of("REF", "EA", "MR" + number));
        var diagnoses = diagnoses();
        writer.write(Segment.of("HI", Segment.composite("ABK", diagnoses.get(0))));
        writer.write(Segment.of("HI", Segment.composite("APR", diagnoses.get(0))));
        others(writer, diagnoses, null);
        attending(writer);
        lines(writer, lines, day);
    }

    private void claim(X12Writer writer, String facility, List<Line> lines) throws IOException {
        long total = lines.stream().mapToLong(Line::charge).sum();
        writer.write(Segment.of(
                "CLM",
                "I%09d".formatted(++number),
                Invented.dollars(total),
                null,
                null,
                Segment.composite(facility, "A", "1"),
                null,
                "A",
                "Y",
                "Y"));
    }

    private List<String> diagnoses() {
        var codes = new LinkedHashSet<String>();
        for (int count = invented.upTo(4); count > 0; count--) {
            codes.add(invented.diagnosis());
        }
        return List.copyOf(codes);
    }

    private static void others(X12Writer writer, List<String> diagnoses, @Nullable String present) throws IOException {
        var other = diagnoses.subList(1, diagnoses.size()).stream()
                .map(code -> Segment.composite("ABF", code, null, null, null, null, null, null, present))
                .toArray(String[]::new);
        if (other.length > 0) {
            writer.write(Segment.of("HI", other));
        }
    }

    private void attending(X12Writer writer) throws IOException {
        writer.write(Segment.of(
                "NM1", "71", "1", invented.last(), invented.first(), null, null, null, "XX", invented.npi()));
    }

    private static void lines(X12Writer writer, List<Line> lines, @Nullable String day) throws IOException {
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            writer.write(Segment.of("LX", String.valueOf(at + 1)));
            writer.write(Segment.of(
                    "SV2",
                    line.revenue(),
                    line.procedure().isEmpty() ? null : Segment.composite("HC", line.procedure()),
                    Invented.dollars(line.charge()),
                    line.procedure().isEmpty() && line.revenue().startsWith("01") ? "DA" : "UN",
                    String.valueOf(line.units())));
            if (day != null) {
                writer.write(Segment.of("DTP", "472", "D8", day));
            }
        }
    }
}
