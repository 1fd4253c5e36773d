package org.superbill.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.stack.LocalPostgres;

/** The profile local with a key: the gateway signs, and verifies what it signed with the key set that it serves itself. */
@QuarkusTest
@TestProfile(WithLocalIssuer.class)
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class TokenTest {

    private static final UUID ORGANIZATION = UUID.fromString("01966f2d-0a1b-7c2d-8e3f-4a5b6c7d8e9f");

    @Test
    void anIssuedTokenOpensWhatItsRolesOpen() {
        var token = issue("{\"organization\": \"%s\", \"roles\": [\"biller\"], \"subject\": \"kim\"}"
                        .formatted(ORGANIZATION))
                .statusCode(200)
                .extract()
                .<String>path("token");

        given().auth().oauth2(token).get("/api/v1/events").then().statusCode(200);
        given().auth().oauth2(token).get("/api/v1/audit-events").then().statusCode(403);
    }

    @Test
    void aTokenSaysWhatTheContractSays() throws Exception {
        var answer = issue("{\"organization\": \"%s\", \"roles\": [\"coder\", \"biller\"]}".formatted(ORGANIZATION))
                .statusCode(200)
                .extract();
        var keys = new JsonWebKeySet(given().get("/api/v1/tokens/jwks.json").asString());
        var claims = new JwtConsumerBuilder()
                .setRelaxVerificationKeyValidation() // the tests' key is a small one
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer("superbill-local")
                .setExpectedAudience("superbill")
                .setRequireExpirationTime()
                .build()
                .processToClaims(answer.path("token"));

        assertThat(claims.getSubject()).isEqualTo("coder");
        assertThat(claims.getStringClaimValue("organization")).isEqualTo(ORGANIZATION.toString());
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("coder", "biller");
        assertThat(Instant.ofEpochSecond(claims.getExpirationTime().getValue()))
                .isEqualTo(Instant.parse(answer.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(7)), Instant.now().plus(Duration.ofHours(9)));
        assertThat(header(answer.path("token")).getString("kid")).isEqualTo("local");
        assertThat(header(answer.path("token")).getString("alg")).isEqualTo("RS256");
    }

    @Test
    void aSystemClientHasItsScopeAndNoOrganizationUnlessOneIsNamed() {
        var token = issue("{\"roles\": [\"system\"], \"scope\": \"code-release:load event-processing:read\"}")
                .statusCode(200)
                .extract()
                .<String>path("token");

        assertThat(payload(token).getString("scope")).isEqualTo("code-release:load event-processing:read");
        assertThat(payload(token).getString("organization")).isNull();
    }

    @Test
    void aTokenSaysWhichPractitionerItsBearerIsAndWhomTheyStandInFor() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var token = issue("""
                        {"organization": "%s", "roles": ["clinician"], "practitioner": "%s", "coversFor": ["%s"]}""".formatted(ORGANIZATION, one, other))
                .statusCode(200)
                .extract()
                .<String>path("token");

        assertThat(payload(token).getString("practitioner")).isEqualTo(one.toString());
        assertThat(payload(token).getList("covers_for")).isEqualTo(List.of(other.toString()));
        assertThat(payload(issue("{\"organization\": \"%s\", \"roles\": [\"clinician\"]}".formatted(ORGANIZATION))
                                .extract()
                                .path("token"))
                        .<Map<String, Object>>get("$"))
                .doesNotContainKeys("practitioner", "covers_for");
    }

    @Test
    void thePublicKeyIsForEverybodyAndThePrivateOneForNobody() {
        given().get("/api/v1/tokens/jwks.json")
                .then()
                .statusCode(200)
                .body("keys.size()", equalTo(1))
                .body("keys[0].kid", equalTo("local"))
                .body("keys[0].keySet()", equalTo(java.util.Set.of("kty", "use", "alg", "kid", "n", "e")));
    }

    @Test
    void nobodyGetsATokenWhomTheAuditTrailCannotName() {
        issue("{\"organization\": \"%s\", \"roles\": [\"biller\"], \"subject\": \"a\\u0000b\"}".formatted(ORGANIZATION))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/subject")));
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"system\",\"biller\"]', claim:read, /roles, system-alone",
        "'[\"system\"]', claim:read bogus:scope, /scope, unknown-permission"
    })
    void aProgramHasWhatItsScopeSaysAndThatIsThere(String roles, String scope, String pointer, String code) {
        issue("{\"organization\": \"%s\", \"roles\": %s, \"scope\": \"%s\"}".formatted(ORGANIZATION, roles, scope))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of(pointer)))
                .body("errors.code", equalTo(List.of(code)));
    }

    @Test
    void onlyAPlatformAdminIssuesTokens() {
        var biller = issue("{\"organization\": \"%s\", \"roles\": [\"biller\"]}".formatted(ORGANIZATION))
                .extract()
                .<String>path("token");

        given().auth()
                .oauth2(biller)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"roles\": [\"platform-admin\"]}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"roles\": [\"king\"]} | /roles/0 | unknown-role",
                "{\"roles\": []} | /roles | ",
                "{} | /roles | ",
                "{\"roles\": [\"coder\"], \"organization\": \"x\"} | /organization | ",
                "{\"roles\": [\"coder\"], \"role\": \"x\"} | /role | unknown-field",
                "{\"roles\": [\"clinician\"], \"practitioner\": \"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0001\"} | /practitioner | organization-needed",
                "{\"roles\": [\"clinician\"], \"coversFor\": [\"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0001\"]} | /coversFor | organization-needed",
                "{\"roles\": [\"clinician\"], \"practitioner\": \"dr-rivers\"} | /practitioner | ",
                "{\"roles\": [\"clinician\"], \"coversFor\": [\"x\"]} | /coversFor/0 | ",
            })
    void aRequestThatIsNotRightIsAProblem(String body, String pointer, String code) {
        var problem = issue(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
        if (code != null) {
            problem.body("errors[0].code", equalTo(code));
        }
    }

    @Test
    void theSameRequestAgainGetsATokenThatIsAsFreshAsTheFirstWasAndNoneIsKept() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = "{\"organization\": \"%s\", \"roles\": [\"coder\"]}".formatted(ORGANIZATION);

        var first = Instant.parse(issue(body, key).statusCode(200).extract().path("expiresAt"));
        Thread.sleep(1_100); // a token counts in seconds
        var second = Instant.parse(issue(body, key)
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .path("expiresAt"));
        assertThat(second).isAfter(first);
        try (var connection = postgres.connect("gateway", "gateway_owner");
                var statement = connection.createStatement();
                var kept = statement.executeQuery("select count(*) from idempotency_record")) {
            kept.next();
            assertThat(kept.getInt(1)).isZero();
        }
        given().auth()
                .oauth2(WithLocalIssuer.platformAdmin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tokens")
                .then()
                .statusCode(400);
    }

    LocalPostgres postgres; // set by ServiceStack

    private static ValidatableResponse issue(String body) {
        return issue(body, UUID.randomUUID().toString());
    }

    private static ValidatableResponse issue(String body, String idempotencyKey) {
        return given().auth()
                .oauth2(WithLocalIssuer.platformAdmin())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/tokens")
                .then();
    }

    private static JsonPath header(String token) {
        return part(token, 0);
    }

    private static JsonPath payload(String token) {
        return part(token, 1);
    }

    private static JsonPath part(String token, int index) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }
}
