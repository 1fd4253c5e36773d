package org.superbill.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads X12 files: any number of interchanges, groups and transaction sets, with the delimiters that each ISA sets. Immutable;
 * one may serve many threads.
 *
 * <p>Streaming, it hands over one claim at a time ({@link X12Handler#unit}) and memory does not grow with the file. Whole, it keeps
 * each transaction set until its end. Broken parts are reported and left out, and the reading goes on: only trouble with the
 * stream itself ends it.
 */
public final class X12Reader {
    private final boolean streaming;
    private final boolean checksElements;
    private final Limits limits;
    private final Charset charset;
    private final int deepest;
    private final @Nullable Supplier<? extends SegmentWatch> watches;

    private X12Reader(
            boolean streaming,
            boolean checksElements,
            Limits limits,
            Charset charset,
            int deepest,
            @Nullable Supplier<? extends SegmentWatch> watches) {
        this.streaming = streaming;
        this.checksElements = checksElements;
        this.limits = limits;
        this.charset = charset;
        this.deepest = deepest;
        this.watches = watches;
    }

    /** Hands over one claim (or the like) at a time; transaction sets come without them. */
    public static X12Reader streaming() {
        return new X12Reader(true, false, Limits.STREAMING, StandardCharsets.UTF_8, Integer.MAX_VALUE, null);
    }

    /** Hands over whole transaction sets. */
    public static X12Reader whole() {
        return new X12Reader(false, false, Limits.WHOLE, StandardCharsets.UTF_8, Integer.MAX_VALUE, null);
    }

    /** Also holds each element against the guide (length, type, codes, relations), as a 999 needs it. */
    public X12Reader checkingElements() {
        return new X12Reader(streaming, true, limits, charset, deepest, watches);
    }

    public X12Reader within(Limits newLimits) {
        return new X12Reader(streaming, checksElements, newLimits, charset, deepest, watches);
    }

    /** Without this, files are read as UTF-8. */
    public X12Reader decoding(Charset newCharset) {
        return new X12Reader(streaming, checksElements, limits, newCharset, deepest, watches);
    }

    /**
     * Also shows each segment with its place in the guide to a watch, a new one for each reading. See {@code check.Checker}.
     *
     * @param snip the SNIP level beyond which errors are not told
     */
    public X12Reader watchedBy(Supplier<? extends SegmentWatch> newWatches, int snip) {
        return new X12Reader(streaming, checksElements, limits, charset, snip, newWatches);
    }

    /** Reads to the end of the stream, which stays open. @throws IOException when the stream fails */
    public void read(InputStream in, X12Handler handler) throws IOException {
        var watch = watches == null ? null : watches.get();
        new EnvelopeReader(in, handler, streaming, checksElements, limits, charset, deepest, watch).read();
    }
}
