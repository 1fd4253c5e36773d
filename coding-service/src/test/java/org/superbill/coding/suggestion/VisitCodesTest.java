package org.superbill.coding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.cac.Cac;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeStatus.Validity;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.visit.Procedure;
import org.superbill.coding.visit.Span;

class VisitCodesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void whatIsNotValidOnTheDayIsNotProposedAndSaid() {
        var checked = check(Validity.NOT_ON_THIS_DATE, "2026");

        assertThat(checked.procedures()).isEmpty();
        assertThat(checked.warnings())
                .containsExactly("cpt 99214 is not proposed: it is not valid on 2026-03-02 by release 2026.");
        assertThat(check(Validity.UNKNOWN, "2026").procedures()).isEmpty();
    }

    @Test
    void whatIsValidAndWhatNobodyHasLoadedStays() {
        assertThat(check(Validity.VALID, "2026").procedures()).hasSize(1);
        assertThat(check(Validity.UNKNOWN, null).procedures()).hasSize(1);
        assertThat(check(Validity.UNKNOWN, null).warnings()).isEmpty();
    }

    @Test
    void aReleasePastItsYearDoesNotTellOfCodesThatAreNewer() {
        assertThat(check(Validity.UNKNOWN, "2024", "past its year").procedures())
                .hasSize(1);
        assertThat(check(Validity.NOT_ON_THIS_DATE, "2024", "past its year").procedures())
                .isEmpty();
    }

    @Test
    void decisionsOnAProcedureChangeItsOwnConfidenceAndNoDiagnosisOfTheSameName() {
        var learned = new Cac.Learned(Map.of(Cac.Learned.key("cpt", "99214"), -1.0));

        assertThat(VisitCodes.adjusted(visit(), learned).confidence()).isEqualTo(0.525);
        assertThat(learned.adjusted("icd-10-cm", "99214", 0.75)).isEqualTo(0.75);
        assertThat(VisitCodes.adjusted(visit(), Cac.Learned.NOTHING)).isEqualTo(visit());
    }

    @Test
    void whatMayBeOneOfSeveralNumbersIsNeverProposed() {
        var vaccine = new Procedure(
                "cpt", "90656 or 90658", "A vaccine", List.of(), 1, 0, List.of(new Span(0, 1)), List.of(), "which");

        assertThat(VisitCodes.isProposed(vaccine, 0)).isFalse();
        assertThat(VisitCodes.isProposed(visit(), 0)).isTrue();
        assertThat(VisitCodes.isProposed(visit(), 0.76)).isFalse();
        assertThat(VisitCodes.checked(List.of(vaccine), DAY, Map.of()).procedures())
                .containsExactly(vaccine);
    }

    private static VisitCodes.Checked check(Validity validity, @Nullable String release, String... warnings) {
        var question = new Codes.Question(CodeSystem.CPT, "99214", DAY);
        var status = new CodeStatus(
                CodeSystem.CPT, "99214", DAY, validity, true, release, "", "", null, null, null, List.of(warnings));
        return VisitCodes.checked(List.of(visit()), DAY, Map.of(question, status));
    }

    private static Procedure visit() {
        return new Procedure(
                "cpt", "99214", "A visit", List.of(), 1, 0.75, List.of(new Span(0, 1)), List.of("Why"), "more");
    }
}
