package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the compact reference form that ships with this service of the official files, and its manifest.
 *
 * <p>Run it after the official files have changed: {@code ReferenceImporter <folder of official files> <src/main/resources/reference>}.
 */
public final class ReferenceImporter {
    private static final String PUBLIC_DOMAIN = "US-government work, public domain (17 U.S.C. 105)";

    /** ICD-10-CM order file, fixed columns (CMS, icd10OrderFiles.pdf): order, code, header 0 or billable 1, short, long description. */
    private static final int ORDER_CODE = 6;

    private static final int ORDER_FLAG = 14;
    private static final int ORDER_SHORT = 16;
    private static final int ORDER_LONG = 77;

    /** HCPCS Level II codes that begin so are dental (CDT), which is the ADA's and does not ship. */
    private static final String DENTAL = "D";

    private ReferenceImporter() {}

    /** @param args the folder of the official files, and the folder to write to */
    public static void main(String[] args) throws IOException {
        var official = Path.of(args[0]);
        var target = Path.of(args[1]);
        var manifest = new ArrayList<ShippedRelease>();
        for (var source : Source.all()) {
            var compact = CompactForm.write(source.rows(official)).getBytes(UTF_8);
            try (var out = new GZIPOutputStream(Files.newOutputStream(target.resolve(source.file())))) {
                out.write(compact);
            }
            manifest.add(source.describe(official, compact));
        }
        var json = ShippedRelease.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
        Files.writeString(target.resolve("manifest.json"), json + "\n");
    }

    /** One release and the official files that it is made of. */
    record Source(CodeSystem system, String release, LocalDate effectiveFrom, List<String> files, String publisher) {
        static List<Source> all() {
            return List.of(
                    new Source(
                            CodeSystem.ICD_10_CM,
                            "2025",
                            LocalDate.of(2024, 10, 1),
                            List.of("icd10/cms_2025_dx.zip"),
                            "CMS, ICD-10-CM order file, fiscal year 2025"),
                    new Source(
                            CodeSystem.ICD_10_CM,
                            "2026",
                            LocalDate.of(2025, 10, 1),
                            List.of("icd10/cms_2026_dx.zip"),
                            "CMS, ICD-10-CM order file, fiscal year 2026"),
                    new Source(
                            CodeSystem.HCPCS,
                            "2024",
                            LocalDate.of(2024, 1, 1),
                            List.of("cms/hcpcs_level2_2024.csv.gz", "cms/hcpcs_level2_descriptions_2024.csv.gz"),
                            "CMS, HCPCS Level II as of July 2024, without dental codes"));
        }

        String file() {
            return "%s-%s.tsv.gz".formatted(system.id(), release);
        }

        List<CodeRow> rows(Path official) throws IOException {
            return system == CodeSystem.HCPCS
                    ? hcpcs(official.resolve(files.get(0)), official.resolve(files.get(1)))
                    : icd10(official.resolve(files.get(0)), release);
        }

        ShippedRelease describe(Path official, byte[] compact) throws IOException {
            var hashes = new ArrayList<String>();
            for (var file : files) {
                hashes.add(Sha256.of(Files.readAllBytes(official.resolve(file))));
            }
            var codes = (int) new String(compact, UTF_8).lines().count();
            return new ShippedRelease(
                    system.id(),
                    release,
                    effectiveFrom,
                    file(),
                    codes,
                    Sha256.of(compact),
                    publisher,
                    hashes,
                    PUBLIC_DOMAIN);
        }
    }

    private static List<CodeRow> icd10(Path zip, String year) throws IOException {
        try (var files = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                if (entry.getName().endsWith("icd10cm_order_" + year + ".txt")) {
                    return reader(files)
                            .lines()
                            .map(ReferenceImporter::orderLine)
                            .toList();
                }
            }
        }
        throw new FileNotFoundException("No order file of " + year + " in " + zip);
    }

    private static CodeRow orderLine(String line) {
        return new CodeRow(
                line.substring(ORDER_CODE, ORDER_FLAG).strip(),
                line.charAt(ORDER_FLAG) == '1',
                line.substring(ORDER_SHORT, ORDER_LONG).strip(),
                line.substring(ORDER_LONG).strip(),
                null,
                null);
    }

    private static List<CodeRow> hcpcs(Path attributes, Path descriptions) throws IOException {
        var texts = new HashMap<String, Map<String, String>>();
        for (var row : csv(descriptions)) {
            texts.computeIfAbsent(row.getField("hcpcs_code"), code -> new HashMap<>())
                    .put(row.getField("hcpcs_desc_type"), plain(row.getField("hcpcs_description")));
        }
        return csv(attributes).stream()
                .filter(row -> !row.getField("hcpcs_code").startsWith(DENTAL))
                .map(row -> hcpcsRow(row, texts.getOrDefault(row.getField("hcpcs_code"), Map.of())))
                .sorted(Comparator.comparing(CodeRow::code))
                .toList();
    }

    private static CodeRow hcpcsRow(NamedCsvRecord row, Map<String, String> texts) {
        var code = row.getField("hcpcs_code");
        var shortText = texts.getOrDefault("Short", code);
        return new CodeRow(
                code,
                true,
                shortText,
                texts.getOrDefault("Long", shortText),
                date(row.getField("date_added")),
                date(row.getField("date_term")));
    }

    private static List<NamedCsvRecord> csv(Path gz) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(reader(new GZIPInputStream(Files.newInputStream(gz))))) {
            return rows.stream().toList();
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, UTF_8));
    }
}
