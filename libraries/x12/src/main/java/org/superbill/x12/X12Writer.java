package org.superbill.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.guide.Usage;

/**
 * Writes X12 as it comes, without keeping any of it: the envelope from outside to inside, then segments and loops. It counts
 * SE01, GE01 and IEA01 itself; control numbers are the caller's. A value that has one of the interchange's delimiters is refused.
 */
public final class X12Writer implements Closeable {
    private static final byte REFUSED = -1;

    private final OutputStream out;
    private final Charset charset;
    private final String lineEnd;
    private final byte[] table = new byte[128];
    private byte[] line = new byte[512];
    private int length;

    private @Nullable Interchange interchange;
    private @Nullable FunctionalGroup group;
    private @Nullable String transaction;
    private long groups;
    private long transactions;
    private long segments;
    private byte terminator;

    private X12Writer(OutputStream out, Charset charset, String lineEnd) {
        this.out = out;
        this.charset = charset;
        this.lineEnd = lineEnd;
    }

    /** Writes UTF-8, each segment on a line of its own. @param out should be buffered; {@link #close} closes it */
    public static X12Writer to(OutputStream out) {
        return new X12Writer(out, StandardCharsets.UTF_8, "\n");
    }

    /** @param lineEnd what follows a segment's terminator: nothing, or a line end */
    public static X12Writer to(OutputStream out, Charset charset, String lineEnd) {
        if (!lineEnd.isBlank() && !lineEnd.isEmpty()) {
            throw new IllegalArgumentException("Only white space may stand between segments");
        }
        return new X12Writer(out, charset, lineEnd);
    }

    public void startInterchange(Interchange header) throws IOException {
        require(interchange == null, "The interchange before has not ended");
        interchange = header;
        groups = 0;
        setDelimiters(header.separators());
        var text =
                header.isa().text().replace(Segment.ELEMENT, header.separators().element());
        out.write(text.getBytes(StandardCharsets.ISO_8859_1)); // its last element is a delimiter itself
        out.write(terminator);
        out.write(lineEnd.getBytes(StandardCharsets.US_ASCII));
    }

    private void setDelimiters(Separators separators) {
        Arrays.fill(table, REFUSED);
        for (char c = ' '; c < 127; c++) {
            table[c] = separators.isDelimiter(c) ? REFUSED : (byte) c;
        }
        table[Segment.ELEMENT] = (byte) separators.element();
        table[Segment.COMPONENT] = (byte) separators.component();
        table[Segment.REPETITION] = separators.hasRepetition() ? (byte) separators.repetition() : REFUSED;
        terminator = (byte) separators.segment();
    }

    /** TA1 segments come before the first group. */
    public void interchangeAcknowledgment(InterchangeAcknowledgment acknowledgment) throws IOException {
        require(interchange != null && group == null && groups == 0, "A TA1 stands after ISA, before the first GS");
        put(acknowledgment.segment(), false);
    }

    public void startGroup(FunctionalGroup header) throws IOException {
        require(interchange != null && group == null, "A group stands in an interchange, outside of other groups");
        group = header;
        groups++;
        transactions = 0;
        put(header.gs(), false);
    }

    /** Opens a transaction set of this guide. @param controlNumber ST02, 4 to 9 characters, unique in the group */
    public void startTransaction(Guide guide, String controlNumber) throws IOException {
        boolean named = guide.root().trigger().elements().get(2).usage() != Usage.NOT_USED;
        startTransaction(guide.transactionCode(), controlNumber, named ? guide.version() : null);
    }

    /** @param version ST03, null for a guide without it */
    public void startTransaction(String code, String controlNumber, @Nullable String version) throws IOException {
        require(group != null && transaction == null, "A transaction set stands in a group, outside of others");
        if (controlNumber.length() < 4 || controlNumber.length() > 9) {
            throw new X12Exception("ST02 has 4 to 9 characters");
        }
        transaction = controlNumber;
        transactions++;
        segments = 0;
        write(Segment.of("ST", code, controlNumber, version));
    }

    /** @throws X12Exception when a value has a delimiter or a control character */
    public void write(Segment segment) throws IOException {
        require(transaction != null, "A segment stands in a transaction set");
        segments++;
        put(segment, false);
    }

    /** Writes the segments of a loop as they stand in it. */
    public void write(Loop loop) throws IOException {
        for (var segment : loop.allSegments()) {
            write(segment);
        }
    }

