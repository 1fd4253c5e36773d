package org.superbill.billing.codingeffect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;
import org.superbill.events.CodingAudited;

class EffectLineTest {
    private static final UUID PAYER = UUID.randomUUID();

    private static EffectLine line(int number) {
        return new EffectLine(
                new CodingAudited.Line(number, "99213", List.of(), BigDecimal.ONE, 150_00L, Facts.ON, null), 150_00L);
    }

    @Test
    void twoLinesAlikeInEverythingAreTwoServicesOfOneCoding() {
        var coding = UUID.randomUUID();
        assertThat(line(1).service(coding, PAYER, "11"))
                .isEqualTo(line(1).service(coding, PAYER, "11"))
                .isNotEqualTo(line(2).service(coding, PAYER, "11"))
                .isNotEqualTo(line(1).service(UUID.randomUUID(), PAYER, "11"));
    }
}
