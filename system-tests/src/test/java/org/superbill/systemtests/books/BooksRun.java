package org.superbill.systemtests.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/**
 * A practice bills a payer that does everything payers do (denies, takes back, sends files twice, in other envelopes or broken, keeps money outside of claims) while
 * billing-service is killed again and again; then both sets of books are compared.
 */
public final class BooksRun {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ON = "2026-03-02";

    private final SuperbillSystem system;
    private final Practice practice;
    private final Gateway biller;
    private final List<String> members;
    private final int claims;

    /** @param endings of member ids, each of which is a scenario of the payer's; the claims are dealt out to them in turn */
    public BooksRun(SuperbillSystem system, List<String> endings, int claims) {
        this.system = system;
        this.practice = Practice.opens(system, Facts.RIVERSIDE);
        this.biller = practice.as("biller");
        this.members = List.copyOf(endings);
        this.claims = claims;
    }

    public void billsAndIsPaid() {
        var clinic = practice.clinic();
        var practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        var office = clinic.registersLocation(Facts.OFFICE);
        var payer = clinic.registersPayer(Facts.commercialPayer());
        var coder = practice.coder();
        for (var i = 0; i < claims; i++) {
            var ending = members.get(i % members.size());
            var patient = clinic.registersPatient(Facts.MARIA); // one each: the same visit twice is stopped
            var coverage = clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W%06d%s".formatted(i, ending)));
            var services = "[%s, %s]".formatted(Facts.service("99213", 150_00), Facts.service("87070", 25_00));
            var visit = new Visit(
                    clinic.completesEncounter(patient, practitioner, office, ON, services), patient, coverage, payer);
            coder.codes(visit, """
                    {"diagnoses": ["J029"], "lines": [%s, %s]}
                    """.formatted(Facts.line(1, "99213", 1), Facts.line(2, "87070", 1)));
        }
        awaitClaims("ready", claims);
        submitsAll();
    }

    /** Days pass at the payer, and billing-service is killed while it fetches what the payer sends. */
    public void timePasses(int days, int killings) {
        for (var round = 0; round < killings; round++) {
            practice.payer().passes(days / killings);
            var billing = system.stack().process("billing-service");
            billing.kill();
            billing.start();
            awaitEmptyMailbox();
        }
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
        assertThat(balance(ours, "recoupment", "forwarding-balance"))
                .as("what the payer still keeps or carries forward")
                .isEqualTo(outside(payers, "WO", "FB"));
        var verification = practice.as("billing-manager")
                .peek("/api/v1/ledger/verification")
                .expect(200)
                .json();
        assertThat(verification.path("holds").asBoolean())
                .as(verification.toString())
                .isTrue();
        assertThat(pages("/api/v1/claims?limit=100")).hasSize(claims);
    }

    public JsonNode payersBooks() {
        return practice.payer().booksOf(practice.organizationId());
    }

    private void submitsAll() {
        var action = biller.post(
                        "/api/v1/claims/bulk-actions",
                        "{\"query\": {\"transport\": \"ready\"}, \"action\": \"submit\"}")
                .expect(202);
        var billing = system.stack().process("billing-service");
        billing.kill();
        billing.start();
        await("all are submitted")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(biller.peek("/api/v1/claims/bulk-actions/" + action.id())
                                .expect(200)
                                .json()
                                .path("waiting")
                                .asInt(-1))
                        .isZero());
        await("nothing waits to be sent").atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(pages("/api/v1/claims?limit=100&transport=ready")).isEmpty();
            assertThat(pages("/api/v1/claims?limit=100&transport=queued")).isEmpty();
            assertThat(pages("/api/v1/claims?limit=100&transport=sent")).isEmpty();
        });
        awaitEmptyMailbox();
    }

    private void awaitClaims(String transport, int count) {
        await(transport)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(pages("/api/v1/claims?limit=100&transport=" + transport))
                        .hasSize(count));
    }

    private void awaitEmptyMailbox() {
        await("everything that the payer sent is fetched")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> practice.payer().filesOf(practice.organizationId()) == 0);
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
