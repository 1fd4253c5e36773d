package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.scenario.Scenarios;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class RulesTest {
    @Inject
    Scenarios scenarios;

    @Inject
    ObjectMapper json;

    private static final Pattern ROW =
            Pattern.compile("^\\| (?:`(\\w+)`|anything else) \\| (.+) \\|$", Pattern.MULTILINE);

    /** Integrators write tests against the table, so it is what the simulator does. */
    @Test
    void areThoseOfThePagesTable() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("superbill.root"), "docs/payer-simulator.md"));
        var published = ROW.matcher(page)
                .results()
                .map(row ->
                        Map.of("memberIdEndsWith", row.group(1) == null ? "" : row.group(1), "effect", row.group(2)))
                .toList();
        assertThat(published).hasSize(Scenarios.shipped(json).size());
        List<Map<String, String>> answered = given().get("/rules").jsonPath().getList("");
        assertThat(answered).isEqualTo(published);
    }

    @Test
    void decideByTheLongestEndOfTheMemberId() {
        for (var scenario : Scenarios.shipped(json)) {
            assertThat(scenarios.of("W123" + scenario.memberIdEndsWith(), "C1")).isEqualTo(scenario);
        }
    }

    @Test
    void thatAreAlikeOrLeaveAClaimOutAreRefused() {
        for (var wrong : List.of(
                "[]",
                "[{\"id\": \"a\", \"memberIdEndsWith\": \"X\", \"effect\": \"one\"}]",
                "[{\"id\": \"a\", \"memberIdEndsWith\": \"\", \"effect\": \"one\"}, {\"id\": \"b\", \"memberIdEndsWith\": \"\", \"effect\": \"two\"}]",
                "[{\"id\": \"a\", \"memberIdEndsWith\": \"\", \"effect\": \"one\", \"payAfterDays\": 0}]",
                "[{\"id\": \"a\", \"memberIdEndsWith\": \"\", \"effect\": \"one\", \"wrong\": 0}]")) {
            given().contentType("application/json")
                    .body(wrong)
                    .put("/scenarios")
                    .then()
                    .statusCode(400);
        }
        assertThat(scenarios.all()).isEqualTo(Scenarios.shipped(json));
    }

    @Test
    void claimsThatAskForNothingAreDealtOutTheSameForTheSameSeed() {
        given().contentType("application/json")
                .body("{\"seed\": 7, \"weights\": {\"denied-late\": 1, \"adjudicated\": 3}}")
                .put("/mix")
                .then()
                .statusCode(200);
        try {
            var first = dealt();
            assertThat(dealt()).isEqualTo(first);
            assertThat(first.stream().filter("denied-late"::equals).count()).isBetween(200L, 300L);
            assertThat(scenarios.of("W1P50", "C1").id()).isEqualTo("deductible");
        } finally {
            given().contentType("application/json")
                    .body("{\"seed\": 0, \"weights\": {}}")
                    .put("/mix")
                    .then()
                    .statusCode(200);
        }
        given().contentType("application/json")
                .body("{\"seed\": 7, \"weights\": {\"no such\": 1}}")
                .put("/mix")
                .then()
                .statusCode(400);
    }

    private List<String> dealt() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> scenarios.of("W1", "C" + i).id())
                .toList();
    }
}
