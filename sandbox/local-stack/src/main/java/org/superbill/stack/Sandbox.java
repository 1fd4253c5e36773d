package org.superbill.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.function.Supplier;

/** What an empty system needs before anybody can work with it, made over its own public API. */
final class Sandbox {
    private final GatewayClient gateway;
    private final Tokens tokens;

    Sandbox(String gateway, Tokens tokens) {
        this.gateway = new GatewayClient(gateway);
        this.tokens = tokens;
    }

    /** The id of the sandbox's organization, which is made when it is not there. */
    UUID ensureOrganization() {
        return made(() -> {
            var wanted = resource("organization.json");
            var name = GatewayClient.parse(wanted).path("name").asText();
            for (var organization : items(gateway.get("/api/v1/organizations", tokens.platformAdmin()))) {
                if (organization.path("name").asText().equals(name)) {
                    return UUID.fromString(organization.path("id").asText());
                }
            }
            var made = gateway.post(
                    "/api/v1/organizations",
                    "application/json",
                    BodyPublishers.ofByteArray(wanted),
                    tokens.platformAdmin());
            return UUID.fromString(made.path("id").asText());
        });
    }

    /** Loads the release of CPT numbers in words of our own, when no release of that label is there. */
    void ensureCodes(UUID organization) {
        made(() -> {
            var token = tokens.system(organization, "code-release:load", "code:read");
            var codes = new CodeReleaseClient(gateway, token);
            for (var release : items(gateway.get("/api/v1/code-systems/cpt/releases", token))) {
                if (release.path("release")
                        .asText(release.path("label").asText())
                        .equals("sandbox")) {
                    // a launcher may have been killed before it activated it; on an active one nothing happens
                    return codes.activate("cpt", "sandbox");
                }
            }
            codes.loadCsv("cpt", "sandbox", "2020-01-01", resource("cpt-sandbox.csv"));
            return codes.activate("cpt", "sandbox");
        });
    }

    private static <T> T made(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackException e) {
            throw new StackException("The sandbox's content cannot be made: " + e.getMessage(), e);
        }
    }

    private static Iterable<JsonNode> items(JsonNode answer) {
        return answer.isArray() ? answer : answer.path("items");
    }

    private static byte[] resource(String name) {
        try (var in = Resources.open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StackException("The jar cannot be read: " + e.getMessage(), e);
        }
    }
}
