package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.testing.Facts;

class ChargeEntriesTest {
    private static final Map<Integer, Cents> BOOKED = Map.of(1, Cents.of(150_00), 2, Cents.of(25_00));

    @Test
    void theFirstFileBooksEachLine() {
        assertThat(ChargeEntries.of(UUID.randomUUID(), new Facts().build(), Map.of(), Facts.ON))
                .singleElement()
                .satisfies(entry -> assertThat(entry.lines()).hasSize(4));
    }

    @Test
    void theSameChargesAreNotBookedAgain() {
        assertThat(ChargeEntries.of(UUID.randomUUID(), new Facts().build(), BOOKED, Facts.ON))
                .isEmpty();
    }

    @Test
    void otherChargesTakeTheOldOnesBack() {
        var facts = new Facts().lines(Facts.line(1, "99213", 160_00)).build();
        assertThat(ChargeEntries.of(UUID.randomUUID(), facts, BOOKED, Facts.ON))
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.CHARGE_REVERSAL, JournalEntry.Kind.CHARGE);
    }
}
