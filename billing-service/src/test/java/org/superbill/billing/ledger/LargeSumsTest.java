package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;

/** What no single amount can hold is still a sum that can be looked at. */
@QuarkusTest
@BillingStack
class LargeSumsTest {
    @Inject
    Ledger ledger;

    @Inject
    Tenancy tenancy;

    private static JournalEntry enormous() {
        return new JournalEntry.Builder()
                .move(
                        Cents.of(Long.MAX_VALUE),
                        Account.CASH,
                        Account.INTEREST_INCOME,
                        JournalEntry.Reference.NONE,
                        null,
                        null)
                .build(UUID.randomUUID(), JournalEntry.Kind.PROVIDER_ADJUSTMENT, LocalDate.parse("2026-03-03"), null);
    }

    @Test
    void theAccountsAreShownWhateverTheyHold() {
        try (var events = TestEvents.open()) {
            var practice = new Practice(events);
            tenancy.as(practice.organization, () -> {
                QuarkusTransaction.requiringNew().run(() -> ledger.post(List.of(enormous(), enormous())));
                return true;
            });
            var accounts = practice.request("biller").get("/api/v1/ledger/accounts");
            assertThat(accounts.statusCode()).isEqualTo(200);
            assertThat(accounts.asString()).contains("18446744073709551614");
            assertThat(practice.booksAreCoherent()).isTrue();
        }
    }
}
