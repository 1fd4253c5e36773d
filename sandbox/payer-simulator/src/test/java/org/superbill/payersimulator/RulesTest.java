package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.superbill.payersimulator.adjudication.Scenario;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class RulesTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| (?:`(\\w+)`|anything else) \\| (.+) \\|$", Pattern.MULTILINE);

    /** Integrators write tests against the table, so it is what the simulator does. */
    @Test
    void areThoseOfTheReadmesTable() throws IOException {
        var readme =
                Files.readString(Path.of(System.getProperty("superbill.root"), "sandbox/payer-simulator/README.md"));
        var published = ROW.matcher(readme)
                .results()
                .map(row ->
                        Map.of("memberIdEndsWith", row.group(1) == null ? "" : row.group(1), "effect", row.group(2)))
                .toList();
        assertThat(published).hasSize(Scenario.values().length);
        List<Map<String, String>> answered = given().get("/rules").jsonPath().getList("");
        assertThat(answered).isEqualTo(published);
    }

    @Test
    void decideByTheEndOfTheMemberId() {
        for (var scenario : Scenario.values()) {
            assertThat(Scenario.of("W123" + scenario.memberIdSuffix())).isEqualTo(scenario);
        }
    }
}
