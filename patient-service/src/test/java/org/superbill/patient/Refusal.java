package org.superbill.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import org.superbill.servicekit.testing.PlainJson;

/** What a refused call must look like: a problem of a documented type, with pointers, and none of the service's insides. */
public final class Refusal {
    private Refusal() {}

    /** @param pointers of all of {@code errors[]}, in any order */
    public static void assertRefused(Response answer, int status, String problem, String... pointers) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        var body = PlainJson.of(answer);
        assertThat(body.getString("type")).isEqualTo("https://superbill.org/problems/" + problem);
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(body.getString("title")).isNotBlank();
        List<String> found = body.getList("errors.pointer");
        assertThat(found == null ? List.<String>of() : found)
                .as(answer.asString())
                .containsExactlyInAnyOrder(pointers);
        assertThat(answer.asString()).doesNotContain("Exception", "org.superbill.patient", "select ", "constraint");
    }
}
