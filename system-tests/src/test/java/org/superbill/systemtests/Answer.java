package org.superbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param json the body where it is JSON, else missing
 */
public record Answer(String call, int status, HttpHeaders headers, String text, JsonNode json) {

    public Answer expect(int expected) {
        assertThat(status).as("%s answered %s", call, text).isEqualTo(expected);
        return this;
    }

    public String id() {
        return json.path("id").asText();
    }

    public @Nullable String etag() {
        return headers.firstValue("ETag").orElse(null);
    }

    /** Of something that a list shows: its revision is what If-Match wants. */
    public static String etagOf(JsonNode item) {
        return "\"%d\"".formatted(item.path("revision").longValue());
    }

    public boolean replayed() {
        return headers.firstValue("Idempotency-Replayed")
                .map(Boolean::parseBoolean)
                .orElse(false);
    }
}
