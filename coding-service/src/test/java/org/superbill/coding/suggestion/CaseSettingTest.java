package org.superbill.coding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.superbill.coding.codingcase.CareSetting;
import org.superbill.coding.codingcase.CaseFacts;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.coding.suggestion.NotesRequest.Setting;
import org.superbill.servicekit.problem.Problem;

class CaseSettingTest {

    @Test
    void onlyAFacilitysInpatientCaseIsReadAsAnInpatients() {
        assertThat(CaseSetting.of(inCase(CaseKind.FACILITY, CareSetting.INPATIENT), null))
                .isEqualTo(Setting.INPATIENT);
        assertThat(CaseSetting.of(inCase(CaseKind.PROFESSIONAL, CareSetting.INPATIENT), null))
                .isNotEqualTo(Setting.INPATIENT);
    }

    @ParameterizedTest
    @EnumSource(CareSetting.class)
    void noProfessionalsCaseIsReadAsAnInpatientsWhateverIsSaid(CareSetting setting) {
        refused(inCase(CaseKind.PROFESSIONAL, setting), Setting.INPATIENT);
    }

    @Test
    void aStayIsNoVisitToAnOffice() {
        refused(inCase(CaseKind.FACILITY, CareSetting.INPATIENT), Setting.OFFICE);
        refused(inCase(CaseKind.PROFESSIONAL, CareSetting.INPATIENT), Setting.OFFICE);
        refused(inCase(CaseKind.FACILITY, CareSetting.FACILITY_OUTPATIENT), Setting.OFFICE);
        refused(inCase(CaseKind.PROFESSIONAL, CareSetting.EMERGENCY), Setting.TELEHEALTH);
    }

    @Test
    void whatACaseLeavesOpenTheRequestSays() {
        var office = inCase(CaseKind.PROFESSIONAL, CareSetting.OFFICE);

        assertThat(CaseSetting.of(office, null)).isEqualTo(Setting.OFFICE);
        assertThat(CaseSetting.of(office, Setting.TELEHEALTH)).isEqualTo(Setting.TELEHEALTH);
    }

    private static void refused(CaseFacts facts, Setting setting) {
        assertThatThrownBy(() -> CaseSetting.of(facts, setting))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/setting")));
    }

    private static CaseFacts inCase(CaseKind kind, CareSetting setting) {
        return new CaseFacts(
                UUID.randomUUID(),
                kind,
                setting,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 2),
                List.of(),
                List.of(),
                null);
    }
}
