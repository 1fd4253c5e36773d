package org.superbill.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** The public API as the launcher calls it. */
final class GatewayClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(300);
    private static final int FIRST_ERROR = 300;

    private final String gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    GatewayClient(String gateway) {
        this.gateway = gateway;
    }

    JsonNode get(String path, String token) {
        return send(HttpRequest.newBuilder().GET(), path, token);
    }

    /** @param headers names and values in turn */
    JsonNode post(String path, String contentType, BodyPublisher body, String token, String... headers) {
        var request = HttpRequest.newBuilder()
                .POST(body)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return send(headers.length == 0 ? request : request.headers(headers), path, token);
    }

    private JsonNode send(HttpRequest.Builder request, String path, String token) {
        var prepared = request.uri(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT)
                .build();
        try {
            var answer = http.send(prepared, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw new Refused(
                        "%s %s was answered %d".formatted(prepared.method(), path, answer.statusCode()), answer.body());
            }
            return parse(answer.body());
        } catch (IOException e) {
            throw new StackException("The gateway does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new StackException("This is no JSON: " + e.getMessage(), e);
        }
    }

    /** The API has refused a request; the body is its problem. */
    static final class Refused extends StackException {
        private static final long serialVersionUID = 1;

        private final transient byte[] body;

        Refused(String call, byte[] body) {
            super(call + " " + new String(body, StandardCharsets.UTF_8));
            this.body = body.clone();
        }

        /** The last part of the problem's type, e.g. {@code code-file-unknown}; empty when it is no problem. */
        String problem() {
            try {
                var type = JSON.readTree(body).path("type").asText();
                return type.substring(type.lastIndexOf('/') + 1);
            } catch (IOException e) {
                return "";
            }
        }

        /** The problem in one line: its title, what is wrong this time, and the first errors. */
        String inWords() {
            try {
                var problem = JSON.readTree(body);
                var text = new StringBuilder(problem.path("title").asText("refused"));
                if (problem.hasNonNull("detail")) {
                    text.append(": ").append(problem.path("detail").asText());
                }
                var shown = 0;
                for (var error : problem.path("errors")) {
                    if (shown++ < 3) {
                        text.append("; ").append(error.path("message").asText());
                    }
                }
                return text.toString();
            } catch (IOException e) {
                return new String(body, StandardCharsets.UTF_8);
            }
        }
    }
}
