package org.superbill.billing.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** {@code ./superbill bench ledger}: a million lines of two years; what the reports take before and after the months were closed. */
@QuarkusTest
@BillingStack
class LedgerBench {
    private static final int CLAIMS = Integer.getInteger("claims", 125_000); // eight lines each

    private static final YearMonth CLOSED = YearMonth.parse("2025-10");

    @Inject
    Seals seals;

    @Inject
    Verification verification;

    @Inject
    Tenancy tenancy;

    LocalPostgres postgres;

    @Test
    void measure() throws SQLException {
        try (var events = TestEvents.open()) {
            var practice = new Practice(events);
            seconds("ledger.fill_s", () -> fill(practice));
            seconds("ledger.seal_s", () -> {
                int sealed;
                do {
                    sealed = tenancy.as(practice.organization, seals::sealNext);
                } while (sealed == Seals.BATCH);
                return true;
            });
            reports(practice, "open");
            seconds("ledger.close_23_s", () -> {
                for (var month = YearMonth.parse("2023-12"); !month.isAfter(CLOSED); month = month.plusMonths(1)) {
                    practice.closes(month.toString());
                }
                return true;
            });
            reports(practice, "closed");
            seconds("ledger.close_next_s", () -> {
                practice.closes("2025-11");
                return true;
            });
        }
    }

    private void reports(Practice practice, String months) {
        for (var round = 0; round < 2; round++) { // the first warms up
            for (var report : new String[] {
                "trial-balance",
                "roll-forward",
                "ageing&by=service-date",
                "ageing&by=responsibility-date",
                "days-in-receivable",
                "net-collection"
            }) {
                var path = report.replaceFirst("&|$", "?from=2025-11-01&to=2025-11-30&");
                seconds(
                        "ledger.%s.%s_s".formatted(report.replace("&by=", "."), months),
                        () -> practice.get("/api/v1/reports/" + path));
            }
            var past = "/api/v1/reports/ageing?from=2024-06-01&to=2024-06-15&by=";
            seconds("ledger.ageing.past-day.%s_s".formatted(months), () -> practice.get(past + "service-date"));
            seconds("ledger.accounts.%s_s".formatted(months), () -> practice.get("/api/v1/ledger/accounts"));
            var parts = "/api/v1/ledger/accounts/insurance-receivable/sub-accounts?by=payer";
            seconds("ledger.sub-accounts.%s_s".formatted(months), () -> practice.get(parts));
            seconds("ledger.statements.%s_s".formatted(months), () -> statements(practice));
            Supplier<VerificationView> verify = verification::run;
            var verified = seconds(
                    "ledger.verification.%s_s".formatted(months), () -> tenancy.as(practice.organization, verify));
            assertThat(verified.holds()).isTrue();
            assertThat(verified.lines()).isEqualTo(CLAIMS * 8L);
        }
    }

    /** The entries of twenty patients, one after the other. */
    private static int statements(Practice practice) {
        var entries = 0;
        for (var number = 1; number <= 20; number++) {
            entries += practice.get("/api/v1/ledger/entries?limit=200&patientId=" + uuid("patient" + number))
                    .getList("items")
                    .size();
        }
        assertThat(entries).isPositive();
        return entries;
    }

    /** As PostgreSQL makes one of md5. */
    private static UUID uuid(String text) {
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(US_ASCII)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T seconds(String name, Supplier<T> work) {
        var start = System.nanoTime();
        var result = work.get();
        System.out.printf(Locale.ROOT, "bench %s %.3f s%n", name, (System.nanoTime() - start) / 1e9);
        return result;
    }

    /** Claims of two years: one in ten is open with its payer for a rest, three in ten with their patients. */
    private boolean fill(Practice practice) {
        try (var connection = postgres.connect("billing", "billing_service");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organization', '%s', true)".formatted(practice.organization));
            var claims = """
                    (select md5('charge' || n || '%1$s')::uuid as charge, md5('decision' || n || '%1$s')::uuid as decision,
                            md5('claim' || n || '%1$s')::uuid as claim, md5('patient' || n %% 20000)::uuid as patient, md5('payer' || n %% 20)::uuid as payer,
                            date '2023-12-15' + n %% 700 as served, n %% 10 as tenth
                       from generate_series(1, %2$d) n) claim_of_bench""".formatted(practice.organization, CLAIMS);
            statement.execute("""
                    insert into journal_entry (id, kind, occurred_on, line_count)
                    select charge, 'CHARGE', served, 2 from CLAIMS_OF_BENCH
                    union all
                    select decision, 'PAYER_PAYMENT', served + 20, 6 from CLAIMS_OF_BENCH""".replace("CLAIMS_OF_BENCH", claims));
            statement.execute("""
                    insert into ledger_line (entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id, claim_line, reason)
                    select charge, 1, 'INSURANCE_RECEIVABLE', 15000, patient, claim, payer, 1, null from CLAIMS_OF_BENCH
                    union all select charge, 2, 'PATIENT_SERVICE_REVENUE', -15000, patient, claim, payer, 1, null from CLAIMS_OF_BENCH
                    union all select decision, 1, 'CASH', 9000, patient, claim, payer, 1, null from CLAIMS_OF_BENCH
                    union all select decision, 2, 'INSURANCE_RECEIVABLE', -9000, patient, claim, payer, 1, null from CLAIMS_OF_BENCH
                    union all select decision, 3, 'CONTRACTUAL_ADJUSTMENT', case tenth when 0 then 1 else 4000 end, patient, claim, payer, 1, 'CO-45' from CLAIMS_OF_BENCH
                    union all select decision, 4, 'INSURANCE_RECEIVABLE', case tenth when 0 then -1 else -4000 end, patient, claim, payer, 1, 'CO-45' from CLAIMS_OF_BENCH
                    union all select decision, 5, case when tenth < 3 then 'PATIENT_RECEIVABLE' else 'SEQUESTRATION_ADJUSTMENT' end, 2000, patient, claim, payer, 1,
                           case when tenth < 3 then 'PR-1' else 'CO-253' end from CLAIMS_OF_BENCH
                    union all select decision, 6, 'INSURANCE_RECEIVABLE', -2000, patient, claim, payer, 1,
                           case when tenth < 3 then 'PR-1' else 'CO-253' end from CLAIMS_OF_BENCH""".replace("CLAIMS_OF_BENCH", claims));
            statement.execute("""
                    insert into ledger_claim_date (claim_id, service_date, first_billed_on) select claim, served, served + 1 from CLAIMS_OF_BENCH""".replace("CLAIMS_OF_BENCH", claims));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
