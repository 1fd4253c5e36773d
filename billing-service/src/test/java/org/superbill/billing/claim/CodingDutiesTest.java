package org.superbill.billing.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** What a coding says beside the codes: whether its coder may bill it, and whose services it is of. */
@QuarkusTest
@BillingStack
class CodingDutiesTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void whoCodedDoesNotBillWhereTheDutiesAreApart() {
        var facts = practice.facts();
        facts.encounter = saying(facts.encounter, null, true);
        var claimId = practice.receivesClaim(facts);
        submit(claimId, "coder")
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/claim-duties-apart"));
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("ready");
        submit(claimId, "another").statusCode(202);
    }

    @Test
    void onePersonCodesAndBillsWhereTheyAreNot() {
        submit(practice.receivesClaim(practice.facts()), "coder").statusCode(202);
    }

    @Test
    void aFacilitysCaseMakesNoProfessionalClaimAndDisturbsNone() {
        var facts = practice.facts();
        var professional = facts.encounter;
        practice.registers(facts);
        events.publish(practice.organization, saying(professional, "facility", null));
        events.publish(practice.organization, professional);
        var claimId = practice.claimOf(facts);
        assertThat(practice.get("/api/v1/claims?encounterId=" + professional.encounterId())
                        .getList("items.id"))
                .containsExactly(claimId);
        assertThat(practice.claim(claimId).getInt("version")).isEqualTo(1);
    }

    private ValidatableResponse submit(String claimId, String subject) {
        return given().auth()
                .oauth2(TestTokens.ofUser(subject, practice.organization, "biller"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.etag(claimId))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/claims/" + claimId + "/submit")
                .then();
    }

    private static EncounterCoded saying(EncounterCoded coded, @Nullable String kind, @Nullable Boolean dutiesApart) {
        return new EncounterCoded(
                coded.encounterId(),
                coded.version(),
                coded.codingCaseId(),
                coded.patientId(),
                coded.practitionerId(),
                coded.locationId(),
                coded.coverageIds(),
                coded.serviceDate(),
                coded.diagnoses(),
                coded.lines(),
                coded.codedBy(),
                kind,
                kind == null ? null : "inpatient",
                null,
                null,
                null,
                null,
                dutiesApart);
    }
}
