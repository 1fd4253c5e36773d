package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSystemTest {
    private static final LocalDate SERVICE = LocalDate.of(2026, 9, 28);
    private static final LocalDate DISCHARGE = LocalDate.of(2026, 10, 2);

    @ParameterizedTest
    @CsvSource({
        "ICD_10_CM, j06.9, J069, J06.9",
        "ICD_10_CM, A00, A00, A00",
        "ICD_10_CM, s67.01xa, S6701XA, S67.01XA",
        "ICD_10_PCS, 0016070, 0016070, 0016070",
        "ICD_11_MMS, 1a03.0, 1A030, 1A03.0",
        "ICD_11_MMS, nc32.50, NC3250, NC32.50",
        "ICD_11_MMS, XM8P68, XM8P68, XM8P68",
        "ICD_11_MMS, 1A00, 1A00, 1A00",
        "HCPCS, g0008, G0008, G0008",
        "RARC, ma130, MA130, MA130"
    })
    void aCodeIsStoredWithoutItsDotAndWrittenWithIt(CodeSystem system, String typed, String stored, String written) {
        assertThat(system.normalize(typed)).isEqualTo(stored);
        assertThat(system.accepts(stored)).isTrue();
        assertThat(system.display(stored)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "ICD_10_PCS, 0O16070",
        "ICD_10_PCS, 0016I70",
        "ICD_10_PCS, 00160",
        "ICD_10_CM, 1234",
        "HCPCS, 99213",
        "CPT_MODIFIER, GT",
        "HCPCS_MODIFIER, 25",
        "REVENUE_CODE, 450",
        "TAXONOMY, 207Q00000"
    })
    void whatDoesNotHaveTheFormOfACodeIsNone(CodeSystem system, String code) {
        assertThat(system.accepts(code)).isFalse();
    }

    @Test
    void theDischargeGovernsIcd10OfInpatientsAndTheDateOfServiceAllElse() {
        assertThat(CodeSystem.ICD_10_CM.governingDate(SERVICE, DISCHARGE)).isEqualTo(DISCHARGE);
        assertThat(CodeSystem.ICD_10_PCS.governingDate(SERVICE, DISCHARGE)).isEqualTo(DISCHARGE);
        assertThat(CodeSystem.ICD_10_CM.governingDate(SERVICE, null)).isEqualTo(SERVICE);
        assertThat(CodeSystem.HCPCS.governingDate(SERVICE, DISCHARGE)).isEqualTo(SERVICE);
        assertThat(CodeSystem.CPT.governingDate(SERVICE, DISCHARGE)).isEqualTo(SERVICE);
    }

    @Test
    void everySystemIsFoundByItsId() {
        for (var system : CodeSystem.values()) {
            assertThat(CodeSystem.of(system.id())).contains(system);
        }
    }
}
