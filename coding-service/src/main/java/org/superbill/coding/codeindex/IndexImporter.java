package org.superbill.coding.codeindex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;
import org.superbill.coding.codefile.Packing;
import org.superbill.servicekit.ids.Sha256;

/**
 * Makes the compact form of the index that ships with this service of the official files, and its manifest.
 *
 * <p>Run it after the official files have changed: {@code IndexImporter <folder of official files> <src/main/resources/reference>}.
 */
public final class IndexImporter {
    private static final String PUBLIC_DOMAIN = "US-government work, public domain (17 U.S.C. 105)";
    private static final LocalDate APRIL_2025 = LocalDate.of(2025, 4, 1);
    private static final LocalDate OCTOBER_2025 = LocalDate.of(2025, 10, 1);

    private IndexImporter() {}

    /** @param args the folder of the official files, and the folder to write to */
    public static void main(String[] args) throws IOException, XMLStreamException {
        var official = Path.of(args[0]);
        var target = Path.of(args[1]);
        var manifest = new ArrayList<ShippedIndex>();
        for (var source : Source.all()) {
            var compact = CompactIndex.write(source.terms(official));
            try (var out = new GZIPOutputStream(Files.newOutputStream(target.resolve(source.compactFile())))) {
                out.write(compact.getBytes(UTF_8));
            }
            manifest.add(source.describe(official, compact));
        }
        var json = ShippedIndex.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
        Files.writeString(target.resolve(ShippedIndex.MANIFEST), json + "\n");
    }

    /** One part of the index and the official file that it is made of. */
    record Source(CodeIndexTable table, String release, LocalDate effectiveFrom, String file, String publisher) {
        static List<Source> all() {
            return List.of(
                    new Source(
                            CodeIndexTable.ALPHABETIC,
                            "2025-04",
                            APRIL_2025,
                            "icd10/cdc_2025_index.csv.gz",
                            "CDC/NCHS, ICD-10-CM Index to Diseases and Injuries, April 2025"),
                    new Source(
                            CodeIndexTable.EXTERNAL_CAUSES,
                            "2026",
                            OCTOBER_2025,
                            "icd10/cdc_april_2026_eindex.xml.gz",
                            "CDC/NCHS, ICD-10-CM External Cause of Injuries Index, fiscal year 2026 as of April"),
                    new Source(
                            CodeIndexTable.NEOPLASMS,
                            "2026",
                            OCTOBER_2025,
                            "icd10/cdc_april_2026_neoplasm.xml.gz",
                            "CDC/NCHS, ICD-10-CM Neoplasm Table, fiscal year 2026 as of April"),
                    new Source(
                            CodeIndexTable.DRUGS,
                            "2026",
                            OCTOBER_2025,
                            "icd10/cdc_april_2026_drug.xml.gz",
                            "CDC/NCHS, ICD-10-CM Table of Drugs and Chemicals, fiscal year 2026 as of April"));
        }

        String compactFile() {
            return "code-index-%s-%s.tsv.gz".formatted(table.id(), release);
        }

        List<IndexTerm> terms(Path official) throws IOException, XMLStreamException {
            try (var content = Packing.open(official.resolve(file))) {
                return table == CodeIndexTable.ALPHABETIC
                        ? IndexCsv.read(new InputStreamReader(content, UTF_8))
                        : IndexXml.read(content, table);
            }
        }

        ShippedIndex describe(Path official, String compact) throws IOException {
            return new ShippedIndex(
                    table,
                    release,
                    effectiveFrom,
                    compactFile(),
                    (int) compact.lines().count(),
                    Sha256.hex(compact),
                    publisher,
                    Sha256.hex(Files.readAllBytes(official.resolve(file))),
                    PUBLIC_DOMAIN);
        }
    }
}
