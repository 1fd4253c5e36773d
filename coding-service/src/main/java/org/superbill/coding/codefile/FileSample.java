package org.superbill.coding.codefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file.
 *
 * @param name as sent, without folders; null when the sender gave none
 * @param head its first 64 KiB, unzipped where it is gzip
 * @param zipEntries the names of its entries where it is a zip, else empty
 */
public record FileSample(@Nullable String name, byte[] head, List<String> zipEntries) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public FileSample {
        zipEntries = List.copyOf(zipEntries);
    }

    /** The head as text, without a byte-order mark; the last character may be cut. */
    public String text() {
        var text = new String(head, UTF_8);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The first line of {@link #text()}, without quotation marks: of a table, its header. */
    public String header() {
        return text().lines().findFirst().orElse("").replace("\"", "").strip();
    }
}
