package org.superbill.coding.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
                "Right knee injected with Kenalog 40 mg and 2 mL lidocaine. | J3301 | 4",
                "Ceftriaxone .5 g IM given | J0696 | 2",
                "Azithromycin 1 g PO and ceftriaxone 500 mg IM given | J0696 | 2",
                "Doxycycline 100 mg PO BID, ceftriaxone 500 mg IM given in clinic | J0696 | 2",
                "Ceftriaxone 500 mg IM given from a 1 g vial | J0696 | 2",
                "Haldol decanoate 100 mg IM given | J1631 | 2",
                "Haldol 5 mg IM given | J1630 | 1",
            })
    void theDoseTellsTheUnits(String note, String code, int units) {
        assertThat(of(note, DAY)).singleElement().satisfies(drug -> {
            assertThat(drug.code()).isEqualTo(code);
            assertThat(drug.units()).isEqualTo(units);
            assertThat(drug.confidence()).isGreaterThan(0);
            assertThat(drug.why()).last().asString().contains(drug.title());
            assertThat(drug.why().get(0)).startsWith("Not J");
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
                "Ceftriaxone 250-500 mg IM given | J0696 | the dose that was given",
                "Ceftriaxone 250 to 500 mg IM given | J0696 | the dose that was given",
                "Ceftriaxone 99999999999999 mg IM given | J0696 | the dose that was given",
                "Ceftriaxone 500 mg IM x2 given | J0696 | the dose that was given",
                "Bicillin L-A 1.2 million units IM in each buttock given | J0561 | the dose that was given",
                "Ceftriaxone 0 mg IM given | J0696 | the dose that was given",
                "Heparin sodium 5000 units SC given | J1642 or J1643 or J1644 | which product was given: some makers' have codes of their own",
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
                "Received ceftriaxone 1 g IM in the ED",
                "Azithromycin 1 g and doxycycline 100 mg PO given",
                "Given an injection of 1 g IM"
            })
    void whatWasNotInjectedHereIsNotProposed(String note) {
        assertThat(of(note, DAY)).isEmpty();
    }

    @Test
    void twoDrugsOfOneSentenceHaveEachItsOwnDose() {
        assertThat(of("Toradol 60 mg IM and Zofran 4 mg IM given.", DAY))
                .extracting(Procedure::code, Procedure::units)
                .containsExactly(tuple("J1885", 4), tuple("J2405", 4));
    }

    @Test
    void theEvidenceIsDrugDoseAndRoute() {
        var note = "Plan: rest. Gave ceftriaxone 1 g IM, tolerated well.";
        assertThat(of(note, DAY)).singleElement().satisfies(drug -> {
            var said = drug.said().get(0);
            assertThat(note.substring(said.start(), said.end())).isEqualTo("ceftriaxone 1 g IM");
        });
    }

    @Test
    void anotherFormIsTheNeighbourElseTheNextCode() {
        assertThat(of("Depo-Medrol 80 mg IM given", DAY).get(0).why().get(0))
                .isEqualTo(
                        "Not J2919 (\"Injection, methylprednisolone sodium succinate, 5 mg\"): the note says \"Depo-Medrol\"");
        assertThat(of("Rocephin 1 g IM given", DAY).get(0).why().get(0)).startsWith("Not J0697 (\"Injection, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ceftriaxone 500 mg IM given. 500 mg discarded from the single-dose vial. | 2 units on a line of its own with modifier JW",
                "Ceftriaxone 500 mg IM given from a 1 g single-dose vial, 500 mg wasted. | 2 units on a line of its own with modifier JW",
                "Ceftriaxone 500 mg IM given, wasted 250 mg. | if the container was for a single dose",
                "Ceftriaxone 700 mg IM given, 50 mg wasted. | within the last unit",
                "Ceftriaxone 500 mg IM given, no waste. | Medicare wants modifier JZ",
            })
    void whatIsSaidOfTheRestOfTheVialIsAHint(String note, String hint) {
        assertThat(of(note, DAY)).singleElement().satisfies(drug -> {
            assertThat(drug.why())
                    .anySatisfy(why -> assertThat(why).startsWith("Hint: ").contains(hint));
            assertThat(drug.modifiers()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ceftriaxone 500 mg IM given.",
                "Ceftriaxone 500 mg IM given from a multi-dose vial, 500 mg wasted.",
                "Ceftriaxone 500 mg IM given. Ketorolac 30 mg IM given, 30 mg wasted.",
            })
    void whereNothingIsSaidOfTheDrugsVialThereIsNoHint(String note) {
        assertThat(of(note, DAY).get(0).why())
                .noneSatisfy(why -> assertThat(why).startsWith("Hint"));
    }

    @Test
    void whatWasDiscardedOfASingleDoseContainerIsALineOfItsOwnForMedicare() {
        var note = "Ceftriaxone 600 mg IM given from a 1 g single-dose vial, 400 mg wasted.";

        assertThat(linesOfMedicare(note))
                .extracting(Procedure::code, Procedure::modifiers, Procedure::units)
                .containsExactly(tuple("J0696", List.of(), 3), tuple("J0696", List.of("JW"), 1));
        assertThat(of(note, DAY)).hasSize(1);
        assertThat(linesOfMedicare("Ceftriaxone 600 mg IM given, 400 mg wasted."))
                .hasSize(1);
        var visit = new Visit(
                note, DAY, 70, null, null, true, List.of(new Visit.Problem("J029", note, List.of(new Span(0, 5)))));
        assertThat(Visits.of(visit, drugs(DAY)))
                .filteredOn(service -> service.code().equals("J0696"))
                .hasSize(2); // other modifiers, so that they are not added up
    }

    @Test
    void nothingDiscardedOfASingleDoseContainerIsToldMedicareSinceJuly2023() {
        var note = "Ceftriaxone 500 mg IM given, single-dose vial, no waste.";
        assertThat(ofMedicare(note, LocalDate.of(2023, 6, 30)).modifiers()).isEmpty();
        assertThat(ofMedicare(note, LocalDate.of(2023, 7, 1)).modifiers()).containsExactly("JZ");
        assertThat(of(note, LocalDate.of(2023, 7, 1)).get(0).modifiers()).isEmpty();
    }

    @Test
    void aDrugIsNeitherAnOperationNorAServiceOfItsOwn() {
        var note = "Pharyngitis. Plan: ceftriaxone 1 g IM given.";
        var problem = new Visit.Problem("J029", note, List.of(new Span(0, 11)));
        var visit = new Visit(note, DAY, 40, null, null, false, List.of(problem));
        assertThat(Visits.of(visit, drugs(DAY))).extracting(Procedure::code).contains("J0696");
        assertThat(Visits.of(visit, drugs(DAY)))
                .filteredOn(service -> service.code().startsWith("992"))
                .singleElement()
                .satisfies(level -> assertThat(level.confidence())
                        .isEqualTo(Visits.of(visit).get(0).confidence()));
    }

    private static List<Procedure> of(String note, LocalDate on) {
        return InjectedDrugs.of(new Visit(note, on, 40, null, null, false, List.of()), drugs(on));
    }

    private static List<Procedure> linesOfMedicare(String note) {
        return InjectedDrugs.of(new Visit(note, DAY, 70, null, null, true, List.of()), drugs(DAY));
    }

    private static Procedure ofMedicare(String note, LocalDate on) {
        return InjectedDrugs.of(new Visit(note, on, 70, null, null, true, List.of()), drugs(on))
                .get(0);
    }

    static List<DrugCode> drugs(LocalDate on) {
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
