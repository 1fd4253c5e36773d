package org.superbill.gateway.audittrail;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.TestTokens;

/** An organization's audit trail, into which records arrive without Kafka. */
abstract class WithAuditTrail {
    static final Instant AT = Instant.parse("2026-03-02T15:04:05.123456789Z");

    @Inject
    AuditTrail trail;

    @Inject
    Tenancy tenancy;

    final UUID organization = Ids.next();
    final String patient = Ids.next().toString();

    void arrives(RawEvent... events) {
        tenancy.as(organization, () -> trail.observe(List.of(events)));
    }

    RawEvent record(String entity, Instant at) {
        return record("patient", entity, at, null);
    }

    RawEvent record(String entityType, @Nullable String entity, Instant at, @Nullable List<UUID> patients) {
        var recorded = new AuditRecorded(
                Ids.next(),
                at,
                "patient-service",
                "front-desk@example.org",
                "getPatient",
                entityType,
                entity,
                "success",
                "treatment",
                "192.0.2.7",
                "request-1",
                patients);
        var contract = EventContract.AUDIT_RECORDED;
        return new RawEvent(
                contract.topic(),
                new Envelope(
                        recorded.auditId(),
                        contract.type(),
                        recorded.subject(),
                        organization,
                        0,
                        at,
                        "/patient-service"),
                EventJson.write(recorded));
    }

    ValidatableResponse read(String query) {
        return get("/api/v1/audit-events?" + query);
    }

    ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.of(organization, "compliance"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
