package org.superbill.billing.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;

class TriageTest {
    @Test
    void aReasonThatSaysLittleIsToldByItsRemark() {
        assertThat(Triage.of("CO", "16", List.of()).action()).isEqualTo("correct-and-resend");
        assertThat(Triage.of("CO", "16", List.of("N382")).category()).isEqualTo(DenialCategory.ELIGIBILITY);
        assertThat(Triage.of("CO", "16", List.of("M76")).isCodings()).isTrue();
        assertThat(Triage.of("CO", "252", List.of("N706")).action()).isEqualTo("attach-documents");
    }

    @Test
    void aReasonThatSaysEnoughIsNotChangedByARemark() {
        assertThat(Triage.of("CO", "29", List.of("M76")).category()).isEqualTo(DenialCategory.TIMELY_FILING);
    }

    @Test
    void whatIsCodingsGoesBackToTheCoder() {
        assertThat(Triage.of("CO", "11", List.of()).isCodings()).isTrue();
        assertThat(Triage.of("CO", "236", List.of()).isCodings()).isTrue();
        assertThat(Triage.of("CO", "50", List.of()).isCodings()).isFalse();
        assertThat(Triage.of("CO", "29", List.of()).isCodings()).isFalse();
    }

    @Test
    void anUnprocessableClaimIsCorrectedAndNotAppealed() {
        var triage = Triage.of("CO", "50", List.of("MA130"));
        assertThat(triage.unprocessable()).isTrue();
        assertThat(triage.action()).isEqualTo("correct-and-resend");
        assertThat(Triage.of("CO", "11", List.of("MA130")).action()).isEqualTo("send-to-coder");
    }

    @Test
    void whatThePlanDoesNotCoverIsThePatientsOnlyInThePatientsGroup() {
        assertThat(Triage.of("PR", "204", List.of()).action()).isEqualTo("bill-patient");
        assertThat(Triage.of("CO", "204", List.of()).action()).isEqualTo("check-benefits");
    }

    @Test
    void rarerReasonsHaveWordsAndSomethingToDo() {
        for (var carc : List.of(
                "243", "B11", "B13", "140", "32", "33", "34", "187", "222", "234", "250", "251", "171", "172", "189",
                "200", "210", "272", "273", "284", "296", "P5", "293", "294")) {
            assertThat(ReasonWords.explain(carc, List.of())).doesNotContain(carc);
            assertThat(Triage.of("CO", carc, List.of()).category()).as(carc).isNotEqualTo(DenialCategory.OTHER);
        }
        assertThat(Triage.of("CO", "243", List.of()).category()).isEqualTo(DenialCategory.AUTHORIZATION);
        assertThat(Triage.of("CO", "140", List.of()).action()).isEqualTo("verify-coverage");
        assertThat(Triage.of("CO", "189", List.of()).isCodings()).isTrue();
        assertThat(Triage.of("CO", "284", List.of()).action()).isEqualTo("correct-and-resend");
        assertThat(Triage.of("PR", "201", List.of()).action()).isEqualTo("bill-patient");
        assertThat(Triage.of("CO", "201", List.of()).action()).isEqualTo("check-benefits");
    }

    @Test
    void whatThePayerHasSentToThePatientIsThePatientsWhateverTheGroup() {
        assertThat(Triage.of("OA", "100", List.of()).action()).isEqualTo("bill-patient");
        assertThat(Triage.of("CO", "100", List.of()).action()).isEqualTo("bill-patient");
    }

    @Test
    void aCodeThatNobodyKnowsIsAskedAbout() {
        assertThat(Triage.of("CO", "999", List.of()).action()).isEqualTo("call-payer");
        assertThat(Triage.of("CO", "999", List.of("M76")).category()).isEqualTo(DenialCategory.CODING);
    }

    @Test
    void theOwnOutcomesTakeThePlaceOfTheGuess() {
        var chance = new DenialChance(Map.of("50", new DenialChance.Outcomes(80, 8)));
        assertThat(chance.percent("11", 60)).isEqualTo(60);
        assertThat(chance.percent("50", 50)).isEqualTo(18);
    }

    @Test
    void medicareHasFiveLevelsWithTheirDaysAndAmounts() {
        var levels = AppealLevel.of(PayerType.of("MB"));
        assertThat(levels).extracting(AppealLevel::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(levels).extracting(AppealLevel::daysToFile).containsExactly(120, 180, 60, 60, 60);
        assertThat(AppealLevel.REDETERMINATION.due(LocalDate.parse("2026-03-02")))
                .isEqualTo("2026-07-05");
        assertThat(AppealLevel.HEARING.amountInControversy(LocalDate.parse("2025-12-31")))
                .isEqualTo(Cents.of(190_00));
        assertThat(AppealLevel.HEARING.amountInControversy(LocalDate.parse("2026-01-01")))
                .isEqualTo(Cents.of(200_00));
        assertThat(AppealLevel.FEDERAL_COURT.amountInControversy(LocalDate.parse("2027-01-01")))
                .isEqualTo(Cents.of(1_960_00));
        assertThat(AppealLevel.FEDERAL_COURT.next()).isEmpty();
    }
}
