package org.superbill.servicekit.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A large answer between the database and whoever reads it: written in whole, packed, before its first byte leaves, so that a slow reader keeps no connection. */
public final class Spool {
    private Spool() {}

    /** Writes an answer. */
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** Writes it to a temporary file, and then, with nothing of the database in hand, to {@code out}. */
    public static void through(OutputStream out, Writer writer) throws IOException {
        var file = Files.createTempFile("superbill-answer-", ".gz");
        try {
            try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
                writer.write(packed);
            }
            try (var whole = new GZIPInputStream(Files.newInputStream(file))) {
                whole.transferTo(out);
            }
        } finally {
            Files.delete(file);
        }
    }
}
