package org.superbill.billing.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** An organization: what the other services tell of it, and its biller at the API. */
public final class Practice {
    public final UUID organization = UUID.randomUUID();
    private final TestEvents events;

    public Practice(TestEvents events) {
        this.events = events;
    }

    public Facts facts() {
        return new Facts(organization);
    }

    /** Another encounter of the same patient with the same practitioner. */
    public Facts another(Facts first, EncounterCoded.Line... lines) {
        var other = facts();
        other.patient = first.patient;
        other.payer = first.payer;
        other.coverage = first.coverage;
        var encounter = first.encounter;
        other.encounter = new EncounterCoded(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                encounter.patientId(),
                encounter.practitionerId(),
                encounter.locationId(),
                encounter.coverageIds(),
                encounter.serviceDate(),
                encounter.diagnoses(),
                List.of(lines),
                "coder");
        return other;
    }

    /** All that a claim needs, told before the coding. */
    public void registers(Facts facts) {
        var encounter = facts.encounter;
        events.publish(organization, new PracticeChanged(organization, facts.organization, null, null));
        events.publish(organization, new PracticeChanged(encounter.practitionerId(), null, facts.practitioner, null));
        events.publish(organization, new PracticeChanged(encounter.locationId(), null, null, facts.location));
        events.publish(organization, facts.payer);
        events.publish(organization, facts.patient);
        events.publish(organization, facts.coverage);
        if (facts.nextPayer != null && facts.nextCoverage != null) {
            events.publish(organization, facts.nextPayer);
            events.publish(organization, facts.nextCoverage);
        }
    }

    public String receivesClaim(Facts facts) {
        registers(facts);
        events.publish(organization, facts.encounter);
        return claimOf(facts);
    }

    /** Waits until the service has heard all that was told: each comes by a topic of its own, in no order among them. */
    public void awaitsKnown(Facts facts) {
        var encounter = facts.encounter;
        var check = """
                {"claim":{"encounter":{"practitionerId":"%s","locationId":"%s","patientId":"%s","coverageIds":["%s"],"serviceDate":"%s","diagnoses":[],"lines":[]}}}""".formatted(
                        encounter.practitionerId(),
                        encounter.locationId(),
                        encounter.patientId(),
                        facts.coverage.coverageId(),
                        encounter.serviceDate());
        await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> request("biller")
                                .contentType("application/json")
                                .body(check)
                                .post("/api/v1/claim-checks")
                                .statusCode(),
                        status -> status == 200); // 422 while something is not known
    }

    /** The id of the claim that was built of it. */
    public String claimOf(Facts facts) {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> {
                            List<String> ids = get("/api/v1/claims?encounterId=" + facts.encounter.encounterId())
                                    .getList("items.id");
                            return ids.isEmpty() ? null : ids.get(0);
                        },
                        id -> id != null);
    }

    public JsonPath submits(String claimId) {
        return submits(claimId, "{}");
    }

    public JsonPath submits(String claimId, String body) {
        return acts(claimId, "submit", body, 202);
    }

    public JsonPath acts(String claimId, String action, String body, int status) {
        return PlainJson.of(post("/api/v1/claims/" + claimId + "/" + action, body, etag(claimId))
                .then()
                .statusCode(status)
                .extract());
    }

    public String etag(String claimId) {
        return request("biller")
                .get("/api/v1/claims/" + claimId)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public JsonPath claim(String claimId) {
        return get("/api/v1/claims/" + claimId);
    }

    public JsonPath awaits(String claimId, String field, String value) {
        return await().atMost(Duration.ofSeconds(120))
                .until(() -> claim(claimId), claim -> value.equals(claim.getString(field)));
    }

    /** Submits it and waits until the payer has it. @return the file */
    public String sends(String claimId) {
        var before = FakePayer.received(organization).size();
        submits(claimId);
        awaits(claimId, "transport", "sent");
        return FakePayer.received(organization).get(before);
    }

    /** Uploads a file as the poster. */
    public Response uploads(String file) {
        return uploads("poster", file);
    }

    public Response uploads(String role, String file) {
        return request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/edi-x12")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/x12-files");
    }

    public JsonPath receives(String file) {
        return PlainJson.of(uploads(file).then().statusCode(201).extract());
    }

    public JsonPath get(String path) {
        return PlainJson.of(request("biller").get(path).then().statusCode(200).extract());
    }

    public Response post(String path, String body, String etag) {
        return request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public RequestSpecification request(String role) {
        return given().auth().oauth2(TestTokens.of(organization, role));
    }

    /** With an Idempotency-Key of its own. */
    public Response posts(String role, String path, String body) {
        return request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    /** Takes the posting of a remittance back. */
    public Response undoes(String remittance) {
        var path = "/api/v1/remittances/" + remittance;
        return request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", request("poster").get(path).header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"It was another clinic's\"}")
                .post(path + "/undo");
    }

    public long account(String account) {
        var accounts = get("/api/v1/ledger/accounts");
        var index = accounts.getList("items.account").indexOf(account);
        assertThat(index).as(account).isNotNegative();
        return accounts.getLong("items[%d].balanceCents".formatted(index));
    }

    /** Asks to close the books through the end of a month. */
    public Response close(String month, String role) {
        return request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/ledger/periods/" + month + "/close");
    }

    /** Again while it is told to try again: entries wait for their seals behind every transaction of the server that began before them. */
    public void closes(String month) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> close(month, "billing-manager").statusCode(), status -> status != 503);
        assertThat(get("/api/v1/ledger/periods").getList("items.month")).contains(month);
    }

    /** Debits equal credits in all, and the books' own verification finds nothing. */
    public boolean booksAreCoherent() {
        return get("/api/v1/ledger/accounts").getLong("differenceCents") == 0
                && get("/api/v1/ledger/verification").getBoolean("holds");
    }
}