    public void write(TypedLoop loop) throws IOException {
        write(loop.loop());
    }

    /**
     * Writes a whole transaction set, between an ST and an SE of its own, and numbers its hierarchical levels (HL01, HL02, HL04).
     */
    public void transaction(Guide guide, String controlNumber, TypedLoop document) throws IOException {
        startTransaction(guide, controlNumber);
        for (var segment : HierarchicalLevels.numbered(guide, document.loop()).allSegments()) {
            if (!segment.is("ST") && !segment.is("SE")) {
                write(segment);
            }
        }
        endTransaction();
    }

    /** Writes a whole transaction set by its own guide. */
    public void transaction(String controlNumber, TypedTransaction document) throws IOException {
        transaction(document.guide(), controlNumber, document);
    }

    public void endTransaction() throws IOException {
        var controlNumber = transaction;
        if (controlNumber == null) {
            throw new IllegalStateException("No transaction set is open");
        }
        write(Segment.of("SE", String.valueOf(segments + 1), controlNumber));
        transaction = null;
    }

    public void endGroup() throws IOException {
        var header = group;
        if (header == null || transaction != null) {
            throw new IllegalStateException("No group is open, or a transaction set in it still is");
        }
        put(Segment.of("GE", String.valueOf(transactions), header.controlNumber()), false);
        group = null;
    }

    public void endInterchange() throws IOException {
        var header = interchange;
        if (header == null || group != null) {
            throw new IllegalStateException("No interchange is open, or a group in it still is");
        }
        put(Segment.of("IEA", String.valueOf(groups), header.controlNumber()), false);
        interchange = null;
    }

    private static void require(boolean allowed, String rule) {
        if (!allowed) {
            throw new IllegalStateException(rule);
        }
    }

    /**
     * Any segment as it is, those of the envelope too, for a file that is written again as it was read: nothing is counted, and
     * control characters are let through.
     *
     * @throws X12Exception when a value has a delimiter
     */
    public void put(Segment segment) throws IOException {
        put(segment, true);
    }

    private void put(Segment segment, boolean asItIs) throws IOException {
        var text = segment.text();
        if (line.length < 3 * text.length() + 8) {
            line = new byte[4 * text.length()];
        }
        length = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 128) {
                byte b = table[c] == REFUSED && asItIs ? asItIs(c) : table[c];
                if (b == REFUSED) {
                    throw refused(segment, at);
                }
                line[length++] = b;
            } else {
                at = putOther(text, at);
            }
        }
        line[length++] = terminator;
        for (int at = 0; at < lineEnd.length(); at++) {
            line[length++] = (byte) lineEnd.charAt(at);
        }
        out.write(line, 0, length);
    }

    /** A letter as repetition separator, which a reader takes for one all the same; and control characters in data. */
    private byte asItIs(char c) {
        if (interchange == null) {
            return REFUSED;
        }
        if (c == interchange.separators().repetition() && isBeforeRepetitions(interchange.version())) {
            return (byte) c;
        }
        if (interchange.separators().isDelimiter(c)) {
            return REFUSED;
        }
        if (c == Segment.REPETITION) {
            return (byte) interchange.separators().repetition();
        }
        boolean control = c < ' ' || c == 127;
        return control && c != Segment.ELEMENT && c != Segment.COMPONENT ? (byte) c : REFUSED;
    }

    /** ISA11 separates repetitions from version 00402 on; in what is no such version it is a character like others. */
    private static boolean isBeforeRepetitions(String version) {
        return version.length() != 5 || !Segment.isDigits(version) || Integer.parseInt(version) < 402;
    }

    private int putOther(String text, int at) {
        int end = Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length() ? at + 2 : at + 1;
        var character = text.substring(at, end);
        if (!charset.newEncoder().canEncode(character)) {
            throw new X12Exception("A value has a character that %s does not have".formatted(charset.name()));
        }
        for (byte b : character.getBytes(charset)) {
            line[length++] = b;
        }
        return end - 1;
    }

    private static X12Exception refused(Segment segment, int at) {
        long element = segment.text()
                .substring(0, at)
                .chars()
                .filter(c -> c == Segment.ELEMENT)
                .count();
        return new X12Exception("%s%02d has a delimiter of the interchange or a control character in its value"
                .formatted(segment.id(), element));
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** Closes the stream under it; what is open in the envelope stays open. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
