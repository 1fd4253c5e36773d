package org.superbill.systemtests.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/**
 * A practice bills a payer that does everything payers do (denies, takes back, sends files twice, in other envelopes or broken, keeps money outside of claims) while
 * billing-service is killed again and again; then both sets of books are compared.
 */
public final class BooksRun {
    /** How long nothing may move. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Accounts of ours with the PLB reasons whose money they have; see docs/posting.md. */
    private static final Map<String, String> OUTSIDE_OF_CLAIMS = Map.of(
            "recoupment forwarding-balance", "WO WU OB B3 TL FB",
            "refunds-payable", "72",
            "interest-income", "L6 CR",
            "payer-penalty", "50 51 L3",
            "withholding", "E3 IR LE SL",
            "capitation-income", "CT RA",
            "incentive-income", "90 B2 BN IP",
            "settlement-income", "CV CW DM FC GO HM IS LS OA PI PL RE",
            "provider-adjustment", "CS J1 AP AM BD C5");

    private final SuperbillSystem system;
    private final Practice practice;
    private final Gateway biller;
    private final Visits visits;
    private final int claims;

    /** @param endings of member ids, each of which is a scenario of the payer's; the claims are dealt out to them in turn */
    public BooksRun(SuperbillSystem system, List<String> endings, int claims) {
        this.system = system;
        this.practice = Practice.opens(system, Facts.RIVERSIDE);
        this.biller = practice.as("biller");
        this.visits = new Visits(system, practice, List.copyOf(endings));
        this.claims = claims;
    }

    /** Visits take place and are coded over the API, and all their claims are submitted at once. */
    public void bills() {
        visits.takePlace(claims);
        awaitReady();
        submitsAll();
        awaitSent();
        awaitEmptyMailbox();
    }

    /**
     * As many claims as a machine can build: billing alone is told of the visits, the services that would tell it are away, and the
     * claims leave by themselves.
     *
     * @param killings how often billing-service is killed while it builds and sends
     */
    public void billsByItself(int killings) {
        biller.put(
                        "/api/v1/submission-schedules/" + visits.payer(),
                        "{\"submitsCleanClaims\": true, \"sendAt\": [], \"sendOn\": []}",
                        null)
                .expect(200);
        system.stack().process("patient-service").stop();
        system.stack().process("coding-service").stop();
        visits.areTold(claims);
        for (var killing = 1; killing <= killings; killing++) {
            awaitAtLeast("claims that have left", (long) claims * killing / (killings + 1), this::sent);
            killsBilling();
        }
        awaitSent();
        awaitEmptyMailbox();
    }

    /**
     * Days pass at the payer, and billing-service is killed while it fetches what the payer sends.
     *
     * @param killings at least one for each part of the days, more where much is to be fetched
     */
    public void timePasses(int days, int parts, int killings) {
        for (var part = 0; part < parts; part++) {
            practice.payer().passes(days / parts);
            killsBilling();
            var files = files();
            for (var killing = 1; killing < killings; killing++) {
                awaitAtLeast("files fetched", files * killing / killings, () -> files - files());
                killsBilling();
            }
            awaitEmptyMailbox();
        }
    }

    private void killsBilling() {
        var billing = system.stack().process("billing-service");
        billing.kill();
        billing.start();
    }

    /** Everything that the payer ever sent comes once more. */
    public void everyFileComesAgain() {
        var clerk = practice.as("poster");
        for (var file : pages("/api/v1/x12-files?limit=100")) {
            var content = clerk.peek(
                    "/api/v1/x12-files/%s/content".formatted(file.path("id").asText()));
            assertThat(content.status()).isEqualTo(200);
            var again = clerk.upload("/api/v1/x12-files", content.text());
            assertThat(again.status()).as(again.text()).isIn(200, 201, 202, 422); // 422: the one that breaks off
        }
    }

