package org.superbill.billing.edittable;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.superbill.servicekit.problem.Problem;

/** A file as it was sent: a text, a gzip of one, or a zip with texts among other things. What unpacks to far more than its size is refused while it is read. */
final class PackedFile {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_RATIO = 200;
    /** So small a file may be packed as it likes. */
    private static final long HARMLESS_BYTES = 16L << 20;

    private final Path path;
    private final String name;

    /** @param name as the sender calls it */
    PackedFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** What is done with one text. */
    interface Reader<T> {
        T read(InputStream content) throws IOException;
    }

    /** @return the names of its texts: of a zip, its entries that end as texts do; else its own */
    List<String> texts() throws IOException {
        if (!beginsWith('P', 'K', 3, 4)) {
            return List.of(name);
        }
        var texts = new ArrayList<String>();
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw unreadable("The zip file has more than %d entries".formatted(MOST_ENTRIES));
            }
            zip.stream()
                    .map(entry -> entry.getName())
                    .filter(PackedFile::isText)
                    .forEach(texts::add);
        } catch (ZipException e) {
            throw unreadable("The file begins as a zip file and is none");
        }
        return texts;
    }

    /** @param text one of {@link #texts} */
    <T> T read(String text, Reader<T> reader) throws IOException {
        try {
            if (beginsWith('P', 'K', 3, 4)) {
                try (var zip = new ZipFile(path.toFile());
                        var content = metered(zip.getInputStream(zip.getEntry(text)))) {
                    return reader.read(content);
                }
            }
            try (var content = open()) {
                return reader.read(content);
            }
        } catch (ZipException | EOFException e) {
            throw unreadable("The file is not whole");
        }
    }

    private InputStream open() throws IOException {
        var raw = Files.newInputStream(path);
        return beginsWith(0x1f, 0x8b)
                ? metered(new GZIPInputStream(raw, BUFFER))
                : new BufferedInputStream(raw, BUFFER);
    }

    private InputStream metered(InputStream content) throws IOException {
        var most = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, Files.size(path) * MOST_RATIO));
        return new BufferedInputStream(new Meter(content, most), BUFFER);
    }

    private boolean beginsWith(int... bytes) throws IOException {
        try (var content = Files.newInputStream(path)) {
            for (var expected : bytes) {
                if (content.read() != expected) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isText(String entry) {
        var lower = entry.toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") || lower.endsWith(".csv");
    }

    static Problem unreadable(String detail) {
        return new Problem(EditTableProblem.EDIT_TABLE_FILE_UNREADABLE, detail);
    }

    /** Counts what comes out, whatever a header says, and stops before it is too much. */
    private static final class Meter extends FilterInputStream {
        private final long most;
        private long count;

        Meter(InputStream content, long most) {
            super(content);
            this.most = most;
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
                throw unreadable("The file unpacks to far more than its size");
            }
            return read;
        }
    }
}
