package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.PayerFiles;

/** What of a payment is in memory is bounded by its lines, not only by its claims. */
class RemittanceFileTest {
    private static final int LINES = 900;

    private static Remitted payment(int claims, int lines) {
        var payment = PayerFiles.remittance("T1");
        for (var i = 0; i < claims; i++) {
            payment.claim("C" + i, "1", "9", "9", "0", "P" + i).patient();
            for (var line = 0; line < lines; line++) {
                payment.line("99213", "0.01", "0.01", "L" + line);
            }
        }
        return new RemittanceFile(payment.text().getBytes(StandardCharsets.UTF_8)).at(1);
    }

    private static List<Integer> chunks(Remitted payment) {
        var sizes = new ArrayList<Integer>();
        payment.claims().inChunks(chunk -> sizes.add(chunk.size()));
        return sizes;
    }

    @Test
    void aPaymentOfFewClaimsWithVeryManyLinesIsReadAgainInChunks() {
        var payment = payment(60, LINES); // 60 x 901 parts
        assertThat(payment.claims()).isInstanceOf(RemittedClaims.ReadAgain.class);
        assertThat(payment.claims().isLarge()).isTrue();
        assertThat(chunks(payment)).containsExactly(12, 12, 12, 12, 12); // 12 x 901 = 10,812
    }

    @Test
    void oneThatIsKeptIsHandedOnInTheSameChunks() {
        var payment = payment(20, LINES);
        assertThat(payment.claims()).isInstanceOf(RemittedClaims.Kept.class);
        assertThat(payment.claims().isLarge()).isTrue();
        assertThat(chunks(payment)).containsExactly(12, 8);
    }

    @Test
    void anOrdinaryPaymentIsKeptInChunksOfAThousandClaims() {
        var payment = payment(2_500, 2);
        assertThat(payment.claims()).isInstanceOf(RemittedClaims.Kept.class);
        assertThat(payment.claims().isLarge()).isTrue();
        assertThat(chunks(payment)).containsExactly(1_000, 1_000, 500);
        assertThat(payment(1_000, 2).claims().isLarge()).isFalse();
    }
}
