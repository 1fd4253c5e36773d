package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors are problems (RFC 9457) that say what is wrong and where. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class ProblemTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT  | /mix       | {"seed": 1, "weights": {"no such": 1}} | There is no scenario no such
            PUT  | /scenarios | [{"id": "a", "memberIdEndsWith": "", "effect": "one", "wrong": 0}] | The body, at /0/wrong: this field is not known
            PUT  | /scenarios | [{"id": "a", "memberIdEndsWith": "", "effect": "one", "payAfterDays": 0}] | a: payAfterDays is less than 1
            PUT  | /benefits  | {"members": {}, "fees": {"99213": -1}} | A fee is zero or more
            PUT  | /benefits  | {"members"                             | The body, at line 1
            POST | /clock     | {"now": "tomorrow"}                    | The body, at /now
            POST | /clock     | {"now": "2001-01-01"}                  | does not go back
            """)
    void aWrongBodyIsToldWithItsPlace(String method, String path, String body, String detail) {
        var answer = given().contentType("application/json").body(body).request(method, path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Bad Request");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(400);
        assertThat(answer.jsonPath().getString("instance")).isEqualTo(path);
        assertThat(answer.jsonPath().getString("detail")).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, There is no such address",
        "/mailboxes/a/files/1.999, No file 1.999 waits for a",
    })
    void whatIsNotThereIsTold(String path, String detail) {
        var answer = given().get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
        assertThat(answer.jsonPath().getString("instance")).isEqualTo(path);
    }

    @Test
    void aFileThatCannotBeTakenIsTold() {
        var noX12 = given().contentType("application/edi-x12").body("hello".getBytes());
        assertThat(noX12.post("/mailboxes/a/inbound").jsonPath().getString("detail"))
                .isEqualTo("There is no readable interchange in the file");
        assertThat(given().get("/mailboxes/a.b/files").jsonPath().getString("detail"))
                .isEqualTo("Not an account");
        var json = given().contentType("application/json").body("{}").post("/mailboxes/a/inbound");
        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(json.jsonPath().getInt("status")).isEqualTo(415);
    }
}
