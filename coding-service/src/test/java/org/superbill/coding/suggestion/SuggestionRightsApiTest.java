package org.superbill.coding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Who may have codes proposed for a case, and decide on them. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class SuggestionRightsApiTest extends WithSuggestions {
    private static final Api BOB = Api.as(TestTokens.ofUser("bob", ORGANIZATION, "coder"));
    private static final String CODING = """
            {"diagnoses":["J44.1"],"lines":[{"lineNumber":1,"procedureCode":"99213","units":1,"diagnosisPointers":[1]}]}""";

    @Test
    void afterTheCaseIsFinalNobodyAsksOrDecides() {
        var path = aCaseOfTheNote();
        String id = asked(CODER, path).getString("suggestions[0].id");
        CODER.put(path + "/coding", CODING, Encounters.etag(CODER, path)).statusCode(200);
        CODER.post(path + "/finalize", "{}", Encounters.etag(CODER, path))
                .statusCode(200)
                .body("status", equalTo("released"));
        CODER.post(path + "/suggestions", REQUEST)
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-step-not-allowed"));
        CODER.post(path + "/suggestions/" + id + "/accept", "{}", "\"0\"").statusCode(409);
        CODER.get(path + "/suggestions").body("items.find { it.id == '" + id + "' }.status", equalTo("proposed"));
    }

    @Test
    void whileAnotherHasTheCaseNobodyElseAsksOrDecides() {
        var path = aCaseOfTheNote();
        CODER.put(path + "/coding", CODING, Encounters.etag(CODER, path)).statusCode(200);
        String id = asked(CODER, path).getString("suggestions[0].id");
        BOB.post(path + "/suggestions", REQUEST)
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-open-elsewhere"));
        CODER.post(path + "/close", "{}").statusCode(200);
        BOB.post(path + "/suggestions", REQUEST)
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-case-not-yours"));
        BOB.post(path + "/suggestions/" + id + "/accept", "{}", "\"0\"").statusCode(403);
        BOB.post(path + "/open", "{}").statusCode(200);
        BOB.post(path + "/suggestions/" + id + "/accept", "{}", "\"0\"").statusCode(200);
    }

    @Test
    void whatAnotherWasProposedStays() {
        var path = aCaseOfTheNote();
        List<String> firsts = asked(CODER, path).getList("suggestions.id");
        List<String> seconds = asked(BOB, path).getList("suggestions.id");
        assertThat(seconds).isNotEmpty().doesNotContainAnyElementsOf(firsts);
        CODER.get(path + "/suggestions")
                .body("items.id", hasItems(firsts.toArray(String[]::new)))
                .body("items.id", hasItems(seconds.toArray(String[]::new)));
        asked(BOB, path);
        List<String> left =
                CODER.get(path + "/suggestions").extract().jsonPath().getList("items.id");
        assertThat(left).containsAll(firsts).doesNotContainAnyElementsOf(seconds);
    }

    private static JsonPath asked(Api caller, String path) {
        return caller.post(path + "/suggestions", REQUEST)
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
