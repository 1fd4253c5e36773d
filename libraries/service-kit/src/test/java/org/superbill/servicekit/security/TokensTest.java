package org.superbill.servicekit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class TokensTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    @Inject
    TokenBearers bearers;

    @Test
    void aTokenOfOurIssuerIsTaken() {
        as(TestTokens.of(ORGANIZATION, "front-desk"))
                .get(NOTES + "/caller")
                .then()
                .statusCode(200)
                .body("[0]", equalTo("test-user"))
                .body("[1]", equalTo(ORGANIZATION.toString()));
    }

    @Test
    void aTokenThatWasVerifiedIsKnownAndWhatResemblesItIsNot() {
        var token = TestTokens.system(ORGANIZATION, "patient:read");
        var before = bearers.known();
        as(token).get(NOTES).then().statusCode(200);
        assertThat(bearers.known()).isEqualTo(before + 1);
        as(token).get(NOTES).then().statusCode(200);
        assertThat(bearers.known()).isEqualTo(before + 1);

        var parts = token.split("\\.");
        var more = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("patient:read", "patient:read patient:write");
        unauthenticated(as(parts[0] + "." + base64(more) + "." + parts[2]).get(NOTES));
        unauthenticated(as(parts[0] + "." + parts[1] + ".").get(NOTES));
        unauthenticated(as(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + "." + parts[2])
                .get(NOTES));
        assertThat(bearers.known()).isEqualTo(before + 1);
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        unauthenticated(given().get(NOTES));
        unauthenticated(given().header("Authorization", "Bearer nonsense").get(NOTES));
        unauthenticated(
                given().header("Authorization", "Basic " + base64("a:b")).get(NOTES));
    }

    @Test
    void anExpiredTokenIsRefused() {
        var issued = Instant.now().minus(Duration.ofHours(2));
        unauthenticated(as(TestTokens.sign(TestTokens.claims("u", "front-desk")
                        .claim("organization", ORGANIZATION.toString())
                        .issuedAt(issued)
                        .expiresAt(issued.plus(Duration.ofHours(1)))))
                .get(NOTES));
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherAudienceIsRefused() {
        unauthenticated(as(TestTokens.sign(TestTokens.claims("u", "front-desk")
                        .claim("organization", ORGANIZATION.toString())
                        .issuer("https://elsewhere.example")))
                .get(NOTES));
        unauthenticated(as(TestTokens.sign(TestTokens.claims("u", "front-desk")
                        .claim("organization", ORGANIZATION.toString())
                        .audience("another-system")))
                .get(NOTES));
    }

    @Test
    void aTokenSignedWithAnotherKeyOrNotAtAllIsRefused() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var claims = TestTokens.claims("u", "front-desk").claim("organization", ORGANIZATION.toString());
        unauthenticated(
                as(claims.jws().keyId("test").sign(generator.generateKeyPair().getPrivate()))
                        .get(NOTES));

        var signed = TestTokens.of(ORGANIZATION, "front-desk");
        var payload = signed.split("\\.")[1];
        unauthenticated(as(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".")
                .get(NOTES));
        unauthenticated(as(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + "." + signed.split("\\.")[2])
                .get(NOTES));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        var payload = TestTokens.of(ORGANIZATION, "front-desk").split("\\.")[1];
        var head = base64("{\"alg\":\"HS256\",\"kid\":\"test\"}") + "." + payload;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TestTokens.keySet().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(head.getBytes(StandardCharsets.UTF_8)));
        unauthenticated(as(head + "." + signature).get(NOTES));
    }

    @Test
    void anOrganizationThatIsNoUuidIsNoToken() {
        for (var wrong : List.of("", "1", "x' or '1'='1", "0190-0-0-0-0", ORGANIZATION + " ")) {
            unauthenticated(
                    as(TestTokens.sign(TestTokens.claims("u", "front-desk").claim("organization", wrong)))
                            .get(NOTES));
        }
    }

    @Test
    void aTokenWithoutSubjectIsNoToken() {
        unauthenticated(
                as(TestTokens.sign(TestTokens.claims("", "front-desk").claim("organization", ORGANIZATION.toString())))
                        .get(NOTES));
    }

    @Test
    void aTokenWithoutOrganizationReachesNothingOfAnyOrganization() {
        forbidden(as(TestTokens.sign(TestTokens.claims("u", "front-desk", "admin", "compliance")))
                .get(NOTES));
        forbidden(as(TestTokens.systemOfNone("patient:read")).get(NOTES));
        forbidden(as(TestTokens.platformAdmin()).get(NOTES));
    }

    @Test
    void aPlatformAdminWithAnOrganizationCreatesNone() {
        forbidden(as(TestTokens.of(ORGANIZATION, "platform-admin"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post(NOTES + "/organizations"));
    }

    @Test
    void aRoleWithoutThePermissionAndARoleThatIsNoneOfOursAreForbidden() {
        forbidden(as(TestTokens.of(ORGANIZATION, "poster")).get(NOTES));
        forbidden(as(TestTokens.of(ORGANIZATION, "FRONT_DESK")).get(NOTES));
        forbidden(as(TestTokens.of(ORGANIZATION)).get(NOTES));
    }

    @Test
    void aSystemMayDoWhatItsScopeSaysAndAScopeWithoutTheRoleSaysNothing() {
        as(TestTokens.system(ORGANIZATION, "code:read", "patient:read"))
                .get(NOTES)
                .then()
                .statusCode(200);
        forbidden(as(TestTokens.system(ORGANIZATION, "code:read")).get(NOTES));
        forbidden(as(TestTokens.sign(TestTokens.claims("u", "poster")
                        .claim("organization", ORGANIZATION.toString())
                        .claim("scope", "patient:read")))
                .get(NOTES));
    }

    @Test
    void aSystemHasNothingOfARoleThatItsTokenNamesBeside() {
        forbidden(as(TestTokens.sign(TestTokens.claims("u", "system", "front-desk")
                        .claim("organization", ORGANIZATION.toString())
                        .claim("scope", "code:read")))
                .get(NOTES));
    }

    @Test
    void aProgramIsAskedByItsScopeInsideOfAMethodToo() {
        as(TestTokens.sign(TestTokens.claims("u", "system", "front-desk")
                        .claim("organization", ORGANIZATION.toString())
                        .claim("scope", "patient:read  code:read")))
                .get(NOTES + "/caller/may?permissions=patient:read&permissions=patient:write&permissions=code:read")
                .then()
                .statusCode(200)
                .body("roles", contains("SYSTEM"))
                .body("permitted", contains("patient:read", "code:read"));
        as(TestTokens.of(ORGANIZATION, "front-desk"))
                .get(NOTES + "/caller/may?permissions=patient:write&permissions=ledger:adjust")
                .then()
                .statusCode(200)
                .body("roles", contains("FRONT_DESK"))
                .body("permitted", contains("patient:write"));
    }

    @Test
    void whatIsNeitherPermittedNorOpenIsDenied() {
        forbidden(as(TestTokens.of(ORGANIZATION, "front-desk", "admin")).get(NOTES + "/denied"));
    }

    private static void unauthenticated(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("https://superbill.org/problems/unauthenticated"));
    }

    private static void forbidden(Response answer) {
        answer.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://superbill.org/problems/forbidden"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