    /** The cash that the payer says it sent is the cash that we say we have; the ledger holds; each claim is somewhere, once. */
    public void areTheSame() {
        var payers = practice.payer().booksOf(practice.organizationId());
        var ours = practice.books().accounts();
        assertThat(ours.getOrDefault("cash", 0L))
                .as("cash: the payer says %s", payers)
                .isEqualTo(payers.path("paidCents").asLong());
        OUTSIDE_OF_CLAIMS.forEach((accounts, reasons) -> assertThat(balance(ours, accounts.split(" ")))
                .as("%s: the payer says %s", accounts, payers)
                .isEqualTo(outside(payers, reasons.split(" "))));
        var verification = practice.as("billing-manager")
                .peek("/api/v1/ledger/verification")
                .expect(200)
                .json();
        assertThat(verification.path("holds").asBoolean())
                .as(verification.toString())
                .isTrue();
        eachClaimIsSomewhere();
    }

    /** Every claim that was ever sent is in exactly one state, and so is every file. */
    private void eachClaimIsSomewhere() {
        var report = reconciliation();
        assertThat(report.path("addsUp").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("claims").path("count").asInt()).isEqualTo(claims);
        var inStates = 0;
        for (var state : report.path("claims").path("states")) {
            inStates += state.path("count").asInt();
        }
        assertThat(inStates).as(report.toString()).isEqualTo(claims);
    }

    /** How many claims are in which state. */
    public Map<String, Integer> states() {
        var states = new TreeMap<String, Integer>();
        reconciliation()
                .path("claims")
                .path("states")
                .forEach(state -> states.put(
                        state.path("state").asText(), state.path("count").asInt()));
        return states;
    }

    private JsonNode reconciliation() {
        return biller.peek("/api/v1/reconciliation").expect(200).json();
    }

    public JsonNode payersBooks() {
        return practice.payer().booksOf(practice.organizationId());
    }

    private void submitsAll() {
        var action = biller.post(
                        "/api/v1/claims/bulk-actions",
                        "{\"query\": {\"transport\": \"ready\"}, \"action\": \"submit\"}")
                .expect(202);
        killsBilling();
        await("all are submitted")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(biller.peek("/api/v1/claims/bulk-actions/" + action.id())
                                .expect(200)
                                .json()
                                .path("waiting")
                                .asInt(-1))
                        .isZero());
    }

    private void awaitReady() {
        await("ready")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(pages("/api/v1/claims?limit=100&transport=ready"))
                        .hasSize(claims));
    }

    private void awaitSent() {
        awaitAtLeast("claims that have left", claims, this::sent);
        awaitAtLeast("claims that are answered", claims, () -> {
            var states = states();
            return claims - states.getOrDefault("sent", 0) - states.getOrDefault("received", 0);
        });
    }

    private long sent() {
        return reconciliation().path("claims").path("count").asLong();
    }

    private void awaitEmptyMailbox() {
        var files = files();
        awaitAtLeast("files fetched", files, () -> files - files());
    }

    private long files() {
        return practice.payer().filesOf(practice.organizationId());
    }

    /** Waits for as long as something moves; a service that is just starting may not answer. */
    private void awaitAtLeast(String what, long wanted, LongSupplier count) {
        var moved = new AtomicLong(System.nanoTime());
        var seen = new AtomicLong(-1);
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(Math.max(100, claims / 25))) // to count many takes a while
                .forever()
                .failFast(
                        "nothing has moved for " + PATIENCE, () -> System.nanoTime() - moved.get() > PATIENCE.toNanos())
                .ignoreExceptions()
                .untilAsserted(() -> {
                    var now = count.getAsLong();
                    if (seen.getAndSet(now) != now) {
                        moved.set(System.nanoTime());
                    }
                    assertThat(now).isGreaterThanOrEqualTo(wanted);
                });
    }

    private List<JsonNode> pages(String path) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = biller.peek(path + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static long balance(Map<String, Long> accounts, String... names) {
        var sum = 0L;
        for (var name : names) {
            sum += accounts.getOrDefault(name, 0L);
        }
        return sum;
    }

    private static long outside(JsonNode books, String... reasons) {
        var sum = 0L;
        for (var reason : reasons) {
            sum += books.path("outsideCents").path(reason).asLong();
        }
        return sum;
    }
}
