package org.superbill.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** What an empty system needs before anybody can work with it, made over its own public API. */
final class Sandbox {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String gateway;
    private final Tokens tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Sandbox(String gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** The id of the sandbox's organization, which is made when it is not there. */
    UUID ensureOrganization() {
        var wanted = resource("organization.json");
        var name = parse(wanted).path("name").asText();
        for (var organization : items(get("/api/v1/organizations", tokens.platformAdmin()))) {
            if (organization.path("name").asText().equals(name)) {
                return UUID.fromString(organization.path("id").asText());
            }
        }
        var made = post(
                "/api/v1/organizations",
                "application/json",
                BodyPublishers.ofByteArray(wanted),
                tokens.platformAdmin());
        return UUID.fromString(made.path("id").asText());
    }

    /** Loads the release of CPT numbers in words of our own, when no release of that label is there. */
    void ensureCodes(UUID organization) {
        var token = tokens.system(organization, "code-release:load", "code:read");
        for (var release : items(get("/api/v1/code-systems/cpt/releases", token))) {
            if (release.path("release").asText(release.path("label").asText()).equals("sandbox")) {
                // a launcher may have been killed before it activated it; on an active one nothing happens
                activate("cpt", "sandbox", token);
                return;
            }
        }
        load("cpt", "sandbox", "2020-01-01", resource("cpt-sandbox.csv"), token);
    }

    /** What code systems there are, as the API tells it. */
    JsonNode codeSystems(UUID organization) {
        return get("/api/v1/code-systems", tokens.system(organization, "code:read"));
    }

    void load(UUID organization, String system, String release, String effectiveFrom, byte[] csv) {
        load(system, release, effectiveFrom, csv, tokens.system(organization, "code-release:load", "code:read"));
    }

    /** Loads a release ({@code code,display,billable} in CSV) and makes it the one in force from that date on. */
    private void load(String system, String release, String effectiveFrom, byte[] csv, String token) {
        var releases = "/api/v1/code-systems/" + system + "/releases";
        post(
                releases + "?release=" + release + "&effectiveFrom=" + effectiveFrom,
                "text/csv",
                BodyPublishers.ofByteArray(csv),
                token);
        activate(system, release, token);
    }

    private void activate(String system, String release, String token) {
        post(
                "/api/v1/code-systems/" + system + "/releases/" + release + "/activate",
                "application/json",
                BodyPublishers.ofString("{}"),
                token);
    }

    private static Iterable<JsonNode> items(JsonNode answer) {
        return answer.isArray() ? answer : answer.path("items");
    }

    private JsonNode get(String path, String token) {
        return send(HttpRequest.newBuilder().GET(), path, token);
    }

    private JsonNode post(String path, String contentType, BodyPublisher body, String token) {
        return send(
                HttpRequest.newBuilder()
                        .POST(body)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", UUID.randomUUID().toString()),
                path,
                token);
    }

    private JsonNode send(HttpRequest.Builder request, String path, String token) {
        var prepared = request.uri(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT)
                .build();
        try {
            var answer = http.send(prepared, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new StackException("The sandbox's content cannot be made: %s %s was answered %d %s"
                        .formatted(
                                prepared.method(),
                                path,
                                answer.statusCode(),
                                new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return parse(answer.body());
        } catch (IOException e) {
            throw new StackException("The sandbox's content cannot be made: the gateway does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new StackException("This is no JSON: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) {
        try (var in = Resources.open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StackException("The jar cannot be read: " + e.getMessage(), e);
        }
    }
}
