package org.superbill.servicekit.packing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Counts what comes out of a packed file, whatever a header says, and stops before it is too much. */
public final class UnpackMeter {
    private static final long MOST_BYTES = 1L << 30;
    /** The official files reach 25; whoever packs zeroes reaches 1,000. */
    private static final int MOST_RATIO = 200;
    /** So small a file may be packed as it likes. */
    private static final long HARMLESS_BYTES = 16L << 20;

    private final long most;
    private final Supplier<? extends RuntimeException> tooMuch;
    private long count;

    /**
     * @param packedBytes the size of the file
     * @param tooMuch is thrown by a read that goes beyond
     */
    public UnpackMeter(long packedBytes, Supplier<? extends RuntimeException> tooMuch) {
        this.most = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, packedBytes * MOST_RATIO));
        this.tooMuch = tooMuch;
    }

    /** The content, counted together with all others of this meter. */
    public InputStream of(InputStream content) {
        return new Metered(content);
    }

    private final class Metered extends FilterInputStream {
        private Metered(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw tooMuch.get();
            }
            return read;
        }
    }
}
