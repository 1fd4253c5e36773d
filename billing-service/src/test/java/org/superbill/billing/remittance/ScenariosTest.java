package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestEvents;

/** What payers remit, and what the books say afterwards: the sums are written by hand in {@code scenarios.txt}. */
@QuarkusTest
@BillingStack
class ScenariosTest {
    private static TestEvents events;

    @BeforeAll
    static void open() {
        events = TestEvents.open();
    }

    @AfterAll
    static void close() {
        events.close();
    }

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    static List<Scenario> ofSeveralPayments() {
        return scenarios().stream()
                .filter(scenario -> scenario.payments().size() > 1)
                .toList();
    }

    @Test
    void thereAreManyAndEachIsNamedOnce() {
        assertThat(scenarios())
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(Scenario::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void theBooksSayWhatThePayerSaid(Scenario scenario) {
        var practice = new Practice(events);
        var facts = practice.facts();
        if (scenario.withNextPayer()) {
            facts.nextPayer();
        }
        if (scenario.withSecondCoverage()) {
            facts.secondCoverage();
        }
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");

        var outcomes = new ArrayList<String>();
        for (var payment : scenario.payments()) {
            var file = Scenario.file(payment, number);
            assertPreviewTellsTheTruth(practice, file, outcomes);
        }

        assertThat(outcomes).isEqualTo(scenario.outcomes());
        assertThat(balances(practice)).isEqualTo(scenario.books());
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo(scenario.adjudication());
        assertThat(practice.get("/api/v1/denials?claimId=" + claimId).<String>getList("items.state"))
                .filteredOn("open"::equals)
                .hasSize(scenario.denials());
        assertLedgerIsVerified(practice, claimId);
    }

    /** Of payments that come in one file, each builds on those before it in the file. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ofSeveralPayments")
    void thePreviewOfOneFileMovesWhatItsPostingMoves(Scenario scenario) {
        var practice = new Practice(events);
        var facts = practice.facts();
        if (scenario.withNextPayer()) {
            facts.nextPayer();
        }
        if (scenario.withSecondCoverage()) {
            facts.secondCoverage();
        }
        var claimId = practice.receivesClaim(facts);
        practice.sends(claimId);
        var file = scenario.oneFile(practice.claim(claimId).getString("claimNumber"));
        var before = balances(practice);
        var claim = practice.claim(claimId).getMap("");

        var preview = preview(practice, file);
        assertThat(balances(practice)).isEqualTo(before);
        assertThat(practice.claim(claimId).getMap("")).isEqualTo(claim);
        assertThat(practice.get("/api/v1/remittances").getList("items")).isEmpty();
        var posted = practice.receives(file);

        assertThat(preview.getList("items.outcome")).isEqualTo(posted.getList("outcomes.result"));
        assertThat(preview.getList("items.explanation")).isEqualTo(posted.getList("outcomes.message"));
        var journal = new TreeMap<String, Long>();
        for (var id : posted.getList("outcomes.id", String.class)) {
            for (var line : lines(practice.get("/api/v1/ledger/entries?limit=200&remittanceId=" + id))) {
                journal.merge(
                        (String) line.get("account"),
                        ((Number) line.get("debitCents")).longValue() - ((Number) line.get("creditCents")).longValue(),
                        Long::sum);
            }
        }
        var previewed = new TreeMap<String, Long>();
        preview.<List<Map<String, Object>>>getList("items.accounts").stream()
                .flatMap(List::stream)
                .forEach(move -> previewed.merge(
                        (String) move.get("account"), ((Number) move.get("amountCents")).longValue(), Long::sum));
        journal.values().removeIf(sum -> sum == 0);
        previewed.values().removeIf(sum -> sum == 0);
        assertThat(previewed).isEqualTo(journal);
    }

    private static JsonPath preview(Practice practice, String file) {
        return PlainJson.of(practice.request("poster")
                .contentType("application/edi-x12")
                .body(file.getBytes())
                .post("/api/v1/remittances/previews")
                .then()
                .statusCode(200)
                .extract());
    }

    /** The preview of a payment moves what its posting then moves, and nothing by itself. */
    private static void assertPreviewTellsTheTruth(Practice practice, String file, List<String> outcomes) {
        var before = balances(practice);
        var preview = preview(practice, file);
        assertThat(balances(practice)).isEqualTo(before);
        outcomes.add(practice.receives(file).getString("outcomes[0].result"));
        assertThat(preview.getString("items[0].outcome")).isEqualTo(outcomes.get(outcomes.size() - 1));
        var expected = new TreeMap<>(before);
        List<Map<String, Object>> moves = preview.getList("items[0].accounts");
        moves.forEach(move -> expected.merge(
                (String) move.get("account"), ((Number) move.get("amountCents")).longValue(), Long::sum));
        expected.values().removeIf(sum -> sum == 0);
        assertThat(balances(practice)).isEqualTo(expected);
    }

    /** Without revenue, which a remittance never moves. */
    private static Map<String, Long> balances(Practice practice) {
        var balances = new TreeMap<String, Long>();
        List<Map<String, Object>> accounts =
                practice.get("/api/v1/ledger/accounts").getList("items");
        for (var account : accounts) {
            var balance = ((Number) account.get("balanceCents")).longValue();
            if (balance != 0 && !account.get("account").equals("patient-service-revenue")) {
                balances.put((String) account.get("account"), balance);
            }
        }
        return balances;
    }

    /** Debits equal credits in all, in each entry and for the claim; what the patient owes was said by a PR and by nothing else. */
    private static void assertLedgerIsVerified(Practice practice, String claimId) {
        var verification = practice.get("/api/v1/ledger/verification");
        assertThat(verification.<Boolean>getList("checks.holds")).containsOnly(true);
        assertThat(verification.getBoolean("holds")).isTrue();
        var entries = practice.get("/api/v1/ledger/entries?limit=200&claimId=" + claimId);
        assertThat(sum(entries, "")).isZero();
        var reasons = new HashSet<String>();
        for (var line : lines(entries)) {
            if (line.get("account").equals("patient-receivable")) {
                reasons.add(String.valueOf(line.get("reason")));
            }
        }
        assertThat(reasons).allMatch(reason -> reason.startsWith("PR-"));
        assertThat(sum(entries, "patient-service-revenue")).isEqualTo(-175_00);
    }

    private static List<Map<String, Object>> lines(JsonPath entries) {
        return entries.<List<Map<String, Object>>>getList("items.lines").stream()
                .flatMap(List::stream)
                .toList();
    }

    private static long sum(JsonPath entries, String account) {
        var sum = 0L;
        for (var line : lines(entries)) {
            if (account.isEmpty() || line.get("account").equals(account)) {
                sum += ((Number) line.get("debitCents")).longValue() - ((Number) line.get("creditCents")).longValue();
            }
        }
        return sum;
    }
}
