package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.TestEvents;

/** A hospital's outpatient is billed twice: for the professional on an 837P, for the facility on an 837I. */
@QuarkusTest
@BillingStack
class FacilityClaimTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void connect() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void disconnect() {
        events.close();
    }

    private List<String> claims(Facts facts, String form) {
        return practice.get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                .getList("items.findAll { it.form == '%s' }.id".formatted(form));
    }

    private String facilityClaimOf(Facts facts) {
        events.publish(practice.organization, facts.encounter);
        facts.atFacility(Details.outpatient());
        events.publish(practice.organization, facts.encounter);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> claims(facts, "professional").size()
                                + claims(facts, "institutional").size()
                        == 2);
        return claims(facts, "institutional").get(0);
    }

    @Test
    void aFacilitysClaimIsReadWithItsTypeOfBillAndRevenueCodes() {
        var facts = practice.facts();
        practice.registers(facts);
        var claim = practice.claim(facilityClaimOf(facts));
        assertThat(claim.getList("lines.revenueCode")).containsExactly("0300", "0300");
        assertThat(claim.getString("facility.typeOfBill")).isEqualTo("0131");
        assertThat(claim.getList("facility.conditionCodes")).containsExactly("45", "A6");
        assertThat(claim.getString("facility.occurrenceSpans[0].through")).isEqualTo("2026-03-02");
        assertThat(new BigDecimal(claim.getString("facility.values[0].amount"))).isEqualByComparingTo("120.50");
        assertThat(practice.claim(claims(facts, "professional").get(0)).<Object>get("facility"))
                .isNull();
    }

    @Test
    void eachGoesInAFileOfItsForm() {
        var facts = practice.facts();
        practice.registers(facts);
        var facility = facilityClaimOf(facts);
        assertThat(practice.sends(claims(facts, "professional").get(0))).contains("005010X222A1");
        assertThat(practice.sends(facility)).contains("005010X223A2", "SV2*0300*HC:99213");
    }

    @Test
    void bothEndWithTheirEncounter() {
        var facts = practice.facts();
        practice.registers(facts);
        facilityClaimOf(facts);
        events.publish(practice.organization, new EncounterVoided(facts.encounter.encounterId(), "entered in error"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                        .getList("items.voided")
                        .equals(List.of(true, true)));
    }

    @Test
    void anInpatientStayIsNotBilledHere() {
        var facts = practice.facts();
        practice.registers(facts);
        events.publish(practice.organization, Details.inpatient(facts.encounter));
        events.publish(practice.organization, facts.encounter);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> claims(facts, "professional").size() == 1);
        assertThat(claims(facts, "institutional")).isEmpty();
    }
}
