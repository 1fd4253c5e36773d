package org.superbill.x12.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.TransactionSet;

/** Counts what is read, and says on standard error how far it is when it takes long. */
final class ProgressInput extends InputStream {
    private static final long PAUSE = 2_000_000_000L;
    private static final double MEGABYTE = 1_000_000;

    private final InputStream in;
    private final Main main;
    private final boolean quiet;
    private final long size;
    private long read;
    private long claims;
    private String unit = "";
    private long last = System.nanoTime();

    /** @param size of the whole, -1 when it is not known */
    ProgressInput(InputStream in, Main main, boolean quiet, long size) {
        this.in = in;
        this.main = main;
        this.quiet = quiet;
        this.size = size;
    }

    /** A claim, or whatever the file has many of. */
    void claim() {
        claims++;
    }

    /** What comes now is of this transaction set. */
    void startTransaction(TransactionSet set) {
        var guide = set.guide();
        unit = guide == null ? "" : guide.unit();
    }

    /** Counts claims among the parts of a transaction set. */
    void part(LoopPart part) {
        if (part instanceof Loop loop && loop.id().equals(unit)) {
            claims++;
        }
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int count) {
        read += count;
        if (!quiet && System.nanoTime() - last > PAUSE) {
            last = System.nanoTime();
            var of = size > 0 ? String.format(Locale.ROOT, " of %.1f", size / MEGABYTE) : "";
            var units = claims > 0 ? String.format(Locale.ROOT, ", %,d claims", claims) : "";
            main.err().println(String.format(Locale.ROOT, "x12: %.1f%s MB%s", read / MEGABYTE, of, units));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
