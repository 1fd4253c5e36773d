package org.superbill.x12.cli;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Splits bytes into segments, so that two files can be compared without the library's own reading: an ISA has 106 bytes, and its
 * last is what ends a segment. White space between segments and a byte order mark are no part of them.
 */
final class SegmentSplitter {
    private static final int HEADER = 106;
    /** Of what is no X12; longer pieces are cut. */
    private static final int LONGEST = 1 << 16;

    private final Consumer<byte[]> segments;
    private byte[] segment = new byte[512];
    private int length;
    private int terminator = '~';

    SegmentSplitter(Consumer<byte[]> segments) {
        this.segments = segments;
    }

    void accept(byte[] bytes, int offset, int count) {
        for (int at = offset; at < offset + count; at++) {
            accept(bytes[at] & 0xFF);
        }
    }

    private void accept(int b) {
        if (length == 0 && isBetweenSegments(b)) {
            return;
        }
        if (isInHeader()) {
            if (length == HEADER - 1) {
                terminator = b;
                end();
            } else {
                add(b);
            }
        } else if (b == terminator) {
            end();
        } else {
            add(b);
            if (length == LONGEST) {
                end();
            }
        }
    }

    private static boolean isBetweenSegments(int b) {
        return b == ' ' || b >= '\t' && b <= '\r' || b == 0xEF || b == 0xBB || b == 0xBF;
    }

    private boolean isInHeader() {
        return length >= 3 && segment[0] == 'I' && segment[1] == 'S' && segment[2] == 'A';
    }

    private void add(int b) {
        if (length == segment.length) {
            segment = Arrays.copyOf(segment, 2 * length);
        }
        segment[length++] = (byte) b;
    }

    private void end() {
        segments.accept(Arrays.copyOf(segment, length));
        length = 0;
    }

    /** What stands behind the last terminator is a segment, too. */
    void finish() {
        if (length > 0) {
            end();
        }
    }
}
