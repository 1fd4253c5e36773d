package org.superbill.coding.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.WithEvents;
import org.superbill.events.CodingAudited;
import org.superbill.events.CodingEffectPriced;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What the codes of a judged case mean in money, as billing answers it. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class AuditEffectApiTest extends WithEvents {
    private static final UUID PAYER = UUID.randomUUID();

    private final UUID organization = UUID.randomUUID();
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api eve = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));

    @BeforeEach
    void procedures() {
        Encounters.loadProcedures(organization);
    }

    @Test
    void billingIsAskedForBothCodingsAndItsAnswerIsShownByLine() {
        var item = judged("99213");
        var asked = asked(item, 1);
        assertThat(asked.coded()).extracting(CodingAudited.Line::procedureCode).containsExactly("90658");
        assertThat(asked.correct())
                .extracting(CodingAudited.Line::procedureCode, CodingAudited.Line::chargeCents)
                .containsExactly(tuple("99213", null)); // what the clinic charged was for another code
        assertThat(asked.coverageIds()).hasSize(1);
        eve.get(item)
                .body("effect.pricedAt", nullValue())
                .body("allowedDifferenceCents", nullValue())
                .body("claimChargeDifferenceCents", nullValue());

        var etag = Encounters.etag(eve, item);
        answer(asked, 25_00L, 40_00L);
        awaitPriced(item);
        assertThat(Encounters.etag(eve, item))
                .as("an answer leaves the ETag alone")
                .isEqualTo(etag);
        eve.get(item)
                .body("allowedDifferenceCents", is(15_00))
                .body("claimChargeCents", is(42_00))
                .body("claimChargeDifferenceCents", is(8_00))
                .body("effect.payerId", equalTo(PAYER.toString()))
                .body("effect.codedAllowedCents", is(25_00))
                .body("effect.lines[0].coded.procedureCode", equalTo("90658"))
                .body("effect.lines[0].correct.allowedCents", is(40_00));

        ann.post(item + "/accept", "", etag).statusCode(200);
        eve.get(auditOf(item))
                .body("result.effect.claims", is(1))
                .body("result.effect.notKnown", is(0))
                .body("result.effect.tooMuchCents", is(0))
                .body("result.effect.tooLittleCents", is(15_00));
    }

    @Test
    void withoutAContractItIsNotKnownUntilSomebodyAsksAgain() {
        var item = judged("99213");
        var asked = asked(item, 1);
        answer(asked, null, null);
        awaitPriced(item);
        eve.get(item)
                .body("allowedDifferenceCents", nullValue())
                .body("claimChargeDifferenceCents", nullValue())
                .body("effect.lines[0].coded.unknown", equalTo("no-contract"));
        ann.post(item + "/price-again", "").statusCode(403);
        Api.as(UUID.randomUUID(), "coding-auditor")
                .post(item + "/price-again", "")
                .statusCode(404);
        eve.post(item + "/price-again", "").statusCode(200).body("effect.askedAt", notNullValue());
        answer(asked(item, 2), 50_00L, 40_00L);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> eve.get(item).body("allowedDifferenceCents", is(-10_00)));
    }

    @Test
    void wereTheCoderRightInTheEndThereIsNoEffect() {
        var item = judged("99213");
        answer(asked(item, 1), 25_00L, 40_00L);
        awaitPriced(item);
        ann.post(item + "/rebut", "{\"reason\":\"no\"}", Encounters.etag(ann, item))
                .statusCode(200);
        eve.post(item + "/decide", "{\"upheld\":false,\"reason\":\"yes\"}", Encounters.etag(eve, item))
                .statusCode(200)
                .body("allowedDifferenceCents", is(0))
                .body("effect", nullValue());
        eve.post(item + "/price-again", "").statusCode(409);
        eve.get(auditOf(item)).body("result.effect.claims", is(0));
    }

    @Test
    void aCorrectedJudgmentIsAskedAnewAndTheAnswerBeforeIsForgotten() {
        var item = judged("99213");
        answer(asked(item, 1), 25_00L, 40_00L);
        awaitPriced(item);
        var right = Encounters.FLU_SHOT.replace("\"units\":1", "\"units\":2");
        eve.post(item + "/judge", "{\"coding\":%s}".formatted(right), Encounters.etag(eve, item))
                .statusCode(200)
                .body("effect.pricedAt", nullValue())
                .body("allowedDifferenceCents", nullValue());
        var asked = asked(item, 2);
        assertThat(asked.correct())
                .extracting(CodingAudited.Line::procedureCode, CodingAudited.Line::chargeCents)
                .containsExactly(tuple("90658", null)); // two units are not what one was charged
        assertThat(asked.coded()).extracting(CodingAudited.Line::chargeCents).containsExactly(42_00L);
    }

    @Test
    void nothingIsAskedAboutWhatIsRight() {
        var item = judged("90658");
        eve.get(item).body("status", equalTo("agreed")).body("allowedDifferenceCents", is(0));
        assertThat(events().all(CodingAudited.class, encounterOf(item))).isEmpty();
    }

    private String judged(String procedure) {
        var path = new Encounters(events(), organization).fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var audit = eve.post("/api/v1/coding-audits", """
                        {"name":"test","stage":"after-bill","method":"review","unit":"code",
                         "sampling":{"from":"%s","to":"%s","per":"all","size":5}}""".formatted(today.minusDays(1), today))
                .statusCode(201)
                .extract()
                .header("Location");
        var item = audit + "/items/"
                + eve.get(audit + "/items").extract().jsonPath().getString("items[0].id");
        var right = Encounters.FLU_SHOT.replace("90658", procedure);
        eve.post(item + "/judge", "{\"coding\":%s}".formatted(right), Encounters.etag(eve, item))
                .statusCode(200);
        return item;
    }

    private static String auditOf(String item) {
        return item.substring(0, item.indexOf("/items/"));
    }

    private String encounterOf(String item) {
        return eve.get(item).extract().jsonPath().getString("encounterId");
    }

    private CodingAudited asked(String item, int times) {
        var encounter = encounterOf(item);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> events().all(CodingAudited.class, encounter), found -> found.size() == times)
                .get(times - 1);
    }

    private void answer(CodingAudited asked, @Nullable Long coded, @Nullable Long correct) {
        events().publish(
                        organization,
                        new CodingEffectPriced(
                                asked.auditItemId(),
                                asked.encounterId(),
                                PAYER,
                                priced(asked.coded(), coded),
                                priced(asked.correct(), correct)));
    }

    /** A line that the clinic has not charged costs 50 dollars by a fee schedule that is there when the contract is. */
    private static List<CodingEffectPriced.Line> priced(List<CodingAudited.Line> lines, @Nullable Long allowed) {
        return lines.stream()
                .map(line -> new CodingEffectPriced.Line(
                        line.lineNumber(),
                        line.procedureCode(),
                        line.modifiers(),
                        line.units(),
                        line.chargeCents() == null && allowed != null ? (Long) 50_00L : line.chargeCents(),
                        allowed,
                        allowed == null ? null : "rate",
                        allowed == null ? null : PAYER,
                        allowed == null ? "no-contract" : null))
                .toList();
    }

    private void awaitPriced(String item) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> eve.get(item).body("effect.pricedAt", notNullValue()));
    }
}
