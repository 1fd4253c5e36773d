package org.superbill.billing.x12file;

import java.util.List;
import org.superbill.servicekit.ids.Sha256;

/**
 * A file of which nothing can be applied. Thrown, so that all that was begun for it is rolled back; whoever called keeps it in the next
 * transaction ({@link X12Files#keep}): one that was opened beside the first would hold a second connection while it waits.
 */
final class RejectedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private final transient String kind;
    private final transient String source;
    private final transient List<Outcome> errors;

    RejectedFile(byte[] bytes, String kind, String source, List<Outcome> errors) {
        super("Nothing of the file can be applied", null, false, false);
        this.bytes = bytes;
        this.kind = kind;
        this.source = source;
        this.errors = List.copyOf(errors);
    }

    static RejectedFile because(byte[] bytes, String source, String why) {
        return new RejectedFile(
                bytes, "unknown", source, List.of(new Outcome("unknown", "/interchange/1", "rejected", why, null)));
    }

    byte[] bytes() {
        return bytes;
    }

    String sha256() {
        return Sha256.hex(bytes);
    }

    String kind() {
        return kind;
    }

    String source() {
        return source;
    }

    List<Outcome> errors() {
        return errors;
    }
}
