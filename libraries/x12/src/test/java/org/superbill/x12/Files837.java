package org.superbill.x12;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.guide.Guide;

/** Small files for tests: a body of segments, one a line, is put into an envelope; and what was read is looked at. */
public final class Files837 {
    public static final LocalDateTime AT = LocalDateTime.of(2026, 3, 2, 9, 30);

    private static final String CLAIM = """
            BHT*0019*00*BATCH1*20260302*0930*CH
            NM1*41*2*CLINIC*****46*SB1
            PER*IC*BILLING*TE*5550100
            NM1*40*2*PAYER*****46*P1
            HL*1**20*1
            NM1*85*2*CLINIC*****XX*1912301953
            N3*1 MAIN STREET
            N4*MIAMI*FL*331110000
            REF*EI*587654321
            HL*2*1*22*0
            SBR*P*18*******CI
            NM1*IL*1*SMITH*JANE****MI*M1
            N3*2 MAIN STREET
            N4*MIAMI*FL*33111
            DMG*D8*19730501*F
            NM1*PR*2*KEY INSURANCE*****PI*999996666
            CLM*C1*100***11:B:1*Y*A*Y*I
            HI*ABK:J069*ABF:Z23
            LX*1
            SV1*HC:99213*100*UN*1***1
            DTP*472*D8*20260302
            """;

    private Files837() {}

    /** A good claim, to be spoilt: without ST and SE, a segment a line. */
    public static String claimBody() {
        return CLAIM;
    }

    /** An 837P file of one claim with this body. */
    public static String file(String body) {
        return file(Guide.PROFESSIONAL_837, body);
    }

    public static String file(Guide guide, String body) {
        var st = "ST*%s*0001%s"
                .formatted(guide.transactionCode(), guide == Guide.REMITTANCE_835 ? "" : "*" + guide.version());
        var lines = new ArrayList<String>();
        lines.add(st);
        lines.addAll(body.lines().filter(line -> !line.isBlank()).toList());
        lines.add("SE*%d*0001".formatted(lines.size() + 1));
        return envelope(guide, String.join("~\n", lines) + "~\n", 1);
    }

    /** @param transactionSets terminated by {@code ~} */
    public static String envelope(Guide guide, String transactionSets, int count) {
        return """
                ISA*00*          *00*          *ZZ*SUPERBILL      *ZZ*PAYER          *260302*0930*^*00501*000000001*0*T*:~
                GS*%s*SUPERBILL*PAYER*20260302*0930*1*X*%s~
                %sGE*%d*1~
                IEA*1*000000001~
                """.formatted(guide.groupCode(), guide.version(), transactionSets, count);
    }

    public static X12File read(String text) {
        return read(text, X12Reader.whole().checkingElements());
    }

    public static X12File read(String text, X12Reader reader) {
        try {
            return X12File.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void read(String text, X12Reader reader, X12Handler handler) {
        try {
            reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Loop root(String body) {
        return read(file(body)).transactions().get(0).root();
    }

    /** LEVEL code place, of each error. */
    public static List<String> codes(List<X12Error> errors) {
        return errors.stream()
                .map(error -> error.level() + " " + error.code() + " " + error.place())
                .toList();
    }

    public static List<String> errors(String text) {
        return codes(read(text).errors());
    }

    /** What a writer wrote into an interchange and a group of this guide. */
    public static String written(Guide guide, Writing writing) {
        var out = new ByteArrayOutputStream();
        try (var writer = X12Writer.to(out)) {
            writer.startInterchange(GeneratedClaims.interchange().build());
            writer.startGroup(FunctionalGroup.of(guide.groupCode(), "SUPERBILL", "PAYER", AT, 1, guide.version()));
            writing.write(writer);
            writer.endGroup();
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A text's segments, split by hand so that the library is not measured by itself. */
    public static List<String> segments(String text) {
        return Arrays.stream(text.replace("\uFEFF", "").split("~", -1))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Writes into an open group. */
    public interface Writing {
        void write(X12Writer writer) throws IOException;
    }
}
