package org.superbill.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Every profile but local. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class NoLocalIssuerTest {

    @Test
    void noTokenIsIssued() {
        given().auth()
                .oauth2(TestTokens.platformAdmin())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"roles\": [\"platform-admin\"]}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://superbill.org/problems/not-found"));
    }

    @Test
    void thereIsNoKeySet() {
        given().get("/api/v1/tokens/jwks.json").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aKeyKeepsTheGatewayFromStarting(@TempDir Path folder) throws Exception {
        var key = Files.writeString(folder.resolve("key.pem"), WithLocalIssuer.pem());

        assertThatThrownBy(() -> new LocalIssuer(Optional.of(key), "superbill-local"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SUPERBILL_LOCAL_ISSUER_KEY is set")
                .hasMessageContaining("profile local only");
    }

    @Test
    void aFileThatIsNoKeyIsSaidToBeNoneWithoutBeingQuoted(@TempDir Path folder) throws Exception {
        var notAKey = Files.writeString(folder.resolve("key.pem"), "secret words");

        assertThatThrownBy(() -> SigningKey.read(notAKey))
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("secret");
    }
}
