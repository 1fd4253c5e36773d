package org.superbill.coding.officialcodes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CompactForm;
import org.superbill.coding.codesystem.ShippedRelease;
import org.superbill.coding.codesystem.ShippedReplacements;
import org.superbill.servicekit.ids.Sha256;

/**
 * Makes the compact reference form that ships with this service of the official files, and its manifest.
 *
 * <p>Run it after the official files have changed: {@code ReferenceImporter <folder of official files> <src/main/resources/reference>}.
 */
public final class ReferenceImporter {
    /** HCPCS Level II codes that begin so are dental (CDT), which is the ADA's and does not ship. */
    private static final String DENTAL = "D";

    static final String CONVERSION = "icd10/cdc_2026_conversion.xlsx";

    private ReferenceImporter() {}

    /** @param args the folder of the official files, and the folder to write to */
    public static void main(String[] args) throws IOException {
        var official = Path.of(args[0]);
        var target = Path.of(args[1]);
        var manifest = new ArrayList<ShippedRelease>();
        for (var source : Source.all()) {
            var compact = CompactForm.write(source.rows(official)).getBytes(UTF_8);
            write(target.resolve(source.file()), compact);
            manifest.add(source.describe(official, compact));
        }
        manifest.add(ownWords(Files.readAllBytes(target.resolve("cpt-modifier.tsv"))));
        var json = ShippedRelease.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
        Files.writeString(target.resolve("manifest.json"), json + "\n");
        var replacements = ConversionTable.replacements(ConversionTable.sheet(official.resolve(CONVERSION)));
        write(
                target.resolve(ShippedReplacements.FILE),
                ShippedReplacements.write(replacements).getBytes(UTF_8));
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }

    /** The numbers of CPT's modifiers with what they mean in words of our own. */
    private static ShippedRelease ownWords(byte[] compact) {
        return new ShippedRelease(
                CodeSystem.CPT_MODIFIER.id(),
                "own-words",
                LocalDate.of(2020, 1, 1),
                "cpt-modifier.tsv",
                (int) new String(compact, UTF_8).lines().count(),
                Sha256.hex(compact),
                "Superbill, in its own words",
                List.of(),
                "The words are this project's; the official descriptors are the AMA's");
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
                            CodeSystem.ICD_10_PCS,
                            "2026",
                            LocalDate.of(2025, 10, 1),
                            List.of("icd10/cms_2026_pr.zip"),
                            "CMS, ICD-10-PCS order file, fiscal year 2026"),
                    new Source(
                            CodeSystem.HCPCS,
                            "2024",
                            LocalDate.of(2024, 1, 1),
                            List.of("cms/hcpcs_level2_2024.csv.gz", "cms/hcpcs_level2_descriptions_2024.csv.gz"),
                            "CMS, HCPCS Level II as of July 2024, without dental codes"),
                    new Source(
                            CodeSystem.HCPCS_MODIFIER,
                            "2024",
                            LocalDate.of(2024, 1, 1),
                            List.of("cms/hcpcs_modifiers.csv.gz"),
                            "CMS, HCPCS Level II modifiers as of 2024"));
        }

        String file() {
            return "%s-%s.tsv.gz".formatted(system.id(), release);
        }

        List<CodeRow> rows(Path official) throws IOException {
            var first = official.resolve(files.get(0));
            return switch (system) {
                case ICD_10_CM -> OrderFileZip.read(CodeSystem.ICD_10_CM, first);
                case ICD_10_PCS -> OrderFileZip.read(CodeSystem.ICD_10_PCS, first);
                case HCPCS ->
                    HcpcsTables.merge(
                                    HcpcsTables.attributes(Table.read(first)),
                                    HcpcsTables.descriptions(Table.read(official.resolve(files.get(1)))))
                            .stream()
                            .filter(row -> !row.code().startsWith(DENTAL))
                            .toList();
                case HCPCS_MODIFIER -> HcpcsModifierFile.rows(first);
                default -> throw new IllegalStateException("Of " + system + " nothing official ships");
            };
        }

        ShippedRelease describe(Path official, byte[] compact) throws IOException {
            var hashes = new ArrayList<String>();
            for (var file : files) {
                hashes.add(Sha256.hex(Files.readAllBytes(official.resolve(file))));
            }
            var codes = (int) new String(compact, UTF_8).lines().count();
            return new ShippedRelease(
                    system.id(),
                    release,
                    effectiveFrom,
                    file(),
                    codes,
                    Sha256.hex(compact),
                    publisher,
                    hashes,
                    Licences.PUBLIC_DOMAIN);
        }
    }
}
