package org.superbill.coding.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drugs that were injected at a visit, by the official descriptions that ship. */
class InjectedDrugsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ceftriaxone 1 g IM | J0696 | 4",
                "Given Rocephin 250 mg IM x1 in the office. | J0696 | 1",
                "Rocephin 251 mg IM given | J0696 | 2",
                "Ketorolac 60 mg IM given, tolerated well. | J1885 | 4",
                "Gave 0.5 gram of ceftriaxone IM | J0696 | 2",
                "Depo-Medrol 80 mg intra-articular, right knee. | J1010 | 80",
                "Penicillin G benzathine 1.2 million units IM | J0561 | 12",
                "Bicillin L-A 2,400,000 units IM today | J0561 | 24",
                "B12 1000 mcg IM given | J3420 | 1",
                "Kenalog 40 mg injected into the right shoulder | J3301 | 4",
            })
    void theDoseTellsTheUnits(String note, String code, int units) {
        assertThat(of(note, DAY)).singleElement().satisfies(drug -> {
            assertThat(drug.code()).isEqualTo(code);
            assertThat(drug.units()).isEqualTo(units);
            assertThat(drug.confidence()).isGreaterThan(0);
            assertThat(drug.why().get(0)).contains(drug.title());
        });
    }

    @Test
    void theCodeIsThatOfTheDay() {
        assertThat(of("Depo-Medrol 80 mg IM given", LocalDate.of(2024, 3, 31)))
                .singleElement()
                .satisfies(drug -> assertThat(drug.code()).isEqualTo("J1020 or J1030 or J1040"));
        assertThat(of("Depo-Medrol 80 mg IM given", LocalDate.of(2024, 4, 1))
                        .get(0)
                        .code())
                .isEqualTo("J1010");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ceftriaxone IM given today. | J0696 | the dose that was given",
                "Ceftriaxone 50 mg/kg IM given | J0696 | the dose that was given",
                "Ceftriaxone 2 mL IM given | J0696 | the dose that was given",
                "Ceftriaxone 500 mg IM given. Later ceftriaxone 1 g IM given. | J0696 | which of the doses was given",
                "Methylprednisolone 80 mg IM given | J1010 or J2919 | which form of it was given (methylprednisolone acetate, methylprednisolone sodium succinate)",
            })
    void whatTheNoteLeavesOpenIsNotGuessed(String note, String code, String missing) {
        assertThat(of(note, DAY)).singleElement().satisfies(drug -> {
            assertThat(drug.code()).isEqualTo(code);
            assertThat(drug.confidence()).isZero();
            assertThat(drug.missing()).isEqualTo(missing);
        });
    }

    @Test
    void theSameDoseOfTwoNotesWasGivenOnce() {
        assertThat(of("Plan: ceftriaxone 1 g IM.\nProcedure: Rocephin 1000 mg IM given, left gluteus.", DAY))
                .singleElement()
                .satisfies(drug -> assertThat(drug.units()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ketorolac 10 mg PO",
                "Medications: testosterone cypionate 200 mg IM",
                "Testosterone cypionate 200 mg IM every 2 weeks at home",
                "Declined ceftriaxone 1 g IM",
                "Ceftriaxone 1 g IM given last week",
                "Allergic to ceftriaxone IM",
                "Ceftriaxone prescribed, 1 g IM",
                "Given an injection of 1 g IM"
            })
    void whatWasNotInjectedHereIsNotProposed(String note) {
        assertThat(of(note, DAY)).isEmpty();
    }

    private static List<Procedure> of(String note, LocalDate on) {
        return InjectedDrugs.of(new Visit(note, on, 40, null, null, false, List.of()), drugs(on));
    }

    private static List<DrugCode> drugs(LocalDate on) {
        var resource =
                Objects.requireNonNull(InjectedDrugsTest.class.getResourceAsStream("/reference/hcpcs-2024.tsv.gz"));
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(row -> row[0].startsWith("J")
                            && (row[4].isEmpty() || !LocalDate.parse(row[4]).isAfter(on))
                            && (row[5].isEmpty() || !LocalDate.parse(row[5]).isBefore(on)))
                    .flatMap(row -> DrugCode.of(row[0], row[3].isEmpty() ? row[2] : row[3]).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
