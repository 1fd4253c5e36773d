package org.superbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's public API as one client with one token uses it. Every write has an Idempotency-Key. */
public final class Gateway {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE =
            Duration.ofSeconds(60); // as long as the gateway waits for an answer to begin
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI origin;
    private final String who;
    private final @Nullable String token;
    private final Narrator narrator;
    private final boolean everythingTwice;

    private Gateway(URI origin, String who, @Nullable String token, Narrator narrator, boolean everythingTwice) {
        this.origin = origin;
        this.who = who;
        this.token = token;
        this.narrator = narrator;
        this.everythingTwice = everythingTwice;
    }

    public static Gateway at(URI origin, Narrator narrator) {
        return new Gateway(origin, "nobody", null, narrator, false);
    }

    public Gateway as(String role, String bearer) {
        return new Gateway(origin, role, bearer, narrator, everythingTwice);
    }

    /** Sends each write a second time with the same key and insists on the first answer. */
    public Gateway everythingTwice() {
        return new Gateway(origin, who, token, narrator, true);
    }

    public Answer get(String path) {
        return send(request(path).GET(), "GET", path);
    }

    /** A look that is repeated until something has come: not told, so that the story stays readable. */
    public Answer peek(String path) {
        return exchange(request(path).GET().build(), "GET " + path);
    }

    public Answer post(String path, String body) {
        return write("POST", path, body, "application/json", null);
    }

    public Answer post(String path, String body, @Nullable String etag) {
        return write("POST", path, body, "application/json", etag);
    }

    public Answer put(String path, String body, @Nullable String etag) {
        return write("PUT", path, body, "application/json", etag);
    }

    public Answer upload(String path, String x12) {
        return write("POST", path, x12, "application/edi-x12", null);
    }

    /** Any request at all, for what a well-behaved client would not send. */
    public Answer raw(String method, String path, @Nullable String body, String... headers) {
        var request =
                request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.build(), method + " " + path);
    }

    private Answer write(String method, String path, String body, String contentType, @Nullable String etag) {
        var key = UUID.randomUUID().toString();
        var first = send(writeRequest(method, path, body, contentType, etag, key), method, path);
        if (everythingTwice && first.status() < 300) {
            var second = send(writeRequest(method, path, body, contentType, etag, key), method, path);
            assertThat(second.status()).as("%s again", first.call()).isEqualTo(first.status());
            assertThat(second.text()).as("%s again", first.call()).isEqualTo(first.text());
            assertThat(second.etag()).as("%s again", first.call()).isEqualTo(first.etag());
            assertThat(second.replayed())
                    .as("%s again is a replay", first.call())
                    .isTrue();
        }
        return first;
    }

    private HttpRequest.Builder writeRequest(
            String method, String path, String body, String contentType, @Nullable String etag, String key) {
        var request = request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(body));
        return etag == null ? request : request.header("If-Match", etag);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request, String method, String path) {
        narrator.sent(who, method, path);
        var answer = exchange(request.build(), method + " " + path);
        narrator.cameBack(answer.status(), summary(answer));
        return answer;
    }

    private static Answer exchange(HttpRequest request, String call) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(call, response.statusCode(), response.headers(), response.body(), parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(call, e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String summary(Answer answer) {
        var json = answer.json();
        var parts = new StringBuilder();
        for (var field : new String[] {"id", "status", "transport", "adjudication", "title", "state"}) {
            if (json.path(field).isValueNode()) {
                parts.append(field)
                        .append('=')
                        .append(json.path(field).asText())
                        .append(' ');
            }
        }
        if (json.path("items").isArray()) {
            parts.append(json.path("items").size()).append(" items");
        }
        return parts.toString();
    }
}
