package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeSystemParametersTest {
    private final Specialties specialties = new Specialties();

    @Test
    void aValueThatIsGivenManyTimesIsOne() {
        assertThat(CodeSystemParameters.values("icd-10-cm, hcpcs,".repeat(400))).containsExactly("icd-10-cm", "hcpcs");
    }

    @Test
    void aSpecialtyThatIsNamedManyTimesHasItsRangesOnce() {
        var once = CodeSystemParameters.specialty(specialties, "cardiology");
        assertThat(once).isNotEmpty();
        assertThat(CodeSystemParameters.specialty(specialties, "cardiology,".repeat(300)))
                .isEqualTo(once);
    }
}
