package org.superbill.billing.x12file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file must be before anybody reads it: small enough for the heap, but for the claims of remittances, of which some are in memory
 * at a time, and without control characters, which the database does not take. Pure; looks at each byte once.
 */
final class Admission {
    private static final int ISA = 106;
    private static final int SEGMENT = 60;
    private static final int ELEMENT = 50;
    private static final int CLAIM = 2_000;
    private static final int NONE = -1;

    private final byte[] file;
    private final long maxKeptBytes;
    private final boolean streamed;
    private int elementSeparator = NONE;
    private int repetitionSeparator = NONE;
    private int componentSeparator = NONE;
    private int terminator = NONE;
    private int interchange;
    private int segment;
    private boolean inClaim;
    private long kept;

    private Admission(byte[] file, long maxKeptBytes) {
        this.file = file;
        this.maxKeptBytes = maxKeptBytes;
        this.streamed = RemittancesOnly.of(file);
    }

    /**
     * @param maxKeptBytes what may be made of the file in memory, estimated: its bytes, and some more for each segment, element and
     *     claim
     */
    static Optional<Outcome> refusal(byte[] file, long maxKeptBytes) {
        return Optional.ofNullable(new Admission(file, maxKeptBytes).refusal());
    }

    private @Nullable Outcome refusal() {
        var at = 0;
        while (at < file.length) {
            if (isLineEnd(file[at])) {
                at++;
                continue;
            }
            begin(at);
            while (at < file.length && file[at] != terminator) {
                if (isControl(file[at])) {
                    return refused("A segment has a control character");
                }
                count(file[at] == elementSeparator || file[at] == repetitionSeparator ? 1 + ELEMENT : 1);
                at++;
            }
            at++;
            if (kept > maxKeptBytes) {
                return refused(
                        "The file is too large to be read at once: it would take more than %d bytes of memory (superbill.x12-file.max-kept-bytes)"
                                .formatted(maxKeptBytes));
            }
        }
        return null;
    }

    private void begin(int at) {
        if (startsWith("ISA", at) && at + ISA <= file.length) {
            interchange++;
            segment = 0;
            elementSeparator = file[at + 3];
            repetitionSeparator = file[at + 82];
            componentSeparator = file[at + 104];
            terminator = file[at + 105];
        }
        segment++;
        var startsClaim = startsWith("CLP", at);
        if (startsClaim) {
            inClaim = true;
        } else if (startsWith("LX", at) || startsWith("PLB", at) || startsWith("SE", at) || startsWith("ST", at)) {
            inClaim = false;
        }
        count(SEGMENT + (startsClaim ? CLAIM : 0));
    }

    /** Claims of a file that is streamed are not kept; what is around them is. */
    private void count(int bytes) {
        kept += streamed && inClaim ? 0 : bytes;
    }

    private boolean startsWith(String id, int at) {
        for (var i = 0; i < id.length(); i++) {
            if (at + i >= file.length || file[at + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLineEnd(byte character) {
        return character == '\r' || character == '\n';
    }

    /** Some files have control characters for delimiters; never NUL. */
    private boolean isControl(byte character) {
        if (character == 0) {
            return true;
        }
        return (character > 0 && character < ' ' || character == 0x7F)
                && !isLineEnd(character)
                && character != elementSeparator
                && character != repetitionSeparator
                && character != componentSeparator;
    }

    private Outcome refused(String message) {
        return new Outcome(
                "unknown",
                "/interchange/%d/segment/%d".formatted(Math.max(1, interchange), segment),
                "rejected",
                message,
                null);
    }
}
