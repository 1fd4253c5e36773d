package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmunizationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String OPEN = "90653 or 90656 or 90657 or 90658 or 90660 or 90661 or 90662 or 90673";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Flu shot given IM.                         | 2026-01-05 | 70
            Flu shot given IM.                         | 2026-01-05 | 30
            Fluzone 0.5 mL IM given.                   | 2026-01-05 | 30
            He was given his influenza vaccine.        | 2026-01-05 | 30
            """)
    void aFluShotWithoutItsProductIsItsAdministrationAndAQuestion(String note, LocalDate on, int age) {
        var found = Immunizations.of(visit(note, on, age));

        assertThat(found).extracting(Procedure::code).containsExactly(OPEN, "90471");
        assertThat(found.get(0).confidence()).isZero();
        assertThat(found.get(0).missing()).contains("product");
        assertThat(found.get(1).why()).anySatisfy(why -> assertThat(why).contains("product"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fluzone High-Dose 0.5 mL IM given.                | 2026-01-05 | 90662
            High-dose flu shot given.                         | 2023-10-05 | 90662
            Fluad IM given.                                   | 2024-07-31 | 90694
            Fluad IM given.                                   | 2024-08-01 | 90653
            Flublok given IM.                                 | 2024-07-31 | 90682
            Flublok given IM.                                 | 2024-08-01 | 90673
            Flucelvax given IM.                               | 2024-07-31 | 90674
            Flucelvax given IM.                               | 2024-08-01 | 90661
            Fluarix Quadrivalent given IM.                    | 2023-11-02 | 90686
            FluLaval given IM.                                | 2025-11-02 | 90656
            Fluzone 0.5 mL prefilled syringe, IM given.       | 2025-11-02 | 90656
            Afluria from a multi-dose vial 0.5 mL IM given.   | 2025-11-02 | 90658
            Afluria multi-dose vial 0.25 mL IM given.         | 2025-11-02 | 90657
            Afluria from a multi-dose vial 0.5 mL IM given.   | 2023-11-02 | 90688
            """)
    void theProductAndTheSeasonDecideTheNumberOfAFluVaccine(String note, LocalDate on, String code) {
        assertThat(codes(note, on, 40)).containsExactly(code, "90471");
    }

    @Test
    void whatGoesIntoTheNoseHasAnAdministrationOfItsOwn() {
        assertThat(codes("FluMist given intranasal.", LocalDate.of(2024, 7, 31), 8))
                .containsExactly("90672", "90473");
        assertThat(codes("FluMist given intranasal.", LocalDate.of(2024, 8, 1), 8))
                .containsExactly("90660", "90473");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pfizer COVID vaccine IM given.         | 2025-11-02 |  4 | 91318
            Pfizer COVID vaccine IM given.         | 2025-11-02 | 11 | 91319
            Comirnaty IM given.                    | 2025-11-02 | 12 | 91320
            COVID-19 vaccine (Pfizer) given.       | 2023-09-11 | 12 | 91320
            Spikevax IM given.                     | 2025-11-02 | 70 | 91322
            Moderna COVID vaccine IM given.        | 2025-05-30 | 40 | 91322
            Moderna COVID vaccine IM given.        | 2025-11-02 | 11 | 91321
            mNEXSPIKE given IM.                    | 2025-11-02 | 70 | 91323
            Novavax COVID vaccine given IM.        | 2025-11-02 | 40 | 91304
            """)
    void covidHasANumberByProductAndAgeAndOneAdministration(String note, LocalDate on, int age, String code) {
        assertThat(codes(note + " Counseled.", on, age)).containsExactly(code, "90480");
    }

    @Test
    void covidWithoutItsProductOrOfAnUnknownAgeIsTheAdministrationOnly() {
        assertThat(codes("COVID booster given IM.", DAY, 40)).hasSize(2).contains("90480");
        assertThat(codes("Moderna COVID vaccine given IM.", DAY, 40))
                .containsExactly("91304 or 91320 or 91322 or 91323", "90480"); // two of its products are on the market
        assertThat(codes("Comirnaty given IM.", DAY, null)).hasSize(2).contains("90480");
        assertThat(codes("COVID booster given IM.", LocalDate.of(2023, 9, 10), 40))
                .isEmpty();
    }

    @Test
    void theAdministrationOfCovidIsNotTheFirstInjectionOfAnother() {
        assertThat(codes("Comirnaty given IM. Fluarix given IM. Tdap given IM.", DAY, 50))
                .containsExactlyInAnyOrder("91320", "90480", "90656", "90471", "90715", "90472");
    }

    @Test
    void respiratorySyncytialVirusIsCodedByProduct() {
        assertThat(codes("Arexvy given IM.", DAY, 76)).containsExactly("90679", "90471");
        assertThat(codes("Abrysvo given IM.", DAY, 30)).containsExactly("90678", "90471");
        assertThat(codes("mRESVIA given IM.", DAY, 76)).containsExactly("90683", "90471");
        assertThat(codes("RSV vaccine given IM.", DAY, 76)).containsExactly("90678 or 90679 or 90683", "90471");
        assertThat(codes("Beyfortus 50 mg given IM.", DAY, 0)).containsExactly("90380", "96381");
        assertThat(codes("Counseled parents. Beyfortus 1 mL given IM.", DAY, 0)).containsExactly("90381", "96380");
        assertThat(codes("Acute bronchiolitis, RSV positive today.", DAY, 0)).isEmpty();
    }

    @Test
    void whereAllProductsShareANumberNoneNeedsToBeNamed() {
        assertThat(codes("Tdap given IM.", DAY, 40)).containsExactly("90715", "90471");
        assertThat(codes("Hep A vaccine given IM.", DAY, 18)).containsExactly("90633", "90471");
        assertThat(codes("Hep A vaccine given IM.", DAY, 19)).containsExactly("90632", "90471");
        assertThat(codes("Shingles shot given IM.", DAY, 60)).containsExactly("90750", "90471");
        assertThat(codes("Hepatitis B vaccine given IM.", DAY, 19)).containsExactly("90744", "90471");
        assertThat(codes("Hepatitis B vaccine given IM.", DAY, 20)).containsExactly("90739 or 90746", "90471");
        assertThat(codes("Heplisav-B given IM.", DAY, 20)).containsExactly("90739", "90471");
        assertThat(codes("MenQuadfi given IM.", DAY, 16)).containsExactly("90619", "90471");
    }

    @Test
    void aCombinedVaccineIsNotItsParts() {
        assertThat(codes("DTaP-IPV/Hib given IM.", DAY, 1)).containsExactly("90698", "90471");
        assertThat(codes("Vaxelis given IM. Counseled.", DAY, 0)).containsExactly("90697", "90460", "90461");
        assertThat(codes("Twinrix given IM.", DAY, 40)).containsExactly("90636", "90471");
    }

    @Test
    void medicareHasItsOwnAdministrationsAlsoWhenTheProductIsNotNamed() {
        var note = "Flu shot given IM. Prevnar 20 given IM.";
        var visit = new Visit(note, List.of(new Span(0, note.length())), DAY, 70, null, null, true, List.of());

        assertThat(Immunizations.of(visit))
                .extracting(Procedure::code)
                .containsExactly(OPEN, "G0008", "90677", "G0009");
    }

    @Test
    void onlyCounselingOnTheVaccineCounts() {
        assertThat(codes("Counseled on diet and screen time. MMR given SQ.", DAY, 4))
                .containsExactly("90707", "90471");
        assertThat(codes("Nurse counseled the mother on vaccines. MMR given SQ.", DAY, 4))
                .containsExactly("90707", "90471");
        assertThat(codes("Counseled. Diet is fine. MMR given SQ.", DAY, 4)).containsExactly("90707", "90471");
        assertThat(codes("MMR given SQ, parents counseled on each component.", DAY, 18))
                .containsExactly("90707", "90460", "90461");
        assertThat(codes("MMR given SQ. Counseled the parents.", DAY, 4)).containsExactly("90707", "90460", "90461");
        assertThat(codes("Counseled on vaccines. MMR given SQ.", DAY, 19)).containsExactly("90707", "90471");
    }

    @Test
    void whatIsDueDeclinedDiscussedOrDoneElsewhereWasNotGiven() {
        assertThat(codes("Flu shot declined today.", DAY, 40)).isEmpty();
        assertThat(codes("Flu vaccine due today.", DAY, 40)).isEmpty();
        assertThat(codes("Prescription given for Shingrix.", DAY, 60)).isEmpty();
        assertThat(codes("Comirnaty was given at the pharmacy.", DAY, 60)).isEmpty();
        assertThat(codes("Influenza A positive today.", DAY, 60)).isEmpty();
        assertThat(codes("No reaction. Shingrix given.", DAY, 60)).containsExactly("90750", "90471");
    }

    @Test
    void ofMouthAndInjectionTheInjectionIsTheFirst() {
        assertThat(codes("Rotarix given PO.", DAY, 0)).containsExactly("90681", "90473");
        assertThat(codes("Rotarix given PO. PCV15 given IM.", DAY, 0))
                .containsExactly("90671", "90471", "90681", "90474");
        assertThat(codes("Rotavirus vaccine given PO.", DAY, 0)).containsExactly("90680 or 90681", "90473");
    }

    private static List<String> codes(String note, LocalDate on, @Nullable Integer age) {
        return Immunizations.of(visit(note, on, age)).stream()
                .map(Procedure::code)
                .toList();
    }

    private static Visit visit(String note, LocalDate on, @Nullable Integer age) {
        return new Visit(note, List.of(new Span(0, note.length())), on, age, null, null, false, List.of());
    }
}
