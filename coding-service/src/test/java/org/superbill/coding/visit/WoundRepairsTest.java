package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WoundRepairsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 cm laceration of the right hand, layered closure with vicryl and nylon.               | 12042
            2.5 cm laceration of the neck repaired in two layers.                                   | 12041
            2.6 cm laceration of the left foot repaired in layers.                                  | 12042
            12.5 cm laceration of the scrotum repaired in layers.                                   | 12044
            12.6 cm laceration of the right hand repaired in layers.                                | 12045
            3 cm laceration of the right wrist, layered closure.                                    | 12032
            3 cm scalp laceration repaired in layers.                                               | 12032
            3 cm laceration of the cheek repaired in layers.                                        | 12052
            3 cm laceration of the right hand closed with simple sutures.                           | 12002
            3 cm laceration of the neck stapled.                                                    | 12002
            3 cm laceration of the ear sutured.                                                     | 12013
            28 mm laceration of the back of the left hand sutured in one layer.                     | 12002
            3 cm x 0.5 cm laceration of the forearm sutured.                                        | 12002
            2.5 cm laceration, 1 cm deep, of the forearm sutured.                                   | 12001
            Two 2 cm lacerations of the left shin sutured.                                          | 12002
            Lacerations of the left forearm: 2 cm and 1 cm, both sutured.                           | 12002
            """)
    void kindPlaceAndLengthTellTheNumber(String note, String code) {
        assertThat(codes(note)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Complex repair of a 2.5 cm laceration of the back with extensive undermining.           | 13100 |       | 0
            Complex repair of a 2.6 cm laceration of the back with extensive undermining.           | 13101 |       | 0
            Complex repair of a 7.5 cm scalp laceration with undermining.                           | 13121 |       | 0
            Complex repair of a 7.6 cm laceration of the thigh with undermining.                    | 13121 | 13122 | 1
            Complex repair of a 12.6 cm laceration of the hand with retention sutures.              | 13132 | 13133 | 2
            Complex repair of a 1.1 cm laceration of the lip with undermining.                      | 13151 |       | 0
            """)
    void aComplexRepairHasItsOwnGroupsAndEachFurtherFiveCentimeters(
            String note, String code, @Nullable String beside, int further) {
        var found = WoundRepairs.of(visit(note, false));

        assertThat(found.get(0).code()).isEqualTo(code);
        assertThat(found.get(0).confidence()).isEqualTo(0.8);
        assertThat(found).hasSize(further == 0 ? 1 : 2);
        if (further > 0) {
            assertThat(found.get(1).code()).isEqualTo(beside);
            assertThat(found.get(1).units()).isEqualTo(further);
        }
    }

    @Test
    void aRepairThatIsOnlyCalledComplexOrIsShortIsInDoubt() {
        assertThat(WoundRepairs.of(visit("Complex repair of a 3 cm laceration of the back.", false)))
                .singleElement()
                .satisfies(repair -> assertThat(repair.confidence()).isLessThan(0.75));
        assertThat(WoundRepairs.of(visit("Complex repair of a 1 cm laceration of the lip with undermining.", false)))
                .singleElement()
                .satisfies(repair -> {
                    assertThat(repair.code()).isEqualTo("12051");
                    assertThat(repair.confidence()).isLessThan(0.75);
                });
    }

    @Test
    void lengthsAreAddedUpWithinOneKindAndGroupOnly() {
        var found = WoundRepairs.of(visit(
                "3 cm laceration of the forearm repaired in layers. 2 cm laceration of the shin closed with simple sutures. 1 cm laceration of the right hand repaired in layers. "
                        + "2 cm laceration of the chin sutured. 1.5 cm laceration of the left foot sutured.",
                false));

        assertThat(found).extracting(Procedure::code).containsExactly("12032", "12041", "12002", "12011");
        assertThat(found.get(0).modifiers()).isEmpty();
        assertThat(found.subList(1, 4))
                .allSatisfy(other -> assertThat(other.modifiers()).containsExactly("59"));
    }

    @Test
    void twoLengthsOfASentenceHaveEachTheirPlace() {
        assertThat(
                        codes(
                                "2.0 cm laceration of the right hand and a 1.5 cm laceration of the left shin, both closed in layers."))
                .containsExactly("12031", "12041");
    }

    @Test
    void theSameWoundToldTwiceIsNoLonger() {
        assertThat(
                        codes(
                                "Procedure: 2 cm laceration of the left forearm sutured. Plan: laceration 2 cm repaired, keep dry."))
                .containsExactly("12001");
    }

    @Test
    void adhesiveAloneIsMedicaresOwnAndASimpleRepairForOthers() {
        var note = "2 cm laceration of the forehead closed with Dermabond.";
        assertThat(codes(note)).containsExactly("12011");
        assertThat(WoundRepairs.of(visit(note, true))).singleElement().satisfies(repair -> {
            assertThat(repair.code()).isEqualTo("G0168");
            assertThat(repair.system()).isEqualTo("hcpcs");
        });
        assertThat(WoundRepairs.of(
                        visit("3 cm laceration of the forearm sutured with 4-0 nylon, then Dermabond.", true)))
                .extracting(Procedure::code)
                .containsExactly("12002");
    }

    @Test
    void aWoundWithoutItsPlaceIsInDoubtUnlessTheDiagnosisHasIt() {
        var note = "Laceration, 3 cm, repaired in layers.";
        assertThat(WoundRepairs.of(visit(note, false)).get(0).confidence()).isLessThan(0.75);
        var known = new Visit(
                note,
                DAY,
                30,
                null,
                null,
                false,
                List.of(new Visit.Problem("S61411A", note, List.of(new Span(0, 10)))));
        assertThat(WoundRepairs.of(known)).singleElement().satisfies(repair -> {
            assertThat(repair.code()).isEqualTo("12042");
            assertThat(repair.confidence()).isEqualTo(0.8);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 cm laceration of the arm closed with steri-strips.",
                "3 cm laceration of the arm, healing well. Sutures removed.",
                "Here for suture removal: 3 cm laceration of the arm, sutures intact, removed without trouble.",
                "Excision of a 1 cm nevus of the back. Wound closed with 4-0 nylon, 2 cm.",
                "Punch biopsy of the left arm, wound closed with one suture, 0.5 cm.",
                "Abscess of 3 cm: incision and drainage. Wound packed, not closed with sutures."
            })
    void stripsSuturesThatComeOutAndTheClosureOfAnOperationAreNoRepair(String note) {
        assertThat(codes(note)).isEmpty();
    }

    private static List<String> codes(String note) {
        return WoundRepairs.of(visit(note, false)).stream().map(Procedure::code).toList();
    }

    private static Visit visit(String note, boolean medicare) {
        return new Visit(note, DAY, 30, null, null, medicare, List.of());
    }
}
