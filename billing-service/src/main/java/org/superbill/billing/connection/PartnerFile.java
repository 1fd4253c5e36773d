package org.superbill.billing.connection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads what a partner has, whose size is not ours to choose. */
final class PartnerFile {
    private static final int BEGINNING = 65_536;

    private PartnerFile() {}

    /**
     * @param declared its size, or less where that is not known
     * @param mostBytes that are taken
     * @throws TooLarge without reading it all
     */
    static byte[] read(InputStream file, long declared, int mostBytes) throws IOException {
        if (declared > mostBytes) {
            throw new TooLarge(file.readNBytes(BEGINNING));
        }
        var bytes = file.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new TooLarge(Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING)));
        }
        return bytes;
    }
}
