package org.superbill.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TenancyRules;
import org.superbill.servicekit.testing.TestEvents;

@QuarkusTest
@BillingStack
class TenancySqlTest extends TenancyRules {
    TenancySqlTest() {
        super("billing", "code_fact_file", "edit_table_release", "edit_table_part", "edit_table_block");
    }

    @Test
    void withoutATenantNothingIsSeenAndWithOneOnlyItsOwn() throws SQLException {
        try (var events = TestEvents.open()) {
            var one = new Practice(events);
            var other = new Practice(events);
            isPaid(one);
            isPaid(other);

            assertKeptApart(
                    List.of(one.organization, other.organization),
                    "reference_fact",
                    "claim",
                    "claim_version",
                    "claim_history",
                    "sent_line",
                    "journal_entry",
                    "ledger_line",
                    "ledger_claim_date",
                    "x12_content",
                    "submission",
                    "deadline",
                    "x12_file",
                    "remittance",
                    "remittance_claim");
        }
    }

    @Test
    void rowsOfAnotherTenantAreNeitherWrittenNorChanged() throws SQLException {
        try (var events = TestEvents.open()) {
            var one = new Practice(events);
            var other = new Practice(events);
            other.receivesClaim(other.facts());

            try (var connection = as(one.organization);
                    var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update claim set revision = 99"))
                        .isZero();
                assertThat(statement.executeUpdate("delete from reference_fact"))
                        .isZero();
            }
            assertRefused(
                    one.organization,
                    "insert into reference_fact (organization_id, kind, id, body) values ('%s', 'PATIENT', gen_random_uuid(), '{}')"
                            .formatted(other.organization));
            assertRefused(one.organization, """
                    insert into journal_entry (id, organization_id, kind, occurred_on, line_count)
                    values (gen_random_uuid(), '%s', 'CHARGE', '2026-03-02', 2)
                    """.formatted(other.organization));
        }
    }

    private static void isPaid(Practice practice) {
        var claim = practice.receivesClaim(practice.facts());
        practice.sends(claim);
        var number = practice.claim(claim).getString("claimNumber");
        practice.receives(PayerFiles.remittance("TENANCY")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .text());
    }
}
