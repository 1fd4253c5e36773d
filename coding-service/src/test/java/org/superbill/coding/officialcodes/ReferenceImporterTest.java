package org.superbill.coding.officialcodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.coding.codesystem.CodeRow;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CompactForm;
import org.superbill.coding.codesystem.ShippedRelease;
import org.superbill.coding.codesystem.ShippedSpans;
import org.superbill.servicekit.ids.Sha256;

class ReferenceImporterTest {
    /** The official files lie beside the project on machines that have them. */
    private static final Path OFFICIAL = OfficialFiles.FOLDER;

    @ParameterizedTest
    @MethodSource("sources")
    void whatShipsIsWhatTheOfficialFilesSay(ReferenceImporter.Source source) throws IOException {
        for (var file : source.files()) {
            assumeTrue(Files.exists(OFFICIAL.resolve(file)), "Skipped: no official file " + file + " in " + OFFICIAL);
        }
        var made = CompactForm.write(source.rows(OFFICIAL));
        assertThat(source.describe(OFFICIAL, made.getBytes(UTF_8))).isEqualTo(shipped(source));
        try (var content = shipped(source).open()) {
            assertThat(new String(content.readAllBytes(), UTF_8).equals(made))
                    .as("the same content, byte for byte")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatShipsHasTheChecksumAndTheRowsOfItsManifest(ReferenceImporter.Source source) throws IOException {
        var shipped = shipped(source);
        try (var content = shipped.open()) {
            assertThat(Sha256.hex(content.readAllBytes())).isEqualTo(shipped.sha256());
        }
        var rows = new ArrayList<CodeRow>();
        ShippedSpans.read(shipped, rows::add);
        assertThat(rows)
                .hasSize(shipped.codes())
                .allMatch(row -> source.system().accepts(row.code()));
        assertThat(rows).extracting(CodeRow::code).doesNotHaveDuplicates();
    }

    @Test
    void theDentalCodesOfTheAdaDoNotShip() {
        var hcpcs = sources().stream()
                .filter(source -> source.system() == CodeSystem.HCPCS)
                .findFirst()
                .orElseThrow();
        var rows = new ArrayList<CodeRow>();
        ShippedSpans.read(shipped(hcpcs), rows::add);
        assertThat(rows).noneMatch(row -> row.code().startsWith("D"));
    }

    @Test
    void theBillableCodesOf2026AreAsManyAsTheCodesFileHas() {
        var rows = new ArrayList<CodeRow>();
        ShippedSpans.read(
                ShippedRelease.all().stream()
                        .filter(release -> release.file().equals("icd-10-cm-2026.tsv.gz"))
                        .findFirst()
                        .orElseThrow(),
                rows::add);
        assertThat(rows).hasSize(98_186).filteredOn(CodeRow::billable).hasSize(74_719);
    }

    static List<ReferenceImporter.Source> sources() {
        return ReferenceImporter.Source.all();
    }

    private static ShippedRelease shipped(ReferenceImporter.Source source) {
        return ShippedRelease.all().stream()
                .filter(release -> release.file().equals(source.file()))
                .findFirst()
                .orElseThrow();
    }
}
