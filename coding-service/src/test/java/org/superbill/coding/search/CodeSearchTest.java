package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coding.codesystem.CodeSystem.HCPCS;
import static org.superbill.coding.codesystem.CodeSystem.ICD_10_CM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.ShippedSpans;

/** Over the real code sets that ship. */
class CodeSearchTest {
    private static final LocalDate MARCH_2026 = LocalDate.of(2026, 3, 2);
    private static final int FIRST_RESULTS = 3;

    private static final ShippedSearch SHIPPED = ShippedSearch.shared();

    @ParameterizedTest
    @CsvSource({
        "flu shot, Z23",
        "flu vaccination, Z23",
        "vaccination flu, Z23",
        "immunization, Z23",
        "immunizations, Z23",
        "encounter for immunization, Z23",
        "imunization, Z23",
        "vaccine, Z23",
        "Z23, Z23",
        "z23, Z23",
        "J06.9, J069",
        "j069, J069",
        "I10, I10",
        "htn, I10",
        "high blood pressure, I10",
        "hypertension, I10",
        "essential hypertension, I10",
        "hypertention essential, I10",
        "type 2 diabetes, E119",
        "acute upper respiratory infection unspecified, J069",
        "common cold, J069",
        "low back pain, M5450",
        "pain in left knee, M25562",
        "left knee pain, M25562",
        "pneumonia unspecified organism, J189",
        "kidney stone, N200",
        "broken left wrist, S62102A",
        "colles fracture left, S52532A",
        "dog bite right hand, S61451A",
        "dvt left leg acute, I82402"
    })
    void findsTheDiagnosisAmongTheFirst(String text, String code) {
        assertThat(codes(text, ICD_10_CM, MARCH_2026, FIRST_RESULTS)).as(text).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"flu shot, G0008", "administration influenza vaccine, G0008", "wheelchairs, K0001", "A0428, A0428"})
    void findsTheProcedureAmongTheFirst(String text, String code) {
        assertThat(codes(text, HCPCS, MARCH_2026, 10)).as(text).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "E11 neuropathy, E1140",
        "M17 right, M1711",
        "L5 radiculopathy, M5416",
        "s1 radiculopathy, M5417",
        "compression fracture L4, S32040A",
        "C5 fracture, S12400A",
        "bmi 42, Z6841",
        "subdural hematoma traumatic loc 30 min or less, S065X1A",
        "dvt popliteal, I82439",
        "sigmoid diverticulitis, K5732",
        "diverticulitis no abscess sigmoid, K5732",
        "diverticulitis of large intestine with abscess, K5720",
        "right heel pain, M79671",
        "lipoma back, D171",
        "uc pancolitis, K5100",
        "bladder infection, N3090",
        "pyelo acute, N10"
    })
    void aWordThatLooksLikeACodeOrThatIsDeniedDoesNotLead(String text, String code) {
        assertThat(SHIPPED.find(text, SHIPPED.systems(), MARCH_2026, 5).hits())
                .as(text)
                .extracting(Hit::code)
                .contains(code);
    }

    @Test
    void aVertebraAloneIsTheBeginningOfCodes() {
        assertThat(codes("C5", ICD_10_CM, MARCH_2026, 3)).allMatch(code -> code.startsWith("C5"));
    }

    @ParameterizedTest
    @CsvSource({"modifier 25, 25", "mod gt, GT", "59 modifier, 59"})
    void theWordForASystemSaysWhatTheNumberIsOf(String text, String code) {
        assertThat(SHIPPED.find(text, SHIPPED.systems(), MARCH_2026, 1).hits())
                .singleElement()
                .extracting(Hit::code)
                .isEqualTo(code);
    }

    @Test
    void amongModifiersTwoLettersAreANumber() {
        assertThat(codes("kx", CodeSystem.HCPCS_MODIFIER, MARCH_2026, 1)).containsExactly("KX");
        assertThat(codes("rental", CodeSystem.HCPCS_MODIFIER, MARCH_2026, 5)).contains("RR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rocephin 250mg", "pyelo acute", "prior auth missing", "lima graft"})
    void neitherDosesNorWhatIsCutShortIsCorrected(String text) {
        assertThat(SHIPPED.find(text, SHIPPED.systems(), MARCH_2026, 1).corrected())
                .isNull();
    }

    @Test
    void findsEveryCodeUnderABeginning() {
        assertThat(codes("J06", ICD_10_CM, MARCH_2026, 10)).containsExactlyInAnyOrder("J06", "J060", "J069");
    }

    @Test
    void leavesOutWhatIsNotValidOnTheDayUnlessItsNumberIsAskedFor() {
        var lastDay = LocalDate.of(2025, 9, 30);
        var newIn2026 = "E11A"; // Type 2 diabetes mellitus without complications in remission, from 1 October 2025
        assertThat(SHIPPED.find("E11A", List.of(ICD_10_CM), lastDay.plusDays(1), 1)
                        .hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.code()).isEqualTo(newIn2026))
                .satisfies(hit -> assertThat(hit.validOn(lastDay.plusDays(1))).isTrue())
                .satisfies(hit -> assertThat(hit.validOn(lastDay)).isFalse());
        assertThat(SHIPPED.find("E11A", List.of(ICD_10_CM), lastDay, 1).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.code()).isEqualTo(newIn2026));
        assertThat(codes("diabetes in remission", ICD_10_CM, lastDay, 50)).doesNotContain(newIn2026);
    }

    @Test
    void saysThatAReleaseIsPastItsYear() {
        assertThat(SHIPPED.find("wheelchair", List.of(HCPCS), MARCH_2026, 1).warnings())
                .singleElement()
                .asString()
                .contains("2024-12-31");
        assertThat(SHIPPED.find("immunization", List.of(ICD_10_CM), MARCH_2026, 1)
                        .warnings())
                .isEmpty();
        assertThat(SHIPPED.find("immunization", SHIPPED.systems(), MARCH_2026, 1)
                        .warnings())
                .as("of systems from which nothing comes")
                .isEmpty();
    }

    @Test
    void answersNonsenseWithNothing() {
        assertThat(codes("qqxxzzjjkkww", ICD_10_CM, MARCH_2026, 10)).isEmpty();
        assertThat(codes("of the", ICD_10_CM, MARCH_2026, 10)).isEmpty();
        assertThat(codes("*:* AND \"(", ICD_10_CM, MARCH_2026, 10)).isNotNull();
    }

    @Test
    void opensAnIndexThatIsStillRightWithoutBuildingIt() throws IOException {
        var again = new SearchIndexes(SHIPPED.folder(), new Vocabulary(), ShippedSearch.NAMES);
        again.refresh(ShippedSpans.releases(HCPCS), (releases, consumer) -> {
            throw new AssertionError("built again");
        });
        again.close();
    }

    @Test
    void buildsAnIndexThatIsDamagedAnew(@TempDir Path other) throws IOException {
        var first = new SearchIndexes(other, new Vocabulary(), Names.none());
        first.refresh(ShippedSpans.releases(HCPCS), ShippedSpans::each);
        first.close();
        try (var files = Files.walk(other)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        var second = new SearchIndexes(other, new Vocabulary(), Names.none());
        second.refresh(ShippedSpans.releases(HCPCS), ShippedSpans::each);
        assertThat(new CodeSearch(second, new Vocabulary())
                        .find(new CodeSearch.Wanted(
                                "wheelchair", List.of(HCPCS), List.of(HCPCS), Filters.on(MARCH_2026), 5, Map.of()))
                        .hits())
                .isNotEmpty();
        second.close();
    }

    private static List<String> codes(String text, CodeSystem system, LocalDate on, int limit) {
        return SHIPPED.find(text, List.of(system), on, limit).hits().stream()
                .map(Hit::code)
                .toList();
    }

    /** {@code -Dsuperbill.measure=true} prints what a search takes. */
    @Test
    void answersInMilliseconds() {
        var texts = List.of(
                "flu shot", "J06", "hypertention", "left knee pain", "type 2 diabetes with neuropathy", "fractur");
        var rounds = 15;
        var nanos = new long[rounds * texts.size()];
        for (var i = 0; i < nanos.length; i++) {
            var start = System.nanoTime();
            codes(texts.get(i % texts.size()), ICD_10_CM, MARCH_2026, 20);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        var median = nanos[nanos.length / 2] / 1e6;
        if (Boolean.getBoolean("superbill.measure")) {
            System.out.printf("code search: p50 %.2f ms, p99 %.2f ms%n", median, nanos[nanos.length * 99 / 100] / 1e6);
        }
        assertThat(median).as("milliseconds, median").isLessThan(50);
    }
}
