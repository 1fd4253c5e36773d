package org.superbill.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the Keycloak in containers: for each role a client of the organization's own, made over Keycloak's admin API. It may be a real system that is tried out:
 * nobody else knows their secret, and none is left.
 */
final class KeycloakTokens implements Tokens, AutoCloseable {
    private final String secret = secret();
    private final List<String> clientIds = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String adminPassword;
    private final String platformSecret;

    KeycloakTokens(URI keycloak, String adminPassword, String platformSecret) {
        this.keycloak = keycloak;
        this.adminPassword = adminPassword;
        this.platformSecret = platformSecret;
    }

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String platformAdmin() {
        return clientToken("superbill-platform", platformSecret);
    }

    String clientToken(String client, String secret) {
        return token(
                "superbill", Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    @Override
    public String of(String organizationId, String role) {
        var client = "journey-%s-%s".formatted(role, organizationId);
        var admin = admin();
        call(admin, "POST", "/clients", """
                {"clientId": "%s", "secret": "%s", "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                 "directAccessGrantsEnabled": false, "defaultClientScopes": ["superbill"]}
                """.formatted(client, secret));
        var clientId = call(admin, "GET", "/clients?clientId=" + client, null)
                .get(0)
                .path("id")
                .asText();
        clientIds.add(clientId);
        var account = (com.fasterxml.jackson.databind.node.ObjectNode)
                call(admin, "GET", "/clients/%s/service-account-user".formatted(clientId), null);
        account.putObject("attributes").putArray("organization").add(organizationId);
        call(admin, "PUT", "/users/" + account.path("id").asText(), account.toString());
        var realmRole = call(admin, "GET", "/roles/" + role, null);
        call(
                admin,
                "POST",
                "/users/%s/role-mappings/realm".formatted(account.path("id").asText()),
                "[%s]".formatted(realmRole));
        return clientToken(client, secret);
    }

    /** Deletes the clients that it has made. */
    @Override
    public void close() {
        var admin = admin();
        clientIds.forEach(id -> call(admin, "DELETE", "/clients/" + id, null));
        clientIds.clear();
    }

    private String admin() {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        adminPassword));
    }

    private String token(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json(HttpRequest.newBuilder(
                                keycloak.resolve("/realms/%s/protocol/openid-connect/token".formatted(realm)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .path("access_token")
                .asText();
    }

    private JsonNode call(String admin, String method, String path, @Nullable String body) {
        return json(HttpRequest.newBuilder(keycloak.resolve("/admin/realms/superbill" + path))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode json(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answers %d to %s: %s"
                        .formatted(response.statusCode(), request.uri(), response.body()));
            }
            return Gateway.JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Keycloak does not answer JSON to " + request.uri(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
