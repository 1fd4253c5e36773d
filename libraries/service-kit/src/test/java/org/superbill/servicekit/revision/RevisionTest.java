package org.superbill.servicekit.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.superbill.servicekit.sample.Api.NOTES;
import static org.superbill.servicekit.sample.Api.as;
import static org.superbill.servicekit.sample.Api.write;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class RevisionTest {

    private static final String CHANGED = "{\"text\":\"changed\"}";

    private final UUID organization = UUID.randomUUID();

    @Test
    void aWriteWithTheETagThatWasReadIsTaken() {
        var created = write(organization, "{\"text\":\"a\"}").post(NOTES);
        var changed = write(organization, CHANGED)
                .header("If-Match", created.header("ETag"))
                .put(NOTES + "/" + created.path("id"));
        changed.then().statusCode(200);
        assertThat(changed.header("ETag")).isNotEqualTo(created.header("ETag"));
    }

    @Test
    void aWriteWithoutIfMatchIsRefused() {
        String id = write(organization, "{\"text\":\"a\"}").post(NOTES).path("id");
        write(organization, CHANGED)
                .put(NOTES + "/" + id)
                .then()
                .statusCode(428)
                .body("type", equalTo("https://superbill.org/problems/if-match-missing"));
    }

    @Test
    void andBeforeAnythingElseOfItIsReadButWhoSendsIt() {
        var nowhere = NOTES + "/" + UUID.randomUUID();
        write(organization, "no JSON").put(nowhere).then().statusCode(428);
        as(TestTokens.of(organization, "biller"))
                .contentType("application/json")
                .body(CHANGED)
                .put(nowhere)
                .then()
                .statusCode(403);
        write(organization, CHANGED)
                .header("If-Match", "\"0\"")
                .put(nowhere)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"7\"|412|stale",
                "\"abc\"|412|stale",
                "7|400|malformed-request",
                "W/\"0\"|400|malformed-request",
                "*|400|malformed-request"
            })
    void anyOtherTagIsRefused(String tag, int status, String problem) {
        String id = write(organization, "{\"text\":\"a\"}").post(NOTES).path("id");
        write(organization, CHANGED)
                .header("If-Match", tag)
                .put(NOTES + "/" + id)
                .then()
                .statusCode(status)
                .body("type", equalTo("https://superbill.org/problems/" + problem));
    }
}
