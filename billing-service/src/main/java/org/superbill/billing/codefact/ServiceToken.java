package org.superbill.billing.codefact;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.httpbody.TimedBody;

/**
 * The token with which this service itself reads from another: it names no organization and has the scope {@code code-release:read}. Given ready-made, as in the sandbox, or got
 * from the identity provider with client credentials (RFC 6749, section 4.4).
 */
@ApplicationScoped
class ServiceToken {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long EARLIER_SECONDS = 30;
    private static final int OK = 200;

    private final Optional<String> given;
    private final Optional<String> address;
    private final Optional<String> client;
    private final Optional<String> secret;
    private final ObjectMapper json;
    private @Nullable String token;
    private long expiresNanos;

    ServiceToken(
            @ConfigProperty(name = "superbill.service-token") Optional<String> given,
            @ConfigProperty(name = "superbill.service-token.url") Optional<String> address,
            @ConfigProperty(name = "superbill.service-token.client-id") Optional<String> client,
            @ConfigProperty(name = "superbill.service-token.client-secret") Optional<String> secret,
            ObjectMapper json) {
        this.given = given;
        this.address = address;
        this.client = client;
        this.secret = secret;
        this.json = json;
    }

    boolean isConfigured() {
        return given.isPresent() || (address.isPresent() && client.isPresent() && secret.isPresent());
    }

    /** @throws UncheckedIOException when the identity provider does not give one */
    synchronized String get() {
        if (given.isPresent()) {
            return given.get();
        }
        var known = token;
        if (known != null && System.nanoTime() < expiresNanos) {
            return known;
        }
        try {
            return fetched();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private String fetched() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encoded(client.orElseThrow()), encoded(secret.orElseThrow()));
        var request = HttpRequest.newBuilder(URI.create(address.orElseThrow()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = new TimedBody(answer.body(), PATIENCE, PATIENCE)) {
            if (answer.statusCode() != OK) {
                throw new IOException("The identity provider answers " + answer.statusCode());
            }
            var told = json.readTree(body);
            var fresh = told.path("access_token").asText();
            token = fresh;
            expiresNanos = System.nanoTime()
                    + Duration.ofSeconds(told.path("expires_in").asLong() - EARLIER_SECONDS)
                            .toNanos();
            return fresh;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
