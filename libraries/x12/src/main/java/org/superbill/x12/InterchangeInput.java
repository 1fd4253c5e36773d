package org.superbill.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file, given to StAEDI one interchange at a time. It finds and checks the ISA segment, which has fixed length,
 * knows where each byte is, and can go on behind a damaged segment: StAEDI is then started again with the same ISA in front.
 */
final class InterchangeInput extends InputStream {
    private static final int HEADER_LENGTH = 106;
    private static final int KEPT = 8;
    private static final int[] DELIMITED = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int limit;
    private long before;

    private byte[] header = new byte[HEADER_LENGTH];
    private int replay;
    private boolean peeking;

    InterchangeInput(InputStream in) {
        this.in = in;
    }

    /** What {@link #findInterchange} met. */
    enum Found {
        INTERCHANGE,
        END_OF_FILE,
        /** Something that is no ISA was skipped; more may follow. */
        GARBAGE,
        /** An ISA of the wrong form was skipped; more may follow. */
        BAD_HEADER,
        TRUNCATED_HEADER
    }

    /** How many bytes of the file have been read. */
    long position() {
        return before + next;
    }

    private int raw() throws IOException {
        if (next == limit && !fill()) {
            return -1;
        }
        return buffer[next++] & 0xFF;
    }

    /** The last few bytes stay in front, so that they can be unread. */
    private boolean fill() throws IOException {
        int keep = Math.min(KEPT, limit);
        System.arraycopy(buffer, limit - keep, buffer, 0, keep);
        before += limit - keep;
        next = keep;
        limit = keep;
        int count = in.read(buffer, keep, buffer.length - keep);
        if (count <= 0) {
            return false;
        }
        limit += count;
        return true;
    }

    /** Steps back; only over bytes read since the interchange began, and only a few. */
    void unread(int count) {
        next -= count;
    }

    /** Goes to the next ISA and reads it. */
    Found findInterchange() throws IOException {
        int first = skipBlanks();
        if (first < 0) {
            return Found.END_OF_FILE;
        }
        unread(1);
        int matched = 0;
        boolean garbage = false;
        while (matched < 3) {
            int c = raw();
            if (c < 0) {
                return Found.GARBAGE;
            }
            if (c == "ISA".charAt(matched)) {
                matched++;
            } else {
                garbage = true;
                matched = c == 'I' ? 1 : 0;
            }
        }
        if (garbage) {
            unread(3);
            return Found.GARBAGE;
        }
        return readHeader();
    }

    private int skipBlanks() throws IOException {
        int c = raw();
        while (c == ' ' || c >= '\t' && c <= '\r' || c == 0xEF || c == 0xBB || c == 0xBF) { // a byte order mark, too
            c = raw();
        }
        return c;
    }

    private Found readHeader() throws IOException {
        header = new byte[HEADER_LENGTH];
        header[0] = 'I';
        header[1] = 'S';
        header[2] = 'A';
        for (int at = 3; at < HEADER_LENGTH; at++) {
            int c = raw();
            if (c < 0) {
                return Found.TRUNCATED_HEADER;
            }
            header[at] = (byte) c;
        }
        if (!isWellFormed()) {
            return Found.BAD_HEADER;
        }
        restart();
        return Found.INTERCHANGE;
    }

    private boolean isWellFormed() {
        int delimiters = 0;
        for (int at = 3; at < HEADER_LENGTH; at++) {
            if (header[at] == header[3]) {
                delimiters++;
            } else if (isOurs(header[at]) && !isDelimiterPlace(at)) {
                return false;
            }
        }
        for (int at : DELIMITED) {
            if (header[at] != header[3]) {
                return false;
            }
        }
        var separators = separators();
        char[] used = {separators.element(), separators.component(), separators.segment()};
        for (char c : used) {
            if (c > 126 || c == 0 || c == ' ' || Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        boolean distinct = used[0] != used[1] && used[0] != used[2] && used[1] != used[2];
        char repetition = separators.repetition();
        return delimiters == DELIMITED.length
                && distinct
                && repetition < 127
                && repetition != ' '
                && repetition != 0
                && repetition != used[1]
                && repetition != used[2];
    }

    /** {@link Segment} keeps its parts apart by these; they may be a file's delimiters, not its data. */
    private static boolean isOurs(byte b) {
        return b >= Segment.ELEMENT && b <= Segment.COMPONENT;
    }

    private boolean isDelimiterPlace(int at) {
        return (at == 82 || at >= 104) && header[at] != Segment.ELEMENT;
    }

    Separators separators() {
        return new Separators(at(3), at(82), at(104), at(105));
    }

    private char at(int position) {
        return (char) (header[position] & 0xFF);
    }

    /** The ISA segment without its terminator. */
    Segment isa() {
        var text = new String(header, 0, HEADER_LENGTH - 1, StandardCharsets.ISO_8859_1);
        return new Segment(text.replace(at(3), Segment.ELEMENT));
    }

    /** From now on, bytes are the ISA again and then what follows. */
    void restart() {
        replay = 0;
        peeking = false;
    }

    /** Goes behind the next segment terminator. False at the end of the file. */
    boolean skipSegment() throws IOException {
        int terminator = header[HEADER_LENGTH - 1];
        if (next > 0 && buffer[next - 1] == terminator) {
            return true;
        }
        int c = raw();
        while (c >= 0 && c != terminator) {
            c = raw();
        }
        return c >= 0;
    }

    @Override
    public int read() throws IOException {
        if (replay < HEADER_LENGTH) {
            return header[replay++] & 0xFF;
        }
        return peeking ? -1 : raw();
    }

    /** StAEDI looks ahead behind an interchange; each interchange has a StAEDI reader of its own, so there is nothing to see. */
    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int readLimit) {
        peeking = true;
    }

    @Override
    public synchronized void reset() {
        peeking = false;
    }
}
