package org.superbill.gateway.audittrail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.testing.SecondThread;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

/** The trail is a chain of hashes: what is left out, put in or changed behind our back is found. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class AuditChainTest extends WithAuditTrail {
    LocalPostgres postgres;

    @Inject
    AuditStore store;

    @Test
    void aRecordThatIsDeliveredAgainIsInTheChainOnce() {
        var first = record(patient, AT);
        var second = record(patient, AT);
        arrives(first);
        arrives(first, second, second);

        assertThat(verify()).extracting("intact", "entries").containsExactly(true, 2L);
        read("subject=" + patient).body("items.position", equalTo(List.of(1, 2)));
    }

    @Test
    void aChainThatTwoGatewaysWriteAtOnceStaysWhole() {
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> {
                            for (var n = 0; n < 10; n++) {
                                arrives(record(patient, AT), record(patient, AT));
                            }
                        },
                        SecondThread.OWN))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(verify()).extracting("intact", "entries").containsExactly(true, 80L);
    }

    @Test
    void isVerifiedOverTheApi() {
        arrives(record(patient, AT), record(patient, AT));

        get("/api/v1/audit-events/verification")
                .body("intact", equalTo(true))
                .body("complete", equalTo(true))
                .body("entries", equalTo(2))
                .body("head.length()", equalTo(64))
                .body("brokenAt", equalTo(null));
    }

    @Test
    void isVerifiedFromAnEntryOfWhichTheHashWasKept() throws SQLException {
        arrives(record(patient, AT), record(patient, AT), record(patient, AT));
        var kept = HexFormat.of().formatHex(hashOf(2));
        assertThat(tenancy.as(organization, () -> trail.verify(2, kept)))
                .extracting("intact", "complete", "entries")
                .containsExactly(true, true, 3L);

        tamper("delete from audit_event where position = 1 and organization_id = '" + organization + "'");
        assertThat(tenancy.as(organization, () -> trail.verify(2, kept)))
                .as("what was before is not looked at again")
                .extracting("intact", "entries")
                .containsExactly(true, 3L);
        assertThat(tenancy.as(organization, () -> trail.verify(2, "0".repeat(64))))
                .extracting("intact", "brokenAt")
                .containsExactly(false, 2L);
        tamper("delete from audit_event where position = 3 and organization_id = '" + organization + "'");
        tamper("delete from audit_event where position = 2 and organization_id = '" + organization + "'");
        assertThat(tenancy.as(organization, () -> trail.verify(2, kept)))
                .as("a chain that was cut short")
                .extracting("intact", "brokenAt")
                .containsExactly(false, 2L);
    }

    @Test
    void aChainThatTakesLongerThanTheTimeOfOneCallIsVerifiedInSeveral() {
        arrives(IntStream.range(0, 2_100).mapToObj(n -> record(patient, AT)).toArray(RawEvent[]::new));
        var hurried = new AuditTrail(store, Duration.ofNanos(1));
        var calls = new ArrayList<Verification>();
        var answer = tenancy.as(organization, () -> hurried.verify(0, null));
        while (!answer.complete()) {
            calls.add(answer);
            answer = tenancy.as(
                    organization,
                    () -> hurried.verify(
                            calls.get(calls.size() - 1).entries(),
                            calls.get(calls.size() - 1).head()));
        }
        assertThat(calls).extracting(Verification::entries).containsExactly(1_000L, 2_000L, 2_100L);
        assertThat(answer).isEqualTo(tenancy.as(organization, () -> trail.verify(0, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=2", "after=2&head=abc", "head=5f", "after=two"})
    void aPlaceToBeginThatIsNoneIsRefused(String query) {
        given().auth()
                .oauth2(TestTokens.of(organization, "compliance"))
                .get("/api/v1/audit-events/verification?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", startsWith("?"));
    }

    @Test
    void anEmptyChainIsWhole() {
        assertThat(verify()).extracting("intact", "entries").containsExactly(true, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set outcome = 'forbidden' where position = 3",
                "update audit_event set entity_id = null where position = 3",
                "update audit_event set at = at + interval '1 microsecond' where position = 3",
                "update audit_event set previous_hash = hash where position = 3",
                "delete from audit_event where position = 3",
            })
    void whatSomebodyDidToAnEntryBehindOurBackIsFound(String tampering) throws SQLException {
        arrives(record(patient, AT), record(patient, AT), record(patient, AT), record(patient, AT));
        assertThat(verify()).extracting("intact", "entries").containsExactly(true, 4L);

        tamper(tampering + " and organization_id = '" + organization + "'");

        assertThat(verify()).extracting("intact", "entries", "brokenAt").containsExactly(false, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_event_patient where position = 2",
                "update audit_event_patient set patient_id = gen_random_uuid() where position = 2",
                "insert into audit_event_patient select organization_id, position, gen_random_uuid() from audit_event where position = 2"
            })
    void whoeverChangesWhoseDataItWasIsFound(String tampering) throws SQLException {
        var whose = List.of(Ids.next());
        arrives(record(patient, AT), record("claim", Ids.next().toString(), AT, whose), record(patient, AT));
        assertThat(verify()).extracting("intact", "entries").containsExactly(true, 3L);

        tamper(tampering + " and organization_id = '" + organization + "'");

        assertThat(verify()).extracting("intact", "entries", "brokenAt").containsExactly(false, 1L, 2L);
    }

    @Test
    void anEntryPutInLaterWithAHashOfItsOwnIsFound() throws SQLException {
        arrives(record(patient, AT), record(patient, AT), record(patient, AT));

        // the forger computes the hash of the changed entry correctly; the entry after it still names the old one
        var forged = new AuditEntry(
                organization.toString(),
                2,
                Ids.next(),
                AT,
                "patient-service",
                "somebody else",
                "getPatient",
                "patient",
                patient,
                "success",
                null,
                null,
                null,
                List.of());
        tamper(
                "update audit_event set id = '%s', at = '%s', actor = 'somebody else', purpose = null, address = null, request_id = null, hash = '\\x%s' where position = 2 and organization_id = '%s'"
                        .formatted(
                                forged.id(),
                                forged.at(),
                                HexFormat.of().formatHex(forged.hashAfter(hashOf(1))),
                                organization));

        assertThat(verify()).extracting("intact", "brokenAt").containsExactly(false, 3L);
    }

    @Test
    void theServicesRoleMayNotChangeAnEntryAndTheOwnerRunsIntoATrigger() throws SQLException {
        arrives(record(patient, AT));

        try (var service = postgres.connect("gateway", "gateway_service");
                var owner = postgres.connect("gateway", "gateway_owner");
                var asService = service.createStatement();
                var asOwner = owner.createStatement()) {
            asService.execute("select set_config('app.organization', '" + organization + "', false)");
            for (var change : List.of(
                    "update audit_event set actor = 'x'",
                    "delete from audit_event",
                    "truncate audit_event",
                    "delete from audit_event_patient")) {
                assertThatThrownBy(() -> asService.execute(change)).hasMessageContaining("permission denied");
                assertThatThrownBy(() -> asOwner.execute(change)).hasMessageContaining("append only");
            }
        }
        assertThat(verify()).extracting("intact", "entries").containsExactly(true, 1L);
    }

    /** As somebody who owns the database and has taken the trigger away. */
    private void tamper(String sql) throws SQLException {
        try (var connection = postgres.connect("gateway", "gateway_owner");
                var statement = connection.createStatement()) {
            for (var table : List.of("audit_event", "audit_event_patient")) {
                statement.execute("alter table %s disable trigger all".formatted(table));
            }
            assertThat(statement.executeUpdate(sql)).isOne();
            for (var table : List.of("audit_event", "audit_event_patient")) {
                statement.execute("alter table %s enable trigger all".formatted(table));
            }
        }
    }

    private byte[] hashOf(int position) throws SQLException {
        try (var connection = postgres.connect("gateway", "gateway_owner");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select hash from audit_event where position = " + position
                        + " and organization_id = '" + organization + "'")) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** Not over the API, whose calls grow the chain a moment later. */
    private Verification verify() {
        return tenancy.as(organization, () -> trail.verify(0, null));
    }
}
