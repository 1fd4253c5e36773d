package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.guide.Guide;

/** Files with other delimiters, line ends and encodings; what a writer refuses. */
class DelimitersTest {
    private static final String GOOD = Files837.file(Files837.claimBody());

    private static List<Separators> separators() {
        return List.of(
                Separators.DEFAULT,
                new Separators('|', '^', '>', '~'),
                new Separators('*', '!', '<', '\n'),
                new Separators('*', '^', ':', '\r'),
                new Separators('\u001D', '\'', '\u001F', '\u001C'),
                new Separators('*', 'U', ':', '~'),
                new Separators('+', '*', ':', '\''));
    }

    private static String with(Separators separators, String text) {
        var lineEnd = separators.segment() == '\n' ? "" : separators.segment() == '\r' ? "\n" : "\r\n";
        return text.replace("\n", lineEnd)
                .replace('*', '\u0001')
                .replace('~', '\u0002')
                .replace(':', '\u0003')
                .replace('^', '\u0004')
                .replace('\u0001', separators.element())
                .replace('\u0002', separators.segment())
                .replace('\u0003', separators.component())
                .replace('\u0004', separators.repetition());
    }

    @ParameterizedTest
    @MethodSource("separators")
    void anyDelimitersAreReadAndWritten(Separators separators) throws IOException {
        var text = with(separators, GOOD);
        var file = Files837.read(text);
        assertThat(file.errors()).isEmpty();
        assertThat(file.interchanges().get(0).header().separators()).isEqualTo(separators);
        assertThat(file.transactions().get(0).root())
                .isEqualTo(Files837.read(GOOD).transactions().get(0).root());
        var out = new ByteArrayOutputStream();
        file.write(out, "");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(with(separators, GOOD.replace("\n", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "  \n\t"})
    void whiteSpaceMayStandBetweenSegments(String lineEnd) {
        assertThat(Files837.errors(GOOD.replace("~\n", "~" + lineEnd))).isEmpty();
        assertThat(Files837.errors("\uFEFF " + GOOD.replace("~\n", "~" + lineEnd) + " \n ".repeat(400)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EB*A^B",
                "EB*A:B^C:D",
                "EB*A^B:C",
                "EB*A:B^C",
                "EB*A:B^C:D^E*F",
                "EB*A:B^C:D*E:F",
                "EB*A^B^C*D^E",
                "EB**^A*:B*C:",
                "EB*A:^:B*",
                "EB",
                "EB*",
                "EB***",
                "E1*^",
                "EB*:"
            })
    void compositesRepetitionsAndEmptyElementsAreKeptExactly(String segment) throws IOException {
        var text = GOOD.replace("005010X222A1", "004010X000").replace("HI*ABK:J069*ABF:Z23", segment);
        var out = new ByteArrayOutputStream();
        Files837.read(text).write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void severalInterchangesGroupsAndTransactionSetsAreKept() throws IOException {
        var set = GOOD.substring(GOOD.indexOf("ST*"), GOOD.indexOf("GE*"));
        var group = GOOD.substring(GOOD.indexOf("GS*"), GOOD.indexOf("GE*"))
                + set.replace("*0001~", "*0002~").replace("ST*837*0001", "ST*837*0002") + "GE*2*1~\n";
        var text = GOOD.substring(0, GOOD.indexOf("GS*")) + group
                + group.replace("GE*2*1", "GE*2*2").replace("0930*1*X", "0930*2*X") + "IEA*2*000000001~\n" + GOOD;
        var file = Files837.read(text);
        assertThat(file.errors()).isEmpty();
        assertThat(file.interchanges()).hasSize(2);
        assertThat(file.interchanges().get(0).groups()).hasSize(2);
        assertThat(file.transactions()).hasSize(5);
        assertThat(file.transactions())
                .extracting(transaction -> "%d.%d.%d"
                        .formatted(
                                transaction.set().interchangeNumber(),
                                transaction.set().groupNumber(),
                                transaction.set().number()))
                .containsExactly("1.1.1", "1.1.2", "1.2.1", "1.2.2", "2.1.1");
        var out = new ByteArrayOutputStream();
        file.write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void lettersBeyondAsciiAreReadAsUtf8OrAsTold() throws IOException {
        var text = GOOD.replace("SMITH*JANE", "MUÑOZ*JOSÉ");
        assertThat(name(X12Reader.whole(), text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("MUÑOZ");
        assertThat(name(
                        X12Reader.whole().decoding(StandardCharsets.ISO_8859_1),
                        text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("MUÑOZ");
        var out = new ByteArrayOutputStream();
        Files837.read(text).write(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private static String name(X12Reader reader, byte[] bytes) throws IOException {
        var file = X12File.read(new ByteArrayInputStream(bytes), reader);
        return file.transactions().get(0).root().allSegments().stream()
                .filter(segment -> segment.is("NM1") && segment.element(1).equals("IL"))
                .findFirst()
                .orElseThrow()
                .element(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A*B", "A~B", "A:B", "A^B", "A\nB", "A\u0007B", "A\u007FB"})
    void aValueWithADelimiterOrAControlCharacterIsRefused(String value) {
        assertThatThrownBy(() -> Files837.written(Guide.PROFESSIONAL_837, writer -> {
                    writer.startTransaction(Guide.PROFESSIONAL_837, "0001");
                    writer.write(Segment.of("REF", "D9", value));
                }))
                .isInstanceOf(X12Exception.class)
                .hasMessage("REF02 has a delimiter of the interchange or a control character in its value");
    }

    @Test
    void aCharacterThatTheEncodingDoesNotHaveIsRefused() throws IOException {
        try (var writer = X12Writer.to(new ByteArrayOutputStream(), StandardCharsets.US_ASCII, "")) {
            writer.startInterchange(GeneratedClaims.interchange().build());
            writer.startGroup(FunctionalGroup.of("HC", "AA", "BB", Files837.AT, 1, "005010X222A1"));
            writer.startTransaction(Guide.PROFESSIONAL_837, "0001");
            assertThatThrownBy(() -> writer.write(Segment.of("NTE", "ADD", "JOSÉ")))
                    .hasMessageContaining("US-ASCII");
        }
    }

    @Test
    void theEnvelopeIsWrittenInItsOrderOnly() throws IOException {
        try (var writer = X12Writer.to(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> writer.write(Segment.of("REF"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(writer::endInterchange).isInstanceOf(IllegalStateException.class);
            writer.startInterchange(GeneratedClaims.interchange().build());
            assertThatThrownBy(() -> writer.startTransaction(Guide.PROFESSIONAL_837, "0001"))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(writer::endGroup).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> writer.startInterchange(
                            GeneratedClaims.interchange().build()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anInterchangeWithoutItsTimeOrWithTooLongAnIdIsNotBuilt() {
        assertThatThrownBy(() -> Interchange.builder().sender("ZZ", "A").build())
                .hasMessageContaining("time");
        assertThatThrownBy(() -> GeneratedClaims.interchange()
                        .sender("ZZ", "1234567890123456")
                        .build())
                .hasMessage("ISA06 has 15 characters at most");
        assertThatThrownBy(() -> GeneratedClaims.interchange()
                        .controlNumber(1_000_000_000)
                        .build())
                .hasMessageContaining("nine");
    }

    /** StAEDI's own control schema is the judge of the envelope that we write. */
    @Test
    void staediFindsNoFaultInWhatIsWritten() throws IOException, EDIStreamException {
        var out = new ByteArrayOutputStream();
        new GeneratedClaims(5).write(out, 30, 0);
        var reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(out.toByteArray()));
        var faults = new ArrayList<String>();
        while (reader.hasNext()) {
            if (reader.next().isError()) {
                faults.add(reader.getErrorType() + " at " + reader.getLocation());
            }
        }
        assertThat(faults).isEmpty();
    }
}
