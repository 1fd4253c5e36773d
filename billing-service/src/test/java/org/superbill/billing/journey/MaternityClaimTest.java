package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.AgreedTerms;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.testing.TestEvents;

/** The visits of a pregnancy and its delivery go on one claim: what the codes of one visit say together is not asked of nine months. */
@QuarkusTest
@BillingStack
class MaternityClaimTest {
    private static final ClaimDetails PREGNANCY = new ClaimDetails(
            null,
            null,
            null,
            null,
            List.of(new ClaimDetails.DateOf("last-menstrual-period", LocalDate.parse("2025-06-01"), null)),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private TestEvents events;
    private Practice practice;
    private Facts facts;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
        facts = practice.facts().terms(new AgreedTerms().gathers("pregnancy", "59400-59430", "76801-76817"));
        practice.registers(facts);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private UUID visits(String on, String procedure, String... diagnoses) {
        var known = facts.encounter;
        var day = LocalDate.parse(on);
        var encounter = UUID.randomUUID();
        events.publish(
                practice.organization,
                new EncounterCoded(
                                encounter,
                                1,
                                UUID.randomUUID(),
                                known.patientId(),
                                known.practitionerId(),
                                known.locationId(),
                                known.coverageIds(),
                                day,
                                List.of(diagnoses),
                                List.of(new EncounterCoded.Line(
                                        1, procedure, List.of(), BigDecimal.ONE, 200_00, day, List.of(1))),
                                "coder")
                        .saying(PREGNANCY));
        await().atMost(Duration.ofSeconds(120)).until(() -> !claims(encounter).isEmpty());
        return encounter;
    }

    private List<String> claims(UUID encounter) {
        return practice.get("/api/v1/claims?encounterId=" + encounter).getList("items.id");
    }

    @Test
    void aNormalDeliveryIsSentBesideTheVisitsBefore() {
        var visit = visits("2026-01-12", "76805", "Z3482");
        var delivery = visits("2026-03-02", "59410", "O80", "Z370");
        var claim = claims(visit).get(0);
        assertThat(claims(delivery)).containsExactly(claim);
        var built = practice.claim(claim);
        assertThat(built.getList("findings.rule", String.class)).doesNotContain("normal-delivery");
        assertThat(built.getString("transport")).isEqualTo("ready");
        assertThat(practice.sends(claim)).contains("HI*ABK:O80*ABF:Z370*ABF:Z3482~");
    }

    @Test
    void whatOneOfThemGetsWrongIsFoundWhereItStandsOnTheClaim() {
        var visit = visits("2026-01-12", "76805", "Z3482");
        visits("2026-03-02", "59410", "O80", "Z370", "O6981X0"); // a complication
        var found = practice.claim(claims(visit).get(0));
        assertThat(found.getString("findings.find { it.rule == 'normal-delivery' }.pointer"))
                .isEqualTo("/encounter/diagnoses/0");
        assertThat(found.getString("transport")).isEqualTo("edits-failed");
    }
}
