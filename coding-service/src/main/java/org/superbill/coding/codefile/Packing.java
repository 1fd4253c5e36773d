package org.superbill.coding.codefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.superbill.servicekit.packing.PackedFiles;
import org.superbill.servicekit.packing.UnpackMeter;
import org.superbill.servicekit.problem.Problem;

/** How an official file is packed: as it is, gzip or zip; opens it, and refuses what is made to do harm when it is unpacked. */
public final class Packing {
    static final int HEAD = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Packing() {}

    /** The content of a file, unzipped where it is gzip. The caller closes it. */
    public static InputStream open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), HEAD);
        try {
            return PackedFiles.isGzip(file) ? new BufferedInputStream(new GZIPInputStream(raw, HEAD), HEAD) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The content of a text file as its characters, unzipped where it is gzip: UTF-8, and nothing that is not. The caller closes it. */
    public static Reader openText(Path file) throws IOException {
        return text(open(file));
    }

    /**
     * Characters in UTF-8, without a byte-order mark; a reading ends with a {@link CharacterCodingException} where they are not, for a wrong letter in a code's text
     * would stay.
     */
    public static Reader text(InputStream content) throws IOException {
        var reader = new PushbackReader(new BufferedReader(new InputStreamReader(content, UTF_8.newDecoder())), 1);
        var first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    /** The lines of a text of a publisher who writes UTF-8 or Windows-1252, as CMS and the AMA do. */
    public static List<String> lines(InputStream content) throws IOException {
        var bytes = content.readAllBytes();
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS).lines().toList();
        }
    }

    /** The names of the entries of a zip that are wanted; none when it is no zip. */
    public static List<String> findEntries(Path file, Predicate<String> wanted) throws IOException {
        if (!PackedFiles.isZip(file)) {
            return List.of();
        }
        try (var zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).filter(wanted).toList();
        }
    }

    /** The content of the first entry of a zip whose name is wanted; empty when there is none, or it is no zip. The caller closes it, and the zip with it. */
    public static Optional<InputStream> openEntry(Path file, Predicate<String> wanted) throws IOException {
        if (!PackedFiles.isZip(file)) {
            return Optional.empty();
        }
        var zip = new ZipFile(file.toFile());
        var entry = zip.stream().filter(e -> wanted.test(e.getName())).findFirst();
        if (entry.isEmpty()) {
            zip.close();
            return Optional.empty();
        }
        return Optional.of(new BufferedInputStream(zip.getInputStream(entry.get()), HEAD) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        });
    }

    /** @throws Problem {@code CODE_FILE_UNREADABLE} */
    static FileSample sample(Path file, String name) throws IOException {
        try {
            var entries = PackedFiles.isZip(file) ? checkZip(file) : List.<String>of();
            if (PackedFiles.isGzip(file)) {
                checkGzip(file);
            }
            try (var content = open(file)) {
                return new FileSample(name, content.readNBytes(HEAD), entries);
            }
        } catch (ZipException | EOFException e) {
            throw unreadable("The file is not whole, or no gzip or zip file although it begins as one");
        }
    }

    private static void checkGzip(Path file) throws IOException {
        try (var content = new GZIPInputStream(Files.newInputStream(file), HEAD)) {
            drain(meter(file).of(content));
        }
    }

    /** @return the names of the entries */
    private static List<String> checkZip(Path file) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > PackedFiles.MOST_ENTRIES) {
                throw unreadable("The zip file has more than %d entries".formatted(PackedFiles.MOST_ENTRIES));
            }
            var meter = meter(file);
            for (var entry : zip.stream().toList()) {
                names.add(plain(entry));
                try (var content = zip.getInputStream(entry)) {
                    drain(meter.of(content));
                }
            }
        }
        return names;
    }

    /** We unpack nothing to a disk; a name that climbs is still none that a publisher gives. */
    private static String plain(ZipEntry entry) {
        var name = entry.getName();
        if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.indexOf('\0') >= 0) {
            throw unreadable("The zip file has an entry with a name that is not plain");
        }
        return name;
    }

    private static UnpackMeter meter(Path file) throws IOException {
        return new UnpackMeter(Files.size(file), () -> unreadable("The file unpacks to far more than its size"));
    }

    private static void drain(InputStream content) throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
    }

    private static Problem unreadable(String detail) {
        return new Problem(CodeFileProblem.CODE_FILE_UNREADABLE, detail);
    }
}
