package org.superbill.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;

/** Services that are away, silent or break off. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class ProxyFaultsTest extends ProxyCalls {
    @Test
    void aServiceThatIsAwayIsSaidToBeAway() throws Exception {
        patientDouble("away");
        as("biller")
                .get("/api/v1/codes/search?q=flu")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "2")
                .body("type", equalTo("https://superbill.org/problems/service-unreachable"))
                .body("instance", equalTo("/api/v1/codes/search"));
        patientDouble("back");
        as("biller").get("/api/v1/codes/breaks-off").then().statusCode(502);
    }

    @Test
    void aServiceThatBreaksOffBeforeItAnswersIsABadGateway() {
        as("biller")
                .body("{}")
                .post("/api/v1/codes/breaks-off")
                .then()
                .statusCode(502)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/service-broke-off"));
    }

    @Test
    void aServiceThatSaysNothingTimesOut() {
        as("biller")
                .get("/api/v1/codes/silent")
                .then()
                .statusCode(504)
                .contentType(PROBLEM)
                .body("type", equalTo("https://superbill.org/problems/service-timed-out"));
    }

    @Test
    void halfAnAnswerIsNotTakenForAnAnswer() {
        var asked = request("/api/v1/codes/half").GET().build();

        assertThatThrownBy(() -> http().send(asked, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }
}
