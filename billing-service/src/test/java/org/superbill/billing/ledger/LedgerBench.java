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
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.billing.testing.RowCopies;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/**
 * {@code ./superbill bench ledger}: a million lines of two years, of claims that were sent and decided; what the reports and the verification take before and after the months were closed. The records are
 * copies of those of one claim.
 */
@QuarkusTest
@BillingStack
class LedgerBench {
    private static final int CLAIMS = Integer.getInteger("claims", 125_000); // eight lines each

    private static final int CLAIMS_OF_A_PAYMENT = 100;

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
            var claimId = paidClaim(practice);
            seconds("ledger.fill_s", () -> fill(practice, claimId));
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
                    months.equals("closed") ? "ledger.verification_s" : "ledger.verification.open_s",
                    () -> tenancy.as(practice.organization, verify));
            assertThat(verified.checks()).allMatch(VerificationView.Check::holds);
            assertThat(verified.lines()).isEqualTo((CLAIMS + 1) * 8L);
            System.out.printf(
                    "bench ledger.verified_lines %d, of %d entries, %d sent versions and as many decisions of payers%n",
                    verified.lines(), verified.entries(), CLAIMS + 1);
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

    /** 150.00 charged, 90.00 paid, 40.00 written off and 20.00 left to the patient. */
    private static String paidClaim(Practice practice) {
        var claimId = practice.receivesClaim(practice.facts().lines(Facts.line(1, "99213", 150_00)));
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        var file = practice.receives(PayerFiles.remittance("BENCH")
                .claim(number, "1", "150", "90", "20", "PCN1")
                .patient()
                .line("99213", "150", "90", number + "L1", "CO*45*40", "PR*1*20")
                .text());
        assertThat(file.getList("outcomes.result")).containsExactly("posted");
        return claimId;
    }

    /** Claims of two years: one in ten is open with its payer for a rest, three in ten with their patients. */
    private boolean fill(Practice practice, String claimId) {
        try (var connection = postgres.connect("billing", "billing_service");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organization', '%s', true)".formatted(practice.organization));
            var claims = """
                    (select n, md5('charge' || n || '%1$s')::uuid as charge, md5('decision' || n || '%1$s')::uuid as decision,
                            md5('claim' || n || '%1$s')::uuid as claim, md5('payment' || (n - 1) / %3$d || '%1$s')::uuid as payment, md5('patient' || n %% 20000)::uuid as patient, md5('payer' || n %% 20)::uuid as payer,
                            date '2023-12-15' + n %% 700 as served, n %% 10 as tenth
                       from generate_series(1, %2$d) n) claim_of_bench""".formatted(practice.organization, CLAIMS, CLAIMS_OF_A_PAYMENT);
            statement.execute("""
                    insert into journal_entry (id, kind, occurred_on, line_count)
                    select charge, 'CHARGE', served, 2 from CLAIMS_OF_BENCH
                    union all
                    select decision, 'PAYER_PAYMENT', served + 20, 6 from CLAIMS_OF_BENCH""".replace("CLAIMS_OF_BENCH", claims));
            statement.execute("""
                    insert into ledger_line (entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id, claim_line, reason, remittance_id)
                    select charge, 1, 'INSURANCE_RECEIVABLE', 15000, patient, claim, payer, 1, null, null::uuid from CLAIMS_OF_BENCH
                    union all select charge, 2, 'PATIENT_SERVICE_REVENUE', -15000, patient, claim, payer, 1, null, null::uuid from CLAIMS_OF_BENCH
                    union all select decision, 1, 'CASH', 9000, patient, claim, payer, 1, null, payment from CLAIMS_OF_BENCH
                    union all select decision, 2, 'INSURANCE_RECEIVABLE', -9000, patient, claim, payer, 1, null, payment from CLAIMS_OF_BENCH
                    union all select decision, 3, 'CONTRACTUAL_ADJUSTMENT', case tenth when 0 then 1 else 4000 end, patient, claim, payer, 1, 'CO-45', payment from CLAIMS_OF_BENCH
                    union all select decision, 4, 'INSURANCE_RECEIVABLE', case tenth when 0 then -1 else -4000 end, patient, claim, payer, 1, 'CO-45', payment from CLAIMS_OF_BENCH
                    union all select decision, 5, case when tenth < 3 then 'PATIENT_RECEIVABLE' else 'SEQUESTRATION_ADJUSTMENT' end, 2000, patient, claim, payer, 1,
                           case when tenth < 3 then 'PR-1' else 'CO-253' end, payment from CLAIMS_OF_BENCH
                    union all select decision, 6, 'INSURANCE_RECEIVABLE', -2000, patient, claim, payer, 1,
                           case when tenth < 3 then 'PR-1' else 'CO-253' end, payment from CLAIMS_OF_BENCH""".replace("CLAIMS_OF_BENCH", claims));
            statement.execute("""
                    insert into ledger_claim_date (claim_id, service_date, first_billed_on) select claim, served, served + 1 from CLAIMS_OF_BENCH""".replace("CLAIMS_OF_BENCH", claims));
            connection.commit();
            copyRecords(claimId, claims);
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

    /** What was sent of each claim, and what its payer has said of it. */
    private void copyRecords(String claimId, String claims) throws SQLException {
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            var ofClaim = "original.claim_id = '%s'".formatted(claimId);
            statement.execute(RowCopies.of(
                    owner,
                    "claim",
                    Map.of(
                            "id", "claim",
                            "encounter_id", "gen_random_uuid()",
                            "patient_id", "patient",
                            "payer_id", "payer",
                            "number", "-n"),
                    claims,
                    "original.id = '%s'".formatted(claimId)));
            statement.execute(RowCopies.of(
                    owner,
                    "claim_version",
                    Map.of(
                            "id", "gen_random_uuid()",
                            "claim_id", "claim",
                            "claim_number", "'B' || n",
                            "facts",
                                    "replace(original.facts, original.facts::jsonb #>> '{encounter,serviceDate}', served::text)"),
                    claims,
                    ofClaim));
            statement.execute(RowCopies.of(
                    owner,
                    "remittance",
                    Map.of(
                            "id",
                            "payment",
                            "trace_number",
                            "'B' || payment",
                            "payment_cents",
                            "cents",
                            "claims_paid_cents",
                            "cents"),
                    "(select payment, 9000 * count(*) as cents from %s group by payment) payments".formatted(claims),
                    "original.id = (select remittance_id from remittance_claim where claim_id = '%s')"
                            .formatted(claimId)));
            statement.execute(RowCopies.of(
                    owner,
                    "remittance_claim",
                    Map.of(
                            "id", "gen_random_uuid()",
                            "remittance_id", "payment",
                            "position", "(n - 1) %% %d + 1".formatted(CLAIMS_OF_A_PAYMENT),
                            "claim_number", "'B' || n",
                            "claim_id", "claim",
                            "entry_id", "claim_of_bench.decision",
                            "adjustments", """
                                    case when tenth < 3 then original.adjustments
                                         else replace(replace(original.adjustments, '"PR"', '"CO"'), '"carc":"1"', '"carc":"253"') end"""),
                    claims,
                    ofClaim));
        }
    }
}
