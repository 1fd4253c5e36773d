package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.ChargedLine;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.testing.Facts;

class ChargeEntriesTest {
    private final Facts facts = new Facts();
    private final UUID payerId = facts.payer.payerId();
    private final List<ChargedLine> booked =
            List.of(new ChargedLine(payerId, 1, Cents.of(150_00)), new ChargedLine(payerId, 2, Cents.of(25_00)));

    private static Stream<UUID> payersOf(JournalEntry entry) {
        return entry.lines().stream().map(line -> line.reference().payerId());
    }

    @Test
    void theFirstFileBooksEachLine() {
        assertThat(ChargeEntries.of(UUID.randomUUID(), facts.build(), List.of(), Facts.ON, null))
                .singleElement()
                .satisfies(entry -> assertThat(entry.lines()).hasSize(4));
    }

    @Test
    void theSameChargesAreNotBookedAgain() {
        assertThat(ChargeEntries.of(UUID.randomUUID(), facts.build(), booked, Facts.ON, null))
                .isEmpty();
    }

    @Test
    void otherChargesTakeTheOldOnesBack() {
        var changed = facts.lines(Facts.line(1, "99213", 160_00)).build();
        assertThat(ChargeEntries.of(UUID.randomUUID(), changed, booked, Facts.ON, null))
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.CHARGE_REVERSAL, JournalEntry.Kind.CHARGE);
    }

    @Test
    void theSameChargesToAnotherPayerMoveTheReceivable() {
        var changed = facts.anotherPayer().build();
        var entries = ChargeEntries.of(UUID.randomUUID(), changed, booked, Facts.ON, null)
                .toList();
        assertThat(entries)
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.CHARGE_REVERSAL, JournalEntry.Kind.CHARGE);
        assertThat(payersOf(entries.get(0))).containsOnly(payerId);
        assertThat(payersOf(entries.get(1))).containsOnly(facts.payer.payerId()).doesNotContain(payerId);
    }

    @Test
    void otherChargesToAnotherPayerAreTakenBackFromTheFirst() {
        var changed = facts.anotherPayer().lines(Facts.line(1, "99213", 160_00)).build();
        var reversal = ChargeEntries.of(UUID.randomUUID(), changed, booked, Facts.ON, null)
                .findFirst()
                .orElseThrow();
        assertThat(payersOf(reversal)).containsOnly(payerId);
        assertThat(reversal.lines()).hasSize(4);
    }
}
