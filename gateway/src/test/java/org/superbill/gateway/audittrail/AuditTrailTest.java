package org.superbill.gateway.audittrail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class AuditTrailTest extends WithAuditTrail {
    @Test
    void saysWhoTouchedAPatientWhenWhyAndFromWhere() {
        arrives(record(patient, AT), record(Ids.next().toString(), AT));

        read("subject=" + patient)
                .body("items.size()", equalTo(1))
                .body("items[0].position", equalTo(1))
                .body("items[0].at", equalTo("2026-03-02T15:04:05.123456Z"))
                .body("items[0].service", equalTo("patient-service"))
                .body("items[0].actor", equalTo("front-desk@example.org"))
                .body("items[0].action", equalTo("getPatient"))
                .body("items[0].entityType", equalTo("patient"))
                .body("items[0].entityId", equalTo(patient))
                .body("items[0].outcome", equalTo("success"))
                .body("items[0].purpose", equalTo("treatment"))
                .body("items[0].address", equalTo("192.0.2.7"))
                .body("items[0].requestId", equalTo("request-1"));
    }

    @Test
    void findsWhatWasAboutAPatientWhateverElseItTouched() {
        var claim = Ids.next().toString();
        var other = Ids.next();
        arrives(
                record("claim", claim, AT, List.of(UUID.fromString(patient))),
                record("claim", Ids.next().toString(), AT, List.of(other)),
                record("patient", null, AT, List.of(other, UUID.fromString(patient))));

        read("subject=" + patient)
                .body("items.position", equalTo(List.of(1, 3)))
                .body("items[0].entityId", equalTo(claim))
                .body("items[0].patientIds", equalTo(List.of(patient)))
                .body("items[1].patientIds", hasItems(patient, other.toString()));
        read("subject=" + claim).body("items.position", equalTo(List.of(1)));
    }

    @Test
    void findsAPatientHoweverTheIdIsSpelt() {
        arrives(record(patient, AT), record(patient.toUpperCase(Locale.ROOT), AT));

        read("subject=" + patient).body("items.position", hasItems(1, 2));
        read("subject=" + patient.toUpperCase(Locale.ROOT)).body("items.position", hasItems(1, 2));
    }

    @Test
    void isReadByTimeAndInPages() {
        arrives(record(patient, AT), record(patient, AT.plusSeconds(60)), record(patient, AT.plusSeconds(120)));

        read("from=2026-03-02T15:05:00Z&to=2026-03-02T15:06:05.2Z").body("items.position", equalTo(List.of(2, 3)));
        read("from=2026-03-02T15:05:00Z&to=2026-03-02T15:06:05.123456Z").body("items.position", equalTo(List.of(2)));
        read("from=2026-03-02T15:05:00Z&to=+1000000000-12-31T23:59:59.999999999Z")
                .body("items.position", hasItems(2, 3)); // and the reads of this test itself
        var cursor = read("subject=" + patient + "&limit=2").extract().path("nextCursor");
        read("subject=" + patient + "&cursor=" + cursor)
                .body("items.position", hasItems(3)) // and the look at the patient's trail before this one
                .body("nextCursor", equalTo(null));
    }

    @Test
    void aRecordThatCannotBeReadIsNotLeftOut() {
        var good = record(patient, AT);
        arrives(new RawEvent(good.topic(), good.envelope(), "{\"auditId\":".getBytes(StandardCharsets.UTF_8)));

        read("limit=50")
                .body("items[0].outcome", equalTo("unreadable"))
                .body("items[0].id", equalTo(good.envelope().id().toString()));
    }

    @Test
    void aCursorOfNoEntryIsRefusedAndDoesNotBeginAnew() {
        arrives(record(patient, AT));
        given().auth()
                .oauth2(TestTokens.of(organization, "compliance"))
                .get("/api/v1/audit-events?cursor="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?cursor"))
                .body("errors[0].code", equalTo("unknown-entry"));
    }

    /** The gateway's own resources see the address that the gateway sees, not the one that a client claims. */
    @Test
    void aClaimedAddressIsNotInTheTrail() {
        given().auth()
                .oauth2(TestTokens.of(organization, "compliance"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read("limit=50").body("items.address", hasItem("127.0.0.1")));
        read("limit=50").body("items.address", not(hasItem("203.0.113.9")));
    }

    @Test
    void isForComplianceOnlyAndOneOrganizationsOwn() {
        arrives(record(patient, AT));

        given().auth()
                .oauth2(TestTokens.of(organization, "billing-manager"))
                .get("/api/v1/audit-events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.of(Ids.next(), "compliance"))
                .get("/api/v1/audit-events?subject=" + patient)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    /** The whole way: the gateway's own record goes through its outbox and Kafka into the chain. */
    @Test
    void whoReadsTheTrailIsInTheTrail() {
        read("subject=" + patient);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> read("limit=50").body("items.action", hasItem("listAuditEvents")));
    }
}
