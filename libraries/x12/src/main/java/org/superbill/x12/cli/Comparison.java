package org.superbill.x12.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is written against what is read at the same time, segment by segment: what has been read waits until it is written. Two
 * threads may use it, one reading and one writing.
 */
final class Comparison {
    /** More than a claim with all around it; who reads so far without writing has lost it. */
    private static final long MOST_WAITING = 64_000_000;

    private static final int OVERHEAD = 40;

    /** The first difference. @param read or written null where the other goes on */
    record Difference(long segment, byte @Nullable [] read, byte @Nullable [] written) {}

    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final SegmentSplitter read = new SegmentSplitter(this::read);
    private final SegmentSplitter written = new SegmentSplitter(this::written);
    private long bytesWaiting;
    private long equal;
    private @Nullable Difference difference;

    private void read(byte[] segment) {
        if (difference == null) {
            waiting.add(segment);
            bytesWaiting += segment.length + OVERHEAD;
            if (bytesWaiting > MOST_WAITING) {
                difference = new Difference(equal + 1, waiting.peek(), null);
                waiting.clear();
            }
        }
    }

    private void written(byte[] segment) {
        if (difference == null) {
            var expected = waiting.poll();
            if (Arrays.equals(expected, segment)) {
                bytesWaiting -= segment.length + OVERHEAD;
                equal++;
            } else {
                difference = new Difference(equal + 1, expected, segment);
                waiting.clear();
            }
        }
    }

    /** The file, to be read through this stream. */
    InputStream reading(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                if (count > 0) {
                    synchronized (Comparison.this) {
                        Comparison.this.read.accept(bytes, offset, count);
                    }
                }
                return count;
            }
        };
    }

    /** What is made from it, to be written into this stream. */
    OutputStream writing() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                synchronized (Comparison.this) {
                    written.accept(bytes, offset, length);
                }
            }
        };
    }

    /** After all has been read and written. Null when the two are equal. */
    synchronized @Nullable Difference end() {
        read.finish();
        written.finish();
        if (difference == null && !waiting.isEmpty()) {
            difference = new Difference(equal + 1, waiting.peek(), null);
        }
        return difference;
    }

    /** How many segments are equal so far. */
    synchronized long equal() {
        return equal;
    }

    /** A segment as text, element by element. */
    static String text(byte[] segment) {
        return new String(segment, StandardCharsets.UTF_8);
    }
}
