package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.stack.LocalPostgres;

/** What the migration makes of rows from before decisions were kept is what posting makes of the same payments today. */
@QuarkusTest
@BillingStack
class DecisionsOfBeforeTest extends OfASentClaim {
    private static final String MIGRATION = "/db/migration/V0101__what_payers_had_decided_before_that_was_kept.sql";

    LocalPostgres postgres;

    private void receives(String status, String charge, String paid, String remark, String... adjustments) {
        var claim = practice.receivesClaim(practice.facts());
        practice.sends(claim);
        var ours = practice.claim(claim).getString("claimNumber");
        var remitted = PayerFiles.remittance("D" + ours)
                .claim(ours, status, charge, paid, "0", "PCN1")
                .patient();
        if (!remark.isEmpty()) {
            remitted.with("MOA***" + remark);
        }
        practice.receives(
                remitted.line("99213", charge, paid, ours + "L1", adjustments).text());
    }

    private List<String> decisions() throws SQLException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var query = owner.prepareStatement(
                        "select adjudication || ' ' || coalesce(decision, '-') from remittance_claim where organization_id = ? order by id")) {
            query.setString(1, practice.organization.toString());
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private void asBefore() throws SQLException, IOException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement();
                var migration = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            statement.execute(
                    "update remittance_claim set decision = null where adjudication in ('FORWARDED', 'NEEDS_REVIEW') and organization_id = '%s'"
                            .formatted(practice.organization));
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void forwardedAndDoubtfulDecisionsAreMadeOfTheirAdjustments() throws SQLException, IOException {
        receives("19", "175", "0", "", "PR*1*175"); // the deductible, for the next payer
        receives("1", "170", "0", "", "CO*50*170"); // another charge than ours
        receives("1", "170", "0", "", "CO*45*70", "PR*96*100");
        receives("1", "170", "0", "", "CO*45*70", "PR*2*100");
        receives("1", "170", "0", "MA130", "CO*16*170");
        var posted = decisions();
        assertThat(posted)
                .containsExactly(
                        "FORWARDED PAID_AT_ZERO",
                        "NEEDS_REVIEW DENIED",
                        "NEEDS_REVIEW DENIED",
                        "NEEDS_REVIEW PAID_AT_ZERO",
                        "UNPROCESSABLE -");
        asBefore();
        assertThat(decisions()).isEqualTo(posted);
    }
}
