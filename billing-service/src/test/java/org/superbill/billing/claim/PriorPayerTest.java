package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorPayerTest {
    private static PriorPayer.Adjustment adjustment(String group, String carc, String amount) {
        return new PriorPayer.Adjustment(group, carc, new BigDecimal(amount), null);
    }

    /** The coinsurance of 20.00 and the 10.00 that the patient cannot be asked for (OA-209), and nothing of the rest. */
    @Test
    void whatIsLeftToTheNextPayerIsThePatientsPartAndWhatOnlyThePatientCannotBeAskedFor() {
        var line = new PriorPayer.Line(
                1,
                "99213",
                List.of(),
                null,
                new BigDecimal("75.00"),
                BigDecimal.ONE,
                null,
                List.of(
                        adjustment("PR", "2", "20.00"),
                        adjustment("OA", "209", "10.00"),
                        adjustment("CO", "45", "40.00"),
                        adjustment("OA", "23", "5.00")),
                null);
        assertThat(line.patientPart()).isEqualByComparingTo("30.00");
    }
}
