package org.superbill.billing.edittable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.edittable.EditTables.Setting;

/** The files of CMS beside the project, read whole: as many rows as its README counts. */
class OfficialTablesTest {
    @ParameterizedTest
    @CsvSource({
        "ncci_ptp_practitioner_2024q3.csv.gz, NCCI_PRACTITIONER, 2546017",
        "ncci_ptp_outpatient_2024q3_active.csv.gz, NCCI_OUTPATIENT, 1335857",
        "ncci_mue_practitioner_2024q3.csv.gz, MUE_PRACTITIONER, 14677",
        "ncci_mue_outpatient_2024q3.csv.gz, MUE_OUTPATIENT, 14628",
        "ncci_mue_dme_2024q3.csv.gz, MUE_DME, 2928",
        "ncci_add_on_2024.csv.gz, ADD_ON, 7465",
        "pfs_indicators_2024.csv.gz, FEE_INDICATORS, 18664",
        "pfs_rvu_2024.csv.gz, RELATIVE_VALUES, 18664",
        "pfs_gpci_2024.csv.gz, GEOGRAPHIC_INDICES, 109",
        "pfs_gpci_2025.csv.gz, GEOGRAPHIC_INDICES, 109"
    })
    void aFileHasAllItsRows(String name, EditTable table, int rows) throws IOException {
        var file = TestTables.read(name);
        assertThat(counts(file)).isEqualTo(Map.of(table, rows));
    }

    @Test
    void theFeeScheduleOfOctober2025IsTwoTables() throws IOException {
        var name = "pfs_rvu_2025_october.csv.gz";
        var file = TestTables.read(name);
        assertThat(counts(file)).isEqualTo(Map.of(EditTable.FEE_INDICATORS, 19090, EditTable.RELATIVE_VALUES, 19090));
    }

    private static Map<EditTable, Integer> counts(TableFile file) {
        return file.rows().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().rows()));
    }

    @Test
    void eachReleaseOfTheFeeScheduleAnswersForItsDays() {
        var tables = new TestTables()
                .official("pfs_indicators_2024.csv.gz")
                .official("pfs_rvu_2024.csv.gz")
                .official("pfs_rvu_2025_october.csv.gz")
                .official("pfs_gpci_2024.csv.gz")
                .build();
        var before = LocalDate.parse("2025-09-30");
        var after = LocalDate.parse("2025-10-01");
        assertThat(tables.feeIndicator("20610", "", before).orElseThrow().release())
                .isEqualTo("2024");
        assertThat(tables.feeIndicator("20610", "", after).orElseThrow().release())
                .isEqualTo("2025q4");
        assertThat(tables.globalDays("20610", after)).isEqualTo("000");
        assertThat(tables.bilateral("20610", after)).isEqualTo("1");
        assertThat(tables.globalDays("27447", before)).isEqualTo("090");
        assertThat(tables.globalDays("27447", LocalDate.parse("2023-12-31"))).isEmpty();
        assertThat(tables.relativeValue("99213", "", before).orElseThrow().work())
                .isEqualByComparingTo("1.30");
        assertThat(tables.relativeValue("99213", "", before).orElseThrow().conversionFactor())
                .isEqualByComparingTo("33.2875");
        assertThat(tables.relativeValue("71046", "26", after)).isPresent();
        assertThat(tables.geographicIndex("02102", "01", before).orElseThrow().work())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void unitsAndAddOnsAreThoseOfTheFiles() {
        var tables = new TestTables()
                .official("ncci_mue_practitioner_2024q3.csv.gz")
                .official("ncci_mue_dme_2024q3.csv.gz")
                .official("ncci_add_on_2024.csv.gz")
                .build();
        var on = LocalDate.parse("2024-07-01");
        var limit = tables.unitLimit(Setting.PRACTITIONER, "0001U", on).orElseThrow();
        assertThat(limit.units()).isEqualTo(1);
        assertThat(limit.absolute()).isTrue();
        assertThat(tables.unitLimit(Setting.PRACTITIONER, "0001U", on.minusDays(1)))
                .isEmpty();
        assertThat(tables.unitLimit(Setting.SUPPLIER, "A4206", on).orElseThrow().units())
                .isZero();
        assertThat(tables.addOn("0071U", on).orElseThrow().primaries()).contains("0070U");
        assertThat(tables.addOn("0054T", on).orElseThrow().type()).isEqualTo(2);
        assertThat(tables.isAddOn("99213", on)).isFalse();
    }
}
