package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contraceptive devices that are put in, by the official codes that ship. */
class InsertedDevicesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mirena IUD inserted without difficulty. | 58300 | J7298",
                "IUD (Mirena) inserted for contraception. | 58300 | J7298",
                "Inserted Kyleena today. | 58300 | J7296",
                "Liletta was placed. | 58300 | J7297",
                "Skyla IUD placed. | 58300 | J7301",
                "Paragard inserted. | 58300 | J7300",
                "Copper IUD inserted. | 58300 | J7300",
                "She chose Mirena. Under sterile technique the IUD was inserted. | 58300 | J7298",
                "Mirena removed. Kyleena inserted. | 58300 | J7296",
                "Nexplanon inserted in the left arm. | 11981 | J7307",
            })
    void theDeviceIsALineBesidePuttingItIn(String note, String insertion, String device) {
        assertThat(codes(note, DAY)).contains(insertion, device).doesNotHaveDuplicates();
        assertThat(codes(note, DAY).stream().filter(code -> code.startsWith("J")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IUD inserted.",
                "Mirena IUD removed.",
                "Mirena in place since 2022, strings seen.",
                "Patient's own Mirena inserted.",
                "Mirena IUD inserted; she brought the device from the specialty pharmacy.",
                "Discussed Mirena and Kyleena. IUD inserted.",
            })
    void whatWasNotPutInOrNotNamedOrNotBoughtIsNone(String note) {
        assertThat(codes(note, DAY)).noneMatch(code -> code.startsWith("J"));
    }

    @ParameterizedTest
    @CsvSource({"2017-12-31, false", "2018-01-01, true"})
    void theCodeIsThatOfTheDay(LocalDate day, boolean valid) {
        assertThat(codes("Kyleena inserted.", day).contains("J7296")).isEqualTo(valid);
    }

    private static List<String> codes(String note, LocalDate on) {
        return Visits.of(new Visit(note, on, 30, null, null, false, List.of()), InjectedDrugsTest.drugs(on)).stream()
                .map(Procedure::code)
                .toList();
    }
}
