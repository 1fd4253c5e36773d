package org.superbill.gateway.eventfeed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class EventFeedTest {

    private static final Instant TIME = Instant.parse("2026-03-02T15:04:05.123456Z");

    LocalPostgres postgres;

    @Inject
    Feed feed;

    @Inject
    Tenancy tenancy;

    private final UUID organization = Ids.next();
    private final String encounter = Ids.next().toString();

    @Test
    void showsTheEnvelopesOfASubjectNewestLast() {
        var completed = event("encounter-completed", encounter, 1);
        var coded = event("encounter-coded", encounter, 1);
        arrives(completed, event("encounter-completed", Ids.next().toString(), 1));
        arrives(coded);

        read("subject=" + encounter)
                .body("items.id", equalTo(ids(completed, coded)))
                .body("items[0].type", equalTo("org.superbill.encounter-completed.v1"))
                .body("items[0].topic", equalTo("encounter-completed"))
                .body("items[0].subject", equalTo(encounter))
                .body("items[0].organization", equalTo(organization.toString()))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].source", equalTo("/patient-service"))
                .body("items[0].time", equalTo(TIME.toString()))
                .body("items[0].size()", equalTo(8));
    }

    @Test
    void anEventThatIsDeliveredAgainIsShownOnceAndStaysWhereItWas() {
        var first = event("encounter-completed", encounter, 1);
        var second = event("encounter-coded", encounter, 1);
        arrives(first, second);
        arrives(second, first, first);

        read("subject=" + encounter).body("items.id", equalTo(ids(first, second)));
    }

    @Test
    void isReadInPagesThatStayStableWhileEventsArrive() {
        var events = new ArrayList<RawEvent>();
        for (var n = 1; n <= 5; n++) {
            events.add(event("claim-status-changed", encounter, n));
        }
        arrives(events.subList(0, 4).toArray(RawEvent[]::new));

        var cursor = read("limit=2")
                .body("items.id", equalTo(ids(events.get(0), events.get(1))))
                .extract()
                .path("nextCursor");
        arrives(events.get(4));
        read("limit=3&after=" + cursor)
                .body("items.id", equalTo(ids(events.get(2), events.get(3), events.get(4))))
                .body("nextCursor", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"encounter-coded", "org.superbill.encounter-coded.v1"})
    void isFilteredByTypeWithOrWithoutItsVersion(String type) {
        var coded = event("encounter-coded", encounter, 1);
        arrives(event("encounter-completed", encounter, 1), coded);

        read("type=" + type).body("items.id", equalTo(ids(coded)));
    }

    @Test
    void doesNotShowWhoLookedAtWhat() {
        var coded = event("encounter-coded", encounter, 1);
        arrives(event("audit-recorded", encounter, 0), coded);

        read("limit=50").body("items.id", equalTo(ids(coded)));
    }

    @Test
    void isOneOrganizationsOwn() {
        var coded = event("encounter-coded", encounter, 1);
        arrives(coded);
        var stranger = TestTokens.of(Ids.next(), "biller");

        given().auth()
                .oauth2(stranger)
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        given().auth()
                .oauth2(stranger)
                .get("/api/v1/events?after=" + coded.envelope().id())
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-event"));
    }

    @Test
    void rawSqlOfTheServiceSeesNothingWithoutATenantAndChangesNothingWithOne() throws SQLException {
        arrives(event("encounter-coded", encounter, 1));

        try (var connection = postgres.connect("gateway", "gateway_service");
                var statement = connection.createStatement()) {
            var count = statement.executeQuery("select count(*) from feed_event");
            count.next();
            assertThat(count.getInt(1)).isZero();
            statement.execute("select set_config('app.organization', '" + organization + "', false)");
            count = statement.executeQuery("select count(*) from feed_event");
            count.next();
            assertThat(count.getInt(1)).isOne();
            assertThatThrownBy(() -> statement.execute("delete from feed_event"))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, ?limit",
        "limit=201, ?limit",
        "limit=many, ?limit",
        "after=nonsense, ?after",
        "after=01966f2e-5d3b-7e4f-9a67-1c2d3e4f5a6b, ?after"
    })
    void aQueryThatCannotBeAnsweredIsAProblem(String query, String pointer) {
        given().auth()
                .oauth2(TestTokens.of(organization, "biller"))
                .get("/api/v1/events?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://superbill.org/problems/validation-failed"))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void needsThePermissionToReadEvents() {
        given().auth()
                .oauth2(TestTokens.of(organization, "coder"))
                .get("/api/v1/events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://superbill.org/problems/forbidden"))
                .body("instance", equalTo("/api/v1/events"));
    }

    private void arrives(RawEvent... events) {
        tenancy.as(organization, () -> feed.observe(List.of(events)));
    }

    private ValidatableResponse read(String query) {
        return given().auth()
                .oauth2(TestTokens.of(organization, "biller"))
                .get("/api/v1/events?" + query)
                .then()
                .statusCode(200);
    }

    private RawEvent event(String topic, String subject, long sequence) {
        var type = "org.superbill." + topic + ".v1";
        return new RawEvent(
                topic,
                new Envelope(Ids.next(), type, subject, organization, sequence, TIME, "/patient-service"),
                "{\"firstName\":\"nobody must see this\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(RawEvent... events) {
        return java.util.Arrays.stream(events)
                .map(e -> e.envelope().id().toString())
                .toList();
    }
}
