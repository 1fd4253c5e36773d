package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.billing.sql.Sql;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.StatementCount;

/** A payment with more claims than are in memory at a time; the last one is ours, the money of the others waits. */
@QuarkusTest
@BillingStack
class LargePaymentTest extends OfASentClaim {
    @Inject
    RemittancePreviews previews;

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    private static final int OTHERS = 2 * RemittedClaims.CHUNK + 100;
    private static final long CASH_OF_OTHERS = OTHERS * 1_00L;

    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);

    private String receives(PayerFiles.Remittance payment, String result) {
        payment.claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .line("99213", "150", "120", number + "L1", "CO*45*30")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
        var file = practice.receives(payment.text());
        assertThat(file.getString("outcomes[0].result"))
                .as(file.getString("outcomes[0].message"))
                .isEqualTo(result);
        return file.getString("outcomes[0].id");
    }

    private PayerFiles.Remittance ofOthers() {
        return withOthers(PayerFiles.remittance(trace), OTHERS);
    }

    private static PayerFiles.Remittance withOthers(PayerFiles.Remittance payment, int others) {
        for (var i = 1; i <= others; i++) {
            payment.claim("OTHER" + i, "1", "1", "1", "0", "PCN" + i).with("NM1*QC*1*SOMEBODY*ELSE****MI*X1");
        }
        return payment;
    }

    private Response acts(String remittance, String action) {
        return practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"reason\":\"The bank shows it\"}")
                .post("/api/v1/remittances/" + remittance + "/" + action);
    }

    private void assertBooks(long contractual, long insurance) {
        assertThat(practice.account("unapplied-cash")).isEqualTo(-RemittedClaims.CHUNK * 1_00L);
        assertThat(practice.account("contractual-adjustment")).isEqualTo(contractual);
        assertThat(practice.account("insurance-receivable")).isEqualTo(insurance);
    }

    /** Of 175.00 it has paid 140.00; the 130.00 that it pays besides it takes back 1,000 claims later. */
    @Test
    void aSecondPaymentThatIsTakenBackFarBehindLeavesTheDecision() {
        receives(PayerFiles.remittance(trace + "A"), "posted");
        var file = practice.receives(withOthers(corrected(PayerFiles.remittance(trace)), RemittedClaims.CHUNK)
                .claim(number, "22", "-175", "-130", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-110", number + "L1", "CO*45*-40")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5")
                .text());
        assertThat(file.getString("outcomes[0].result")).isEqualTo("waiting");
        acts(file.getString("outcomes[0].id"), "accept").then().statusCode(200);
        assertBooks(35_00, 0);
        assertThat(practice.account("cash")).isEqualTo(140_00 + RemittedClaims.CHUNK * 1_00L);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
    }

    /** MA130 decides nothing, so that the 25.00 beside it were not written off. */
    @Test
    void whatMovedNothingAndIsTakenBackFarBehindMovesNothing() {
        var payment = PayerFiles.remittance(trace)
                .claim(number, "1", "175", "0", "0", "PCN1")
                .patient()
                .with("MOA***MA130")
                .line("99213", "150", "0", number + "L1", "CO*16*125**45*25")
                .line("87070", "25", "0", number + "L2", "CO*16*25");
        var file = practice.receives(withOthers(payment, RemittedClaims.CHUNK)
                .claim(number, "22", "-175", "0", "0", "PCN1")
                .patient()
                .line("99213", "-150", "0", number + "L1", "CO*16*-125**45*-25")
                .line("87070", "-25", "0", number + "L2", "CO*16*-25")
                .text());
        assertThat(file.getString("outcomes[0].result"))
                .as(file.getString("outcomes[0].message"))
                .isEqualTo("posted");
        assertBooks(0, 175_00);
    }

    private PayerFiles.Remittance corrected(PayerFiles.Remittance payment) {
        return payment.claim(number, "1", "175", "130", "0", "PCN1")
                .patient()
                .line("99213", "150", "110", number + "L1", "CO*45*40")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    private PayerFiles.Remittance reversed(PayerFiles.Remittance payment) {
        return payment.claim(number, "22", "-175", "-140", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-120", number + "L1", "CO*45*-30")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5");
    }

    /** Of 175.00 it has paid 140.00; it pays 130.00, and 1,000 claims later it takes the 140.00 back. */
    @Test
    void aCorrectionMayStandFarBeforeItsReversal() {
        receives(PayerFiles.remittance(trace + "A"), "posted");
        var payment = reversed(withOthers(corrected(PayerFiles.remittance(trace)), RemittedClaims.CHUNK));
        var preview = preview(List.of(payment)).jsonPath();
        assertThat(preview.getString("items[0].outcome")).isEqualTo("posted");
        assertThat(preview.getList("items[0].claims.position")).isSorted().startsWith(1, 2);
        var file = practice.receives(payment.text());
        assertThat(file.getString("outcomes[0].result"))
                .as(file.getString("outcomes[0].message"))
                .isEqualTo("posted");
        assertBooks(45_00, 0);
        assertThat(practice.account("cash")).isEqualTo(140_00 + 130_00 - 140_00 + RemittedClaims.CHUNK * 1_00L);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
        receives(PayerFiles.remittance(trace + "B"), "waiting");
    }

    /** It has paid 140.00 twice, which is a credit of 140.00; what it takes back and replaces by 130.00, 1,000 claims later, is its decision and not the second payment. */
    @Test
    void aReversalFarBeforeItsCorrectionTakesTheDecisionBack() {
        receives(PayerFiles.remittance(trace + "A"), "posted");
        acts(receives(PayerFiles.remittance(trace + "B"), "waiting"), "accept")
                .then()
                .statusCode(200);
        var file = practice.receives(corrected(withOthers(reversed(PayerFiles.remittance(trace)), RemittedClaims.CHUNK))
                .text());
        assertThat(file.getString("outcomes[0].result"))
                .as(file.getString("outcomes[0].message"))
                .isEqualTo("posted");
        assertBooks(45_00, -140_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");
    }

    @Test
    void morePaymentsThanArePreviewedTogetherAreRefused() {
        var payments = IntStream.range(0, 201)
                .mapToObj(i -> PayerFiles.remittance(trace + i)
                        .claim("OTHER" + i, "1", "1", "1", "0", "PCN" + i)
                        .with("NM1*QC*1*SOMEBODY*ELSE****MI*X1"))
                .toList();
        assertThat(preview(payments.subList(0, 200)).statusCode()).isEqualTo(200);
        var answer = preview(payments);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("detail")).contains("201", "200");
    }

    @Test
    void moreClaimsThanArePreviewedTogetherAreRefused() {
        var answer = preview(List.of(withOthers(PayerFiles.remittance(trace), 5_001)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).endsWith("/remittance-preview-too-large");
        assertThat(answer.jsonPath().getString("detail")).contains("5001 claims", "5000");
    }

    /** While it waits it holds what it has posted already. */
    @Test
    void aPreviewWaitsForNobodyForLong() throws Exception {
        var held = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor(); // the common pool's lack the application's class loader
        var holding = thread.submit(() -> tenancy.as(practice.organization, () -> {
            sql.update("update claim set revision = revision where id = ?", UUID.fromString(claimId));
            held.countDown();
            return awaits(answered);
        }));
        thread.shutdown();
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(preview(List.of(corrected(PayerFiles.remittance(trace)))).statusCode())
                .isEqualTo(503);
        answered.countDown();
        assertThat(holding.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(preview(List.of(corrected(PayerFiles.remittance(trace)))).statusCode())
                .isEqualTo(200);
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a reversal and the decision that replaces it cost does not depend on how many other claims the payment has. */
    @Test
    void ofClaimsThatAreNotReversedNothingIsAskedTwice() {
        receives(PayerFiles.remittance(trace + "A"), "posted");
        assertThat(statementsOfCorrection(3)).isEqualTo(statementsOfCorrection(2));
    }

    private int statementsOfCorrection(int chunks) {
        var others = chunks * RemittedClaims.CHUNK - 10;
        return statements(withOthers(corrected(reversed(PayerFiles.remittance(trace))), others))
                - statements(withOthers(PayerFiles.remittance(trace), others));
    }

    private int statements(PayerFiles.Remittance payment) {
        var file = payment.text().getBytes(StandardCharsets.UTF_8);
        var counted = new int[1];
        assertThatThrownBy(() -> tenancy.as(practice.organization, () -> {
            counted[0] = StatementCount.during(
                    () -> assertThat(previews.of(file).get(0).outcome()).isEqualTo(Remittance.State.POSTED));
        })); // a preview takes its transaction back
        assertThat(counted[0]).isPositive(); // else what was thrown is no preview's end
        return counted[0];
    }

    private Response preview(List<PayerFiles.Remittance> payments) {
        return practice.request("poster")
                .contentType("application/edi-x12")
                .body(PayerFiles.file(payments.toArray(PayerFiles.Remittance[]::new))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/remittances/previews");
    }

    @Test
    void aDoubtAboutItsLastClaimLeavesNothingOfItInTheBooks() {
        receives(PayerFiles.remittance(trace + "A"), "posted");
        var id = receives(ofOthers(), "waiting");
        assertThat(practice.account("cash")).isEqualTo(140_00);
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items")).isEmpty();
        var remittance = practice.get("/api/v1/remittances/" + id);
        assertThat(remittance.getString("explanation")).contains("already-paid").contains("(claim " + (OTHERS + 1));
        assertThat(remittance.getList("claims.posting")).hasSize(1_000).containsOnly("none");
    }

    @Test
    void itIsUndoneAsAWhole() {
        var id = receives(ofOthers(), "posted");
        assertThat(practice.account("cash")).isEqualTo(CASH_OF_OTHERS + 140_00);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-CASH_OF_OTHERS);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("paid");

        var undone = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"reason\":\"It is of another practice\"}")
                .post("/api/v1/remittances/" + id + "/undo");
        assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
        assertThat(undone.jsonPath().getString("state")).isEqualTo("undone");
        assertThat(practice.account("cash")).isZero();
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.account("contractual-adjustment")).isZero();
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("needs-review");
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items")).isEmpty();
    }

    @Test
    void itsClaimsComeInPages() {
        var claims = "/api/v1/remittances/" + receives(ofOthers(), "posted") + "/claims?limit=200";
        var positions = new HashSet<Integer>();
        var cursor = "";
        do {
            var page = practice.get(claims + cursor);
            positions.addAll(page.getList("items.position"));
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(positions).hasSize(OTHERS + 1).contains(1, OTHERS + 1);
    }
}
