package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Line;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.testing.Facts;

class JournalEntryTest {
    private static Line line(Account account, long cents) {
        return new Line(account, Cents.of(cents), Reference.NONE, null, null);
    }

    private static JournalEntry entry(Line... lines) {
        return new JournalEntry(UUID.randomUUID(), Kind.CHARGE, Facts.ON, null, List.of(lines));
    }

    @Test
    void anEntryThatDoesNotBalanceDoesNotExist() {
        assertThatThrownBy(() -> entry(line(Account.CASH, 100), line(Account.INSURANCE_RECEIVABLE, -99)))
                .hasMessageContaining("off by 1 cents");
        assertThat(entry(line(Account.CASH, 100), line(Account.INSURANCE_RECEIVABLE, -100))
                        .lines())
                .hasSize(2);
    }

    @Test
    void anEntryNeedsTwoSides() {
        assertThatThrownBy(() -> entry(line(Account.CASH, 0))).hasMessageContaining("two lines");
    }

    @Test
    void whatMovesNothingIsNotWritten() {
        var builder = new JournalEntry.Builder()
                .move(Cents.ZERO, Account.CASH, Account.INSURANCE_RECEIVABLE, Reference.NONE, null, null);
        assertThat(builder.isEmpty()).isTrue();
    }

    @Test
    void amountsOverflowLoudlyAndFractionsOfACentAreRefused() {
        assertThatThrownBy(() -> Cents.of(Long.MAX_VALUE).plus(Cents.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cents.ofDollars(new BigDecimal("0.005"))).isInstanceOf(ArithmeticException.class);
        assertThat(Cents.ofDollars(new BigDecimal("40.5"))).isEqualTo(Cents.of(4050));
        assertThat(Cents.of(4050).dollars()).isEqualByComparingTo("40.50");
    }

    @Test
    void aCreditIsWhatWasPaidTooMuchByWhomeverAndPaysNothingOfWhatAnotherOwes() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertThat(new ClaimMoney(Map.of(first, Cents.of(-10)), Cents.of(-5), Cents.ZERO).credit())
                .isEqualTo(Cents.of(15));
        var netted = new ClaimMoney(Map.of(first, Cents.of(-20), second, Cents.of(20)), Cents.ZERO, Cents.of(175));
        assertThat(netted.insurance()).isEqualTo(Cents.ZERO);
        assertThat(netted.credit()).isEqualTo(Cents.of(20));
        assertThat(netted.owedByPayers()).isEqualTo(Cents.of(20));
        assertThat(netted.nobodyOwes()).isFalse();
        assertThat(new ClaimMoney(Map.of(first, Cents.ZERO), Cents.ZERO, Cents.of(175)).nobodyOwes())
                .isTrue();
    }
}
