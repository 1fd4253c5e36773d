package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many, on which side, and on how many places. */
class OfficeProceduresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14 common warts frozen with liquid nitrogen.                                            | 17110x1
            15 common warts frozen with liquid nitrogen.                                            | 17111x1
            18 warts frozen.                                                                        | 17111x1
            Eighteen flat warts destroyed by cryotherapy.                                           | 17111x1
            Warts x18 frozen with LN2.                                                              | 17111x1
            6 warts on the left hand and 9 on the right frozen.                                     | 17111x1
            16 warts frozen: 7 on the left hand and 9 on the right.                                 | 17111x1
            Cryotherapy of 5 plantar warts, two cycles of 20 seconds.                               | 17110x1
            Plantar wart, 8 mm, for 3 months. Wart frozen.                                          | 17110x1
            One actinic keratosis of the nose frozen.                                               | 17000x1
            2 AKs frozen with LN2.                                                                  | 17000x1 17003x1
            14 actinic keratoses of scalp and ears treated with liquid nitrogen.                    | 17000x1 17003x13
            Cryotherapy to 15 actinic keratoses.                                                    | 17004x1
            15 skin tags of the neck snipped.                                                       | 11200x1
            16 skin tags of the neck snipped.                                                       | 11200x1 11201x1
            26 skin tags removed.                                                                   | 11200x1 11201x2
            Six perianal warts frozen with liquid nitrogen.                                         | 46916x1
            """)
    void lesionsAreCounted(String note, String lines) {
        assertThat(lines(note)).isEqualTo(lines);
    }

    @Test
    void manyWithoutANumberAreAQuestion() {
        assertThat(of("Numerous warts of both hands frozen.")).singleElement().satisfies(line -> {
            assertThat(line.confidence()).isLessThan(0.75);
            assertThat(line.missing()).contains("how many");
        });
        assertThat(of("Actinic keratoses of the scalp frozen."))
                .satisfiesExactly(first -> assertThat(first.code()).isEqualTo("17000"), further -> {
                    assertThat(further.code()).isEqualTo("17003");
                    assertThat(further.confidence()).isZero();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shave biopsy of the left cheek.                                                         | 11102x1
            Two shave biopsies taken from the back.                                                 | 11102x1 11103x1
            Shave biopsy x3 of the trunk.                                                           | 11102x1 11103x2
            Shave biopsies of the left cheek, right arm and back.                                   | 11102x1 11103x2
            Shave biopsy of the left cheek. Shave biopsy of the right arm.                          | 11102x1 11103x1
            Shave biopsy of the left cheek. Plan: shave biopsy of the cheek sent.                   | 11102x1
            Punch biopsy of the left shin and shave biopsy of the back.                             | 11104x1 11103x1
            Two punch biopsies of the arm and two shave biopsies of the back.                       | 11104x1 11105x1 11103x2
            Punch biopsy of the vulva.                                                              | 56605x1
            Shave biopsy of the left lower eyelid.                                                  | 67810x1
            Punch biopsy of the cervix at 6 o'clock.                                                | ''
            """)
    void aBiopsyOfSkinGoesByTechniqueAndNumber(String note, String lines) {
        assertThat(lines(note)).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Trigger point injections in 4 muscles.                                                  | 20553x1
            Trigger point injections of two muscles, five points.                                   | 20552x1
            Trigger point injections of the left trapezius and left rhomboid with lidocaine.        | 20552x1
            Trigger point injections: left trapezius, left rhomboid, left levator scapulae.         | 20553x1
            """)
    void triggerPointsGoByMuscles(String note, String lines) {
        assertThat(lines(note)).isEqualTo(lines);
        assertThat(of(note).get(0).confidence()).isEqualTo(0.8);
    }

    @Test
    void twoMusclesOfBothSidesOrNoneNamedAreAQuestion() {
        assertThat(of("Trigger point injections of bilateral trapezius and bilateral rhomboid muscles.")
                        .get(0)
                        .confidence())
                .isLessThan(0.75);
        assertThat(of("Trigger point injections done, tolerated well.").get(0).missing())
                .contains("muscles");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Injected the right knee with 40 mg triamcinolone.                                       | 20610-RT
            Left knee injection done.                                                               | 20610-LT
            Both knees were injected with 40 mg triamcinolone each.                                 | 20610-50
            Injected the knees bilaterally with triamcinolone.                                      | 20610-50
            Injected right and left knees.                                                          | 20610-50
            Right knee injected with 40 mg Kenalog. Left knee injected with 40 mg Kenalog.          | 20610-50
            Right knee injected with 40 mg Kenalog, left knee next visit.                           | 20610-RT
            Injection of the right knee and the left shoulder with triamcinolone.                   | 20610-RT 20610-59-LT
            Right shoulder subacromial injection done.                                              | 20610-RT
            Knee injection done.                                                                    | 20610
            Right hand dominant. Left elbow injected.                                               | 20605-LT
            Right ring trigger finger: tendon sheath injection.                                     | 20550-F8
            Tendon sheath injection of the right ring finger.                                       | 20550-F8
            Injected the plantar fascia of the left heel.                                           | 20550-LT
            Partial nail avulsion of the left great toe.                                            | 11730-TA
            Partial nail avulsion of the right great toe and right second toe.                      | 11730-T5 11732-T6
            Impacted cerumen of both ears removed with curette.                                     | 69210-50
            Cerumen of the left ear removed by irrigation.                                          | 69209-LT
            """)
    void sidesFingersAndToesAreModifiers(String note, String lines) {
        assertThat(of(note).stream()
                        .map(line -> line.code()
                                + line.modifiers().stream().map("-"::concat).collect(Collectors.joining()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(lines);
        assertThat(of(note)).allSatisfy(line -> assertThat(line.units()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Carpal tunnel injection at the right wrist.                                             | 20526
            Injected the lateral epicondyle of the left elbow.                                      | ''
            Aspiration of a ganglion of the left wrist.                                             | ''
            Digital block: lidocaine injected at the base of the right great toe.                   | ''
            Injected the biceps tendon sheath of the right shoulder.                                | 20550
            Incision and drainage of a pilonidal abscess.                                           | ''
            Incision and drainage of an abscess of the left thigh.                                  | 10060
            Anoscopy: hemorrhoids. Rubber band ligation done.                                       | 46221
            Anoscopy: hemorrhoids.                                                                  | 46600
            Nexplanon removed from the left arm and a new Nexplanon inserted.                       | 11983
            Nexplanon removed and replaced today.                                                   | 11983
            Nexplanon removed from the left arm.                                                    | 11982
            EKG done in the ED.                                                                     | ''
            """)
    void whatIsNearInWordsIsAnotherProcedure(String note, String codes) {
        assertThat(of(note).stream().map(Procedure::code).collect(Collectors.joining(" ")))
                .isEqualTo(codes);
    }

    @Test
    void eachInstrumentIsAUnit() {
        assertThat(lines("PHQ-9 score 14, GAD-7 score 9.")).isEqualTo("96127x2");
        assertThat(lines("PHQ-2 3. PHQ-9 score 14.")).isEqualTo("96127x1");
    }

    private static String lines(String note) {
        return of(note).stream().map(line -> line.code() + "x" + line.units()).collect(Collectors.joining(" "));
    }

    private static List<Procedure> of(String note) {
        return OfficeProcedures.of(new Visit(note, DAY, 50, null, null, false, List.of()));
    }
}
