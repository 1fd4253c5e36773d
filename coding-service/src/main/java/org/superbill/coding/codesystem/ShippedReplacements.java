package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The conversion table of ICD-10-CM that ships as a resource of this service: five fields a line, the fourth empty where nothing is said. */
public final class ShippedReplacements {
    /** The edition that ships. */
    public static final CodeTable TABLE = new CodeTable(
            CodeTable.ICD_10_CM_CONVERSION,
            "2026",
            LocalDate.of(2025, 10, 1),
            "CDC/NCHS, ICD-10-CM conversion table, fiscal year 2026");

    /** Beside the manifest of what ships. */
    public static final String FILE = "icd-10-cm-conversion-2026.tsv.gz";

    private ShippedReplacements() {}

    static boolean is(String kind, String release) {
        return TABLE.kind().equals(kind) && TABLE.release().equals(release);
    }

    static List<Replacement> read() {
        try (var resource = ShippedReplacements.class.getResourceAsStream("/reference/" + FILE)) {
            if (resource == null) {
                throw new FileNotFoundException("This build lacks its resource " + FILE);
            }
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))
                    .lines()
                    .map(ShippedReplacements::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it ships. */
    public static String write(List<Replacement> rows) {
        var text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(
                        "\t",
                        row.from(),
                        row.to(),
                        row.replacedBy(),
                        row.togetherWith() == null ? "" : row.togetherWith(),
                        row.effectiveOn().toString()))
                .append('\n'));
        return text.toString();
    }

    private static Replacement row(String line) {
        var fields = line.split("\t", -1);
        return new Replacement(
                fields[0], fields[1], fields[2], fields[3].isEmpty() ? null : fields[3], LocalDate.parse(fields[4]));
    }
}
