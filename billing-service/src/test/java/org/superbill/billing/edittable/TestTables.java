package org.superbill.billing.edittable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Tables for tests of other features: invented ones, and those of CMS beside the project where they are. */
public final class TestTables {
    private static final Path CMS = Path.of(System.getProperty("superbill.root", ".."), "..", "shared", "data", "cms");

    private static final Map<String, SoftReference<TableFile>> READ = new HashMap<>();

    private final List<TableContent> contents = new ArrayList<>();

    /** @param rows fields parted by blanks; a dash is an empty field, a tilde a blank in one */
    public TestTables with(EditTable table, String label, String from, String... rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var fields = row.strip().split(" +");
            for (var i = 0; i < fields.length; i++) {
                fields[i] = fields[i].equals("-") ? "" : fields[i].replace('~', ' ');
            }
            lines.add(RowText.of(fields));
        }
        contents.add(TableContent.of(table, label, LocalDate.parse(from), lines.size(), lines));
        return this;
    }

    /** A file of CMS, read as an upload is. */
    public TestTables official(String name) {
        try {
            var file = read(name);
            var release = file.release();
            file.rows()
                    .forEach((table, rows) -> contents.add(TableContent.of(
                            table,
                            release.label(),
                            release.effectiveFrom(),
                            rows.rows(),
                            RowBlocks.lines(rows.blocks().stream()
                                    .map(RowBlocks.Block::content)
                                    .toList()))));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of CMS, read once for all tests as long as there is room. */
    static synchronized TableFile read(String name) throws IOException {
        var path = official(name, true);
        var kept = READ.getOrDefault(name, new SoftReference<>(null)).get();
        if (kept == null) {
            kept = TableFile.read(path, name, null);
            READ.put(name, new SoftReference<>(kept));
        }
        return kept;
    }

    public EditTables build() {
        return new EditTables(contents);
    }

    /** @param skips whether a test that needs it is skipped where it is absent */
    public static Path official(String name, boolean skips) {
        var path = CMS.resolve(name);
        if (skips) {
            Assumptions.assumeTrue(Files.exists(path), "There is no " + path);
        }
        return path;
    }
}
