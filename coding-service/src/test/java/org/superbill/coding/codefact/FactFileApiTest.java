package org.superbill.coding.codefact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.facts.Edition;
import org.superbill.coderules.facts.SpanLine;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What is known of codes, as files for a service that judges by the same rules. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class FactFileApiTest {
    private static final String FILES = "/api/v1/code-facts/files";

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private static String service() {
        return TestTokens.systemOfNone("code-release:read");
    }

    @Test
    void aServiceWithoutOrganizationFetchesWhatIsKnown() {
        get(service(), FILES)
                .then()
                .statusCode(200)
                .body(
                        "name",
                        hasItems("spans-icd-10-cm", "spans-hcpcs", "edition-medicare-code-editor-conflicts-41.1"));
        var spans = get(service(), FILES + "/spans-hcpcs")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(SpanLine::read)
                .collect(Collectors.toList());
        assertThat(spans)
                .hasSizeGreaterThan(8_000)
                .allMatch(span -> span.description().isEmpty());
        assertThat(spans)
                .filteredOn(span -> span.code().equals("G0008"))
                .allMatch(span -> span.billable() && !span.from().isAfter(LocalDate.parse("2026-03-02")));
        var edition = Edition.read(get(service(), FILES + "/edition-medicare-code-editor-conflicts-41.1")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(edition.lists()).anyMatch(list -> list.kind() == CodeListKind.FEMALE_ONLY);
    }

    @Test
    void whoMayNotReadCodesDoesNotGetThem() {
        get(TestTokens.systemOfNone("event-processing:read"), FILES).then().statusCode(403);
        get(service(), FILES + "/spans-nothing").then().statusCode(404);
        get(service(), FILES + "/edition-none-1").then().statusCode(404);
        get(TestTokens.of(UUID.randomUUID(), "coder"), FILES)
                .then()
                .statusCode(200)
                .body("find { it.name == 'spans-icd-10-cm' }.version.length()", equalTo(64));
    }
}
