package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CentsTest {

    @Test
    void theMostOfAClaimIsAnAmountAndACentMoreIsNot() {
        assertThat(Cents.ofDollars(new BigDecimal("99999999.99"))).isEqualTo(Cents.MOST);
        assertThat(Cents.ofDollars(new BigDecimal("-99999999.99"))).isEqualTo(Cents.MOST.negated());
        for (var above : new String[] {"100000000", "-100000000", "92233720368547758.07", "-92233720368547758.08"}) {
            assertThatThrownBy(() -> Cents.ofDollars(new BigDecimal(above)))
                    .as(above)
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void aFractionOfACentIsNoAmount() {
        assertThatThrownBy(() -> Cents.ofDollars(new BigDecimal("1.005"))).isInstanceOf(ArithmeticException.class);
    }
}
