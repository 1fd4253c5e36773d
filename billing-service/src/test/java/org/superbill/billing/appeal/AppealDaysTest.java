package org.superbill.billing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.stack.FixedDay;

/** By when a denial can be contested at each level, and by when the payer answers. */
@QuarkusTest
@BillingStack
class AppealDaysTest extends OfADeniedClaim {
    @Test
    void theDaysOfTheNextLevelRunFromTheDateOfTheDecision() {
        var denialId = denialOf(claimId);
        var id = prepares(denialId).getString("id");
        acts(id, "send", "{\"way\":\"fax\"}", 200);
        var decided = FixedDay.DATE;
        for (var impossible : List.of(decided.plusDays(1), decided.minusDays(1))) {
            var refused = acts(id, "outcome", outcome("upheld", impossible, 0), 400);
            assertThat(refused.getString("errors[0].pointer")).isEqualTo("/decidedOn");
        }
        clocks.moveTo(decided.plusDays(20).atTime(12, 0).toInstant(ZoneOffset.UTC));
        var lost = acts(id, "outcome", outcome("upheld", decided, 0), 200);
        assertThat(lost.getString("decidedOn")).isEqualTo(decided.toString());
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&state=open&subjectId=" + denialId)
                        .getString("items[0].dueOn"))
                .isEqualTo(decided.plusDays(60).toString());
        assertThat(practice.claim(claimId).getString("owner.due"))
                .isEqualTo(decided.plusDays(60).toString());
        assertThat(posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"],\"follows\":\"%s\"}".formatted(denialId, id))
                        .jsonPath()
                        .getString("due"))
                .isEqualTo(decided.plusDays(60).toString());
        assertThat(decidedBetween(decided, decided)).isEqualTo(1);
        assertThat(decidedBetween(decided.plusDays(1), decided.plusDays(20))).isZero();
    }

    @Test
    void figuresAndAnswersOfTodayAreOfThePracticesDays() {
        clocks.moveTo(Instant.parse("2027-01-02T03:00:00Z")); // in New York it is the first of January still
        var denialId = denialOf(denied("CO*50*25", ""));
        var path = "/api/v1/denials/figures?from=%s&to=%<s";
        assertThat(practice.get(path.formatted("2027-01-01")).getInt("denials")).isEqualTo(1);
        assertThat(practice.get(path.formatted("2027-01-02")).getInt("denials")).isZero();
        assertThat(practice.get("/api/v1/edit-tables/ncci?column1=A0001&column2=B0002")
                        .getString("on"))
                .isEqualTo("2027-01-01");
        var proposed = practice.request("biller").post("/api/v1/denials/" + denialId + "/proposed-rule");
        assertThat(proposed.jsonPath().getString("rule.effectiveFrom")).isEqualTo("2027-01-01");
    }

    private void gives(String payerId, String level, int days) {
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"days\":%d}".formatted(days))
                .put("/api/v1/appeal-limits/%s/%s".formatted(payerId, level))
                .then()
                .statusCode(200);
    }

    @Test
    void aPayersContractGivesOtherDaysAtEachLevel() {
        var payer = practice.get("/api/v1/denials?claimId=" + claimId).getString("items[0].payerId");
        gives(payer, "second-internal-appeal", 30);
        var id = prepares(denialOf(claimId)).getString("id");
        acts(id, "send", "{\"way\":\"fax\"}", 200);
        acts(
                id,
                "outcome",
                "{\"outcome\":\"upheld\",\"recoveredCents\":0,\"reason\":\"as clients said it before\"}",
                200);
        var open = practice.get("/api/v1/deadlines?kind=appeal&state=open&subjectId=" + denialOf(claimId));
        assertThat(open.getString("items[0].dueOn"))
                .isEqualTo(FixedDay.DATE.plusDays(30).toString());
        assertThat(open.getString("items[0].basis")).contains("30 days", "contract");
        assertThat(practice.claim(claimId).getString("owner.due"))
                .isEqualTo(FixedDay.DATE.plusDays(30).toString());
        var path = "/api/v1/appeal-limits/%s/".formatted(payer);
        assertThat(practice.get(path + "second-internal-appeal").getInt("days")).isEqualTo(30);
        assertThat(practice.get("/api/v1/appeal-limits").getList("items")).hasSize(1);
        practice.request("biller").get(path + "external-review").then().statusCode(404);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"days\":90}")
                .put(path + "redetermination")
                .then()
                .statusCode(422);
    }

    @Test
    void theFirstLevelIsDueByThePayersContractInTheDenialAndInWhatTheClaimAllows() {
        var facts = practice.facts();
        practice.registers(facts);
        gives(facts.payer.payerId().toString(), "internal-appeal", 90);
        var id = denied(facts, "CO*50*25", "");
        var due = FixedDay.DATE.minusDays(1).plusDays(90).toString();
        assertThat(practice.get("/api/v1/denials?claimId=" + id).getString("items[0].appealDue"))
                .isEqualTo(due);
        assertThat(practice.claim(id).getString("nextAllowed.options.find { it.action == 'appeal' }.clock.due"))
                .isEqualTo(due);
    }

    private int decidedBetween(LocalDate from, LocalDate to) {
        return practice.get("/api/v1/appeals/figures?from=%s&to=%s".formatted(from, to))
                .getInt("decided");
    }

    private List<String> deadlines(String kind, String subject) {
        return practice.get("/api/v1/deadlines?kind=%s&subjectId=%s".formatted(kind, subject))
                .getList("items.state");
    }

    @Test
    void eachRefusalHasALastDayAndEachAppealADayOfItsAnswer() {
        var denialId = denialOf(claimId);
        assertThat(deadlines("appeal", denialId)).containsExactly("open");
        assertThat(practice.get("/api/v1/deadlines?kind=appeal&subjectId=" + denialId)
                        .getString("items[0].dueOn"))
                .isEqualTo(practice.get("/api/v1/denials/" + denialId).getString("appealDue"));
        var id = prepares(denialId).getString("id");
        acts(id, "send", "{\"way\":\"fax\"}", 200);
        assertThat(deadlines("appeal", denialId)).containsExactly("met");
        assertThat(deadlines("appeal-answer", id)).containsExactly("open");
        acts(id, "outcome", outcome("upheld", FixedDay.DATE, 0), 200);
        assertThat(deadlines("appeal-answer", id)).containsExactly("met");
        assertThat(deadlines("appeal", denialId)).containsExactly("met", "open");
        var number = practice.claim(claimId).getString("claimNumber");
        var outcome = practice.receives(PayerFiles.remittance("U" + number)
                .on(yesterday())
                .claim(number, "22", "-175", "-150", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-150", number + "L1")
                .line("87070", "-25", "0", number + "L2", "CO*50*-25")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
        assertThat(outcome.getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(deadlines("appeal", denialId)).containsExactly("met", "withdrawn");
    }
}
