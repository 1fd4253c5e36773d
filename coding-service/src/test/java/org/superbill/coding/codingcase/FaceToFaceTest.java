package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceToFaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "99202", "99213", "99215", "99223", "99283", "99396", "99483", "99495", "98001", "92014", "90834",
                "98941", "20610", "11102", "69210", "G0439", "G0402",
            })
    void whatAPractitionerDoesWithThePatientIs(String procedure) {
        assertThat(FaceToFace.is(procedure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "36415", "36416", "80053", "85025", "93000", "93010", "71046", "88305", "90471", "90656", "96372",
                "99091", "99358", "99421", "99439", "99441", "99447", "99457", "99490", "G0008", "J0696", "98016",
            })
    void aTestItsReadingAnInjectionOrCareFromAfarIsNot(String procedure) {
        assertThat(FaceToFace.is(procedure)).isFalse();
    }
}
