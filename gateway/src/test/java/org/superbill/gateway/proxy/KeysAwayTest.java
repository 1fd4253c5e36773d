package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@TestProfile(KeysAwayTest.NobodyServesTheKeys.class)
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class KeysAwayTest {

    public static final class NobodyServesTheKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.jwt.verify.publickey.location", "http://localhost:1/jwks.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/patients", "/api/v1/events"})
    void aTokenThatCannotBeCheckedIsNotCalledInvalid(String path) {
        given().auth()
                .oauth2(TestTokens.of(UUID.randomUUID(), "front-desk"))
                .get(path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("https://superbill.org/problems/unavailable"));
    }
}
