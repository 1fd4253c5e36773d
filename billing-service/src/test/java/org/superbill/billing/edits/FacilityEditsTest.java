package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.ClaimDetails;

/** What a facility's claim has to say. */
class FacilityEditsTest {
    private static List<String> find(Facts facts, LocalDate today) {
        return new Edits()
                .check(facts.build(), new EditContext(today, Set.of("payer-simulator"))).stream()
                        .map(finding -> finding.rule() + " " + finding.pointer())
                        .toList();
    }

    private static List<String> find(Facts facts) {
        return find(facts, Facts.ON);
    }

    private static Facts outpatient(
            String typeOfBill, String admissionType, @Nullable String origin, @Nullable String reason) {
        return new Facts()
                .atFacility(Details.outpatient(
                        typeOfBill, admissionType, origin, reason == null ? null : List.of(reason), null));
    }

    private static Facts under(Facts facts, String revenueCode) {
        return facts.eachLine(
                line -> Details.line(line, Details.service(null, null, null, null, null, null, null, revenueCode)));
    }

    @Test
    void thePointOfOriginIsSaidButOfWhoIsNotThere() {
        assertThat(find(outpatient("13", "3", "1", null))).isEmpty();
        assertThat(find(outpatient("13", "3", null, null)))
                .containsExactly("point-of-origin /encounter/claimDetails/institutional/admissionSource");
        assertThat(find(outpatient("14", "3", null, null))).isEmpty();
        assertThat(find(new Facts())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13, 1, 0450, true",
        "13, 2, 0459, true",
        "85, 5, 0762, true",
        "13, 1, 0516, true",
        "13, 3, 0450, false",
        "13, 1, 0510, false",
        "73, 1, 0450, false"
    })
    void anUnscheduledVisitHasThePatientsReason(
            String typeOfBill, String admissionType, String revenueCode, boolean asked) {
        assertThat(find(under(outpatient(typeOfBill, admissionType, "1", null), revenueCode)))
                .isEqualTo(
                        asked
                                ? List.of("reason-for-visit /encounter/claimDetails/institutional/reasonsForVisit")
                                : List.of());
        assertThat(find(under(outpatient(typeOfBill, admissionType, "1", "R0600"), revenueCode)))
                .isEmpty();
    }

    @Test
    void aRevenueCodeHasFourDigits() {
        for (var code : List.of("", "45", "450", "04500", "045X")) {
            assertThat(find(under(outpatient("13", "3", "1", null), code)))
                    .contains("revenue-code /encounter/lines/0/details/revenueCode");
        }
    }

    @Test
    void externalCausesAreNoneOfTheTwentyFiveDiagnosesNorOfThePayersNumber() {
        var codes = new ArrayList<>(List.of("J029", "W19XXXA"));
        for (int number = 2; number <= 25; number++) {
            codes.add("J%03d".formatted(number));
        }
        assertThat(find(coded(codes))).isEmpty();
        assertThat(find(coded(codes).terms(new AgreedTerms().mostDiagnoses(25))))
                .isEmpty();
        assertThat(find(coded(codes).terms(new AgreedTerms().mostDiagnoses(24))))
                .containsExactly("payer-limits /encounter/diagnoses");
        codes.add("J026");
        assertThat(find(coded(codes))).containsExactly("diagnosis-count /encounter/diagnoses");
    }

    private static Facts coded(List<String> diagnoses) {
        return outpatient("13", "3", "1", null).diagnoses(diagnoses.toArray(String[]::new));
    }

    @Test
    void anAccidentHasItsDayHereToo() {
        var accident = new ClaimDetails.Accident(List.of("other"), null, null);
        var stay = Details.outpatient("13", "3", "1", null, null);
        var facts =
                new Facts().atFacility(stay).details(Details.accident(accident).with(stay));
        assertThat(find(facts)).containsExactly("accident-date /encounter/claimDetails/accident/date");
        var dated = new ClaimDetails.Accident(List.of("other"), null, Facts.ON);
        assertThat(find(facts.details(Details.accident(dated).with(stay)).filingIndicator("LM")))
                .noneMatch(finding -> finding.startsWith("accident-date"));
    }

    /** Nobody knows of whom it is not said: the claim may leave, and tells nothing that is not known. */
    @Test
    void theKindOfAnAccidentIsAskedForWhereNoInsurerTellsIt() {
        var stay = Details.outpatient("13", "3", "1", null, null);
        var fall = Details.accident(List.of("other"), null, Facts.ON).with(stay);
        var facts = new Facts().atFacility(stay).details(fall);
        assertThat(find(facts)).containsExactly("accident-date /encounter/claimDetails/institutional/occurrences");
        assertThat(new Edits().check(facts.build(), new EditContext(Facts.ON, Set.of("payer-simulator"))))
                .noneMatch(finding -> finding.stops(List.of()));
        var atWork = Details.accident(List.of("employment"), null, Facts.ON).with(stay);
        assertThat(find(facts.details(atWork))).isEmpty();
        assertThat(find(new Facts().details(Details.accident(List.of("other"), null, Facts.ON))))
                .isEmpty();
    }

    /** 42 CFR 424.44; of what goes on for days the last one counts (chapter 1, section 70.4). */
    @Test
    void toMedicareTheLastDayOfTheStatementCounts() {
        var facts = outpatient("13", "3", "1", null).filingIndicator("MA").memberId("1EG4TE5MK73");
        facts.eachLine(line ->
                Details.line(line, Details.service(Facts.ON.plusDays(10), null, null, null, null, null, null, "0420")));
        assertThat(find(facts, Facts.ON.plusYears(1).plusDays(10))).isEmpty();
        assertThat(find(facts, Facts.ON.plusYears(1).plusDays(11)))
                .containsExactly(
                        "filing-limit /encounter/lines/0/serviceDate", "filing-limit /encounter/lines/1/serviceDate");
    }
}
