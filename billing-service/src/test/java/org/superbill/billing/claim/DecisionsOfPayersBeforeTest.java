package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** What the migration makes of what V0077 had taken for paid is what the first payer has decided. */
@QuarkusTest
@BillingStack
class DecisionsOfPayersBeforeTest {
    private static final String MIGRATION = "/db/migration/V0108__what_the_payers_before_had_refused.sql";

    LocalPostgres postgres;

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

    /** The next payer is billed then. */
    private String decided(String paid, String first, String second) {
        var claimId = practice.receivesClaim(practice.facts().nextPayer());
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", paid, "0", "PCN1")
                .patient()
                .line("99213", "150", paid, number + "L1", first)
                .line("87070", "25", "0", number + "L2", second)
                .text());
        practice.acts(claimId, "bill-next-payer", "{}", 200);
        return claimId;
    }

    private String adjudicationBefore(String claimId, String asked) throws SQLException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var query = owner.prepareStatement(asked)) {
            query.setObject(1, UUID.fromString(claimId));
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private String adjudicationBefore(String claimId) throws SQLException {
        return adjudicationBefore(
                claimId, "select other_payers::jsonb -> 0 ->> 'adjudication' from claim where id = ?");
    }

    private String asBefore(String claimId, String said) throws SQLException {
        return adjudicationBefore(
                claimId,
                "update claim set other_payers = jsonb_set(other_payers::jsonb, '{0,adjudication}', '\"%s\"')::text where id = ? returning 'done'"
                        .formatted(said));
    }

    @Test
    void theRemittanceSaysWhatWasRefused() throws SQLException, IOException {
        var denied = decided("0", "CO*197*150", "CO*197*25");
        var partly = decided("120", "CO*45*30", "CO*197*25");
        var paid = decided("120", "PR*2*30", "PR*2*25");
        assertThat(adjudicationBefore(denied)).isEqualTo("denied");
        assertThat(adjudicationBefore(partly)).isEqualTo("partially-paid");
        assertThat(adjudicationBefore(paid)).isEqualTo("paid");
        asBefore(denied, "paid-at-zero");
        asBefore(partly, "paid");
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement();
                var migration = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(adjudicationBefore(denied)).isEqualTo("denied");
        assertThat(adjudicationBefore(partly)).isEqualTo("partially-paid");
        assertThat(adjudicationBefore(paid)).isEqualTo("paid");
    }
}
