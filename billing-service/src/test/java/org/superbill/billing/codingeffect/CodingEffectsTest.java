package org.superbill.billing.codingeffect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.CodingAudited;
import org.superbill.events.CodingEffectPriced;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.testing.TestEvents;

/** What auditors of codings are answered about money. */
@QuarkusTest
@BillingStack
class CodingEffectsTest {
    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void bothCodingsArePricedByTheContractOfThePrimaryPayer() {
        practice.registers(facts);
        contract("""
                {"modifiers":[{"modifier":"50","percent":150}]}""", "99214", 130_00, "99213", 95_00, "20610", 60_00);
        var answer = answer(
                question(List.of(line(1, "99214", 200_00L), line(2, "20610", 100_00L))),
                List.of(line(1, "99213", 200_00L), line(2, "20610", 100_00L, "50")));
        assertThat(answer.payerId()).isEqualTo(facts.payer.payerId());
        assertThat(answer.coded())
                .extracting(CodingEffectPriced.Line::allowedCents)
                .containsExactly(130_00L, 60_00L);
        assertThat(answer.correct())
                .extracting(CodingEffectPriced.Line::allowedCents)
                .containsExactly(95_00L, 90_00L);
        assertThat(answer.coded().get(0).basis()).isEqualTo("rate");
    }

    @Test
    void aServiceThatWasForgottenIsChargedByTheFeeScheduleAndAllowedNoMore() {
        practice.registers(facts);
        contract("{}", "99213", 95_00, "36415", 12_00);
        entered("fee-schedules", """
                {"name":"General 2026","effectiveFrom":"2026-01-01","fees":[{"procedureCode":"36415","amountCents":900}]}""");
        var answer = answer(
                question(List.of(line(1, "99213", 200_00L))),
                List.of(line(1, "99213", 200_00L), line(2, "36415", null)));
        assertThat(answer.correct().get(1).chargeCents()).isEqualTo(9_00);
        assertThat(answer.correct().get(1).allowedCents()).isEqualTo(9_00);
    }

    @Test
    void whatNobodyHasPricedCapsNothing() {
        practice.registers(facts);
        contract("{}", "99213", 80_00);
        var twice = new CodingAudited.Line(1, "99213", List.of(), BigDecimal.valueOf(2), null, Facts.ON, null);
        var answer = answer(question(List.of(line(1, "99213", 120_00L))), List.of(twice));
        assertThat(answer.correct().get(0).chargeCents()).isNull();
        assertThat(answer.correct().get(0).allowedCents()).isEqualTo(160_00);
    }

    @Test
    void whatIsNotKnownSaysWhyAndIsNeverZero() {
        practice.registers(facts);
        assertThat(unknown(question(List.of(line(1, "99214", 200_00L))))).isEqualTo("no-contract");
        contract("{}", "99213", 95_00);
        assertThat(unknown(question(List.of(line(1, "99214", 200_00L))))).isEqualTo("no-price");
        assertThat(unknown(about("facility", "inpatient", facts.encounter.coverageIds())))
                .isEqualTo("inpatient");
        assertThat(unknown(about(null, null, List.of()))).isEqualTo("no-coverage");
    }

    @Test
    void theClaimOfAnAmendmentChargesWhatTheEffectSaid() {
        entered("fee-schedules", """
                {"name":"General 2026","effectiveFrom":"2026-01-01","fees":[{"procedureCode":"99212","amountCents":8000},
                {"procedureCode":"36415","amountCents":900}]}""");
        facts.lines(Facts.line(1, "99214", 180_00), Facts.line(2, "36415", 15_00));
        var claim = practice.receivesClaim(facts);
        assertThat(practice.claim(claim).getList("lines.chargeCents")).containsExactly(180_00, 15_00);
        var effect = answer(question(List.of(line(1, "99214", 180_00L))), List.of(line(1, "99212", null)));
        assertThat(effect.correct().get(0).chargeCents()).isEqualTo(80_00);

        facts.codingVersion(2).lines(recoded(1, "99212", 180_00), Facts.line(2, "36415", 15_00));
        events.publish(practice.organization, facts.encounter);
        practice.awaits(claim, "lines[0].procedureCode", "99212");
        assertThat(practice.claim(claim).getList("lines.chargeCents")).containsExactly(80_00, 15_00);
    }

    @Test
    void whatTheFeeScheduleHasNotIsChargedOnTheClaimAsTheClinicDid() {
        var claim = practice.receivesClaim(facts.lines(recoded(1, "99212", 180_00)));
        assertThat(practice.claim(claim).getList("lines.chargeCents")).containsExactly(180_00);
    }

    /** The clinic has charged another code. */
    private static EncounterCoded.Line recoded(int number, String procedure, long chargeCents) {
        return new EncounterCoded.Line(
                number, procedure, List.of(), BigDecimal.ONE, chargeCents, Facts.ON, List.of(1), null, null, true);
    }

    private @Nullable String unknown(CodingAudited question) {
        var line = answer(question, question.coded()).coded().get(0);
        assertThat(line.allowedCents()).isNull();
        return line.unknown();
    }

    private CodingAudited question(List<CodingAudited.Line> coded) {
        return new CodingAudited(
                UUID.randomUUID(),
                facts.encounter.encounterId(),
                null,
                null,
                facts.encounter.locationId(),
                facts.encounter.coverageIds(),
                coded,
                coded);
    }

    private CodingAudited about(@Nullable String kind, @Nullable String setting, List<UUID> coverages) {
        return new CodingAudited(
                UUID.randomUUID(),
                facts.encounter.encounterId(),
                kind,
                setting,
                facts.encounter.locationId(),
                coverages,
                List.of(line(1, "99213", 200_00L)),
                List.of());
    }

    private CodingEffectPriced answer(CodingAudited question, List<CodingAudited.Line> correct) {
        events.publish(
                practice.organization,
                new CodingAudited(
                        question.auditItemId(),
                        question.encounterId(),
                        question.kind(),
                        question.setting(),
                        question.locationId(),
                        question.coverageIds(),
                        question.coded(),
                        correct));
        return events.await(
                CodingEffectPriced.class,
                question.encounterId().toString(),
                answer -> answer.auditItemId().equals(question.auditItemId()));
    }

    private static CodingAudited.Line line(
            int number, String procedure, @Nullable Long chargeCents, String... modifiers) {
        return new CodingAudited.Line(
                number, procedure, List.of(modifiers), BigDecimal.ONE, chargeCents, Facts.ON, null);
    }

    /** @param rates procedure and cents in turn */
    private void contract(String terms, Object... rates) {
        var text = new StringBuilder();
        for (var i = 0; i < rates.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"procedureCode\":\"%s\",\"amountCents\":%s}".formatted(rates[i], rates[i + 1]));
        }
        entered("payer-contracts", """
                {"payerId":"%s","name":"Key 2026","effectiveFrom":"2026-01-01","terms":%s,"rates":[%s]}""".formatted(facts.payer.payerId(), terms, text));
    }

    private void entered(String what, String body) {
        practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201);
    }
}
