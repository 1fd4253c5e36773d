package org.superbill.coding.codefile;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** Takes an official file: recognised, then loaded whole in one transaction or not at all. */
@ApplicationScoped
public class CodeFiles {
    private static final int LONGEST_NAME = 120;
    private static final String NAMELESS = "file";

    private final AgroalDataSource dataSource;
    private final Instance<OfficialFile> kinds;

    CodeFiles(AgroalDataSource dataSource, @Any Instance<OfficialFile> kinds) {
        this.dataSource = dataSource;
        this.kinds = kinds;
    }

    /** The names of the kinds of files that are taken, in alphabetical order. */
    public List<String> kinds() {
        return kinds.stream().map(OfficialFile::kind).sorted().toList();
    }

    /**
     * @param name as the sender calls the file, or null
     * @throws Problem {@code CODE_FILE_UNKNOWN}, {@code CODE_FILE_UNREADABLE}, {@code CODE_FILE_NOT_HERE}, and what the kind of file finds wrong with it
     */
    @Transactional
    public FileOutcome take(InputStream content, @Nullable String name, FileLoad load) {
        try {
            var folder = Files.createTempDirectory("superbill-code-file-");
            var file = folder.resolve(plain(name));
            try {
                Files.copy(content, file);
                return load(file, name, load);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (ZipException e) {
            throw new Problem(CodeFileProblem.CODE_FILE_UNREADABLE, "The file cannot be unpacked");
        } catch (CharacterCodingException e) {
            throw notText();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notText() : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem notText() {
        return new Problem(CodeFileProblem.CODE_FILE_UNREADABLE, "The file has characters that are not UTF-8");
    }

    private FileOutcome load(Path file, @Nullable String name, FileLoad load) throws IOException {
        var kind = recognise(Packing.sample(file, name == null ? NAMELESS : plain(name)));
        try (var connection = dataSource.getConnection()) {
            return kind.load(connection, file, load);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not take a file of kind " + kind.kind(), e);
        }
    }

    private OfficialFile recognise(FileSample sample) {
        BillingFile.of(sample).ifPresent(file -> {
            throw new Problem(CodeFileProblem.CODE_FILE_NOT_HERE, file.detail());
        });
        return kinds.stream()
                .sorted(Comparator.comparing(OfficialFile::kind))
                .filter(kind -> kind.recognises(sample))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CodeFileProblem.CODE_FILE_UNKNOWN,
                        UnreadFile.of(sample)
                                .map(UnreadFile::detail)
                                .orElseGet(() -> "Taken are: " + String.join(", ", kinds()))));
    }

    /** The last part of the name in letters, digits, dots, dashes and underscores. */
    private static String plain(@Nullable String name) {
        if (name == null) {
            return NAMELESS;
        }
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[^A-Za-z0-9._-]", "_");
        var cut = last.substring(Math.max(0, last.length() - LONGEST_NAME));
        return cut.isEmpty() || cut.startsWith(".") ? NAMELESS + cut : cut;
    }
}
