package org.superbill.billing.edittable;

import java.io.BufferedInputStream;
import java.io.EOFException;
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
import org.superbill.servicekit.packing.PackedFiles;
import org.superbill.servicekit.packing.UnpackMeter;
import org.superbill.servicekit.problem.Problem;

/** A file as it was sent: a text, a gzip of one, or a zip with texts among other things. What unpacks to far more than its size is refused while it is read. */
final class PackedFile {
    private static final int BUFFER = 1 << 16;

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
        if (!PackedFiles.isZip(path)) {
            return List.of(name);
        }
        var texts = new ArrayList<String>();
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > PackedFiles.MOST_ENTRIES) {
                throw unreadable("The zip file has more than %d entries".formatted(PackedFiles.MOST_ENTRIES));
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
            if (PackedFiles.isZip(path)) {
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
        return PackedFiles.isGzip(path)
                ? metered(new GZIPInputStream(raw, BUFFER))
                : new BufferedInputStream(raw, BUFFER);
    }

    private InputStream metered(InputStream content) throws IOException {
        var meter = new UnpackMeter(Files.size(path), () -> unreadable("The file unpacks to far more than its size"));
        return new BufferedInputStream(meter.of(content), BUFFER);
    }

    private static boolean isText(String entry) {
        var lower = entry.toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") || lower.endsWith(".csv");
    }

    static Problem unreadable(String detail) {
        return new Problem(EditTableProblem.EDIT_TABLE_FILE_UNREADABLE, detail);
    }
}
