package org.superbill.billing.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {
    @Test
    void contractSequestrationCostShareAndDenialAreToldApart() {
        assertThat(ReasonWords.treatment("45")).isEqualTo(Treatment.CONTRACTUAL);
        assertThat(ReasonWords.treatment("A2")).isEqualTo(Treatment.CONTRACTUAL);
        assertThat(ReasonWords.treatment("253")).isEqualTo(Treatment.SEQUESTRATION);
        assertThat(ReasonWords.treatment("23")).isEqualTo(Treatment.PRIOR_PAYER);
        assertThat(ReasonWords.treatment("1")).isEqualTo(Treatment.COST_SHARE);
        assertThat(ReasonWords.treatment("16")).isEqualTo(Treatment.DENIAL);
    }

    @Test
    void whatNobodyKnowsIsNotWrittenOff() {
        assertThat(ReasonWords.treatment("999")).isEqualTo(Treatment.DENIAL);
        assertThat(ReasonWords.explain("999", List.of("N999"))).isEqualTo("Adjustment reason 999: remark N999");
    }

    @Test
    void aReasonIsToldInPlainWords() {
        assertThat(ReasonWords.explain("16", List.of("N382")))
                .isEqualTo(
                        "Something is missing or wrong on the claim: the patient's identifier is missing, incomplete or invalid");
    }
}
