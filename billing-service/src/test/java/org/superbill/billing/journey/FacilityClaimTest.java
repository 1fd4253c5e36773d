package org.superbill.billing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PayerFiles;
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
        assertThat(claim.getFloat("facility.values[0].amount")).isEqualTo(120.5f);
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

    /** Medicare returns an adjustment that does not say why; D5 takes back and replaces nothing. */
    @Test
    void whatReplacesAClaimAtMedicareSaysWhyByAConditionCode() {
        var facts = practice.facts().filingIndicator("MA").memberId("1EG4TE5MK73");
        practice.registers(facts);
        var claimId = facilityClaimOf(facts);
        isPaid(claimId);
        assertThat(rules(practice.acts(claimId, "correct", "{}", 200))).contains("claim-change-reason");
        assertThat(rules(practice.submits(claimId, "{\"changeReason\":\"D5\"}")))
                .contains("claim-change-reason");
        var sent = FakePayer.received(practice.organization).size();
        var submitted = practice.submits(claimId, "{\"changeReason\":\"D9\"}");
        assertThat(rules(submitted)).doesNotContain("claim-change-reason");
        assertThat(submitted.getList("facility.conditionCodes")).containsExactly("45", "A6", "D9");
        practice.awaits(claimId, "transport", "sent");
        assertThat(FakePayer.received(practice.organization).get(sent)).contains("13:A:7", "HI*BG:45*BG:A6*BG:D9~");
        assertThat(practice.acts(claims(facts, "professional").get(0), "submit", "{\"changeReason\":\"D9\"}", 409)
                        .getString("detail"))
                .contains("facility");
    }

    private void isPaid(String claimId) {
        practice.sends(claimId);
        var number = practice.claim(claimId).getString("claimNumber");
        practice.receives(PayerFiles.remittance("T" + number)
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .text());
    }

    /** As soon as the replacement is prepared, and not when somebody submits it. */
    @Test
    void anAmendedCodingAsksWhyToo() {
        var facts = practice.facts().filingIndicator("MA").memberId("1EG4TE5MK73");
        practice.registers(facts);
        var claimId = facilityClaimOf(facts);
        isPaid(claimId);
        facts.codingVersion(2).lines(facts.encounter.lines().get(0));
        events.publish(practice.organization, facts.encounter);
        practice.awaits(claimId, "codingVersion", "2");
        var amended = practice.claim(claimId);
        assertThat(amended.getString("frequency")).isEqualTo("7");
        assertThat(rules(amended)).contains("claim-change-reason");
        assertThat(amended.getString("transport")).isEqualTo("edits-failed");
    }

    private static List<String> rules(JsonPath claim) {
        return claim.getList("findings.rule");
    }

    /** Before it is sent, by the API alone. */
    @Test
    void whatAClaimWouldSayIsReadBeforeItIsSent() {
        var facts = practice.facts().diagnoses("S61219A", "W260XXA");
        practice.registers(facts);
        var facility = practice.claim(facilityClaimOf(facts));
        assertThat(facility.getList("says.diagnoses.qualifier")).containsExactly("ABK", "ABN");
        assertThat(facility.getList("says.providers.role")).containsExactly("attending");
        assertThat(facility.getString("says.dates.find { it.kind == 'statement' }.through"))
                .isEqualTo("2026-03-02");
        var professional = practice.claim(claims(facts, "professional").get(0));
        assertThat(professional.getList("says.diagnoses.place")).containsExactly(1, 2);
        assertThat(professional.getString("says.providers.find { it.role == 'rendering' }.npi"))
                .isEqualTo("1912301953");
        assertThat(practice.get("/api/v1/claims").<Object>get("items[0].says")).isNull();
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
