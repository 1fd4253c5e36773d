package org.superbill.billing.edittable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Sha256;

/**
 * The rows of a table as the database keeps them: some ten thousand lines a block, compressed. A table of CMS is read whole or not at all, so that rows of
 * the database of their own, with their index, would cost twenty times the space and the time and answer nothing that memory does not.
 */
final class RowBlocks {
    private static final int LINES = 50_000;
    private static final int BUFFER = 1 << 16;

    private final List<Block> blocks = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    private @Nullable GZIPOutputStream open;
    private int linesInBlock;
    private int rows;

    /**
     * A block.
     *
     * @param rows how many lines
     * @param content gzip
     */
    record Block(int rows, byte[] content) {}

    void add(String line) {
        try {
            var content = (line + "\n").getBytes(UTF_8);
            digest.update(content);
            if (open == null) {
                open = new GZIPOutputStream(bytes, BUFFER);
            }
            open.write(content);
            rows++;
            linesInBlock++;
            if (linesInBlock == LINES) {
                end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // in memory: it does not happen
        }
    }

    private void end() throws IOException {
        if (open != null) {
            open.close();
            blocks.add(new Block(linesInBlock, bytes.toByteArray()));
            bytes = new ByteArrayOutputStream(BUFFER);
            open = null;
            linesInBlock = 0;
        }
    }

    int rows() {
        return rows;
    }

    /** All of them, when no line comes any more. */
    List<Block> blocks() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(blocks);
    }

    /** Of the lines, in lower-case hexadecimal; when no line comes any more. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The lines of blocks, each block unpacked when it is come to. */
    static Iterable<String> lines(List<byte[]> contents) {
        return () -> new Lines(contents.iterator());
    }

    private static final class Lines implements Iterator<String> {
        private final Iterator<byte[]> contents;
        private @Nullable BufferedReader block;
        private @Nullable String next;

        Lines(Iterator<byte[]> contents) {
            this.contents = contents;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            var line = next;
            advance();
            return line;
        }

        private void advance() {
            try {
                next = block == null ? null : block.readLine();
                while (next == null && contents.hasNext()) {
                    var unpacked = new GZIPInputStream(new ByteArrayInputStream(contents.next()), BUFFER);
                    block = new BufferedReader(new InputStreamReader(unpacked, UTF_8), BUFFER);
                    next = block.readLine();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A stored block of a table is damaged", e);
            }
        }
    }
}
