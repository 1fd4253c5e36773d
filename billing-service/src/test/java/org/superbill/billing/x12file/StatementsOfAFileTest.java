package org.superbill.billing.x12file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.StatementCount;
import org.superbill.servicekit.testing.TestEvents;

/** A payment of many claims costs as many statements as a payment of one. */
@QuarkusTest
@BillingStack
class StatementsOfAFileTest {
    @Inject
    X12Files files;

    @Inject
    Tenancy tenancy;

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private List<String> sentClaims(int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(practice.receivesClaim(practice.facts()));
        }
        ids.forEach(practice::submits);
        return ids.stream()
                .map(id -> practice.awaits(id, "transport", "sent").getString("claimNumber"))
                .toList();
    }

    private static String payment(List<String> numbers) {
        var payment = PayerFiles.remittance(UUID.randomUUID().toString().substring(0, 12));
        numbers.forEach(number -> payment.claim(number, "1", "175", "16", "4", "P" + number)
                .patient()
                .line("99213", "150", "0", number + "L1", "CO*16*150")
                .line("87070", "25", "16", number + "L2", "CO*45*5", "PR*2*4"));
        return payment.text();
    }

    private int statementsOf(String file) {
        return StatementCount.during(() -> {
            var taken = tenancy.as(
                    practice.organization, () -> files.take(file.getBytes(StandardCharsets.UTF_8), "upload"));
            assertThat(taken.file().outcomes()).extracting(Outcome::result).containsExactly("posted");
        });
    }

    @Test
    void postingHasNoStatementPerClaim() {
        var numbers = sentClaims(26);
        var one = statementsOf(payment(numbers.subList(0, 1)));
        var another = statementsOf(payment(numbers.subList(1, 2)));
        assertThat(another).isEqualTo(one);
        // the driver inserts rows by powers of two, so that twice as many rows take as many statements
        var eight = statementsOf(payment(numbers.subList(2, 10)));
        var sixteen = statementsOf(payment(numbers.subList(10, 26)));
        assertThat(sixteen).isEqualTo(eight);
    }
}
