package org.superbill.gateway.proxy;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.superbill.servicekit.testing.TestTokens;

/** Calls through the gateway, and what the double of a service knows of them. */
abstract class ProxyCalls {
    static final String PROBLEM = "application/problem+json";
    static final int MEGABYTE = 1024 * 1024;
    static final UUID ORGANIZATION = UUID.fromString("01966f2d-0a1b-7c2d-8e3f-4a5b6c7d8e9f");

    @TestHTTPResource("/")
    URI gateway;

    @ConfigProperty(name = "superbill.gateway.patient-url")
    URI patientService;

    /** How many requests the patient-service's double has seen. */
    int forwarded() throws Exception {
        return Integer.parseInt(patientDouble("requests"));
    }

    String patientDouble(String what) throws Exception {
        return http().send(
                        HttpRequest.newBuilder(patientService.resolve("/double/" + what))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    RequestSpecification as(String role) {
        return given().urlEncodingEnabled(false).auth().oauth2(token(role));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token("biller"));
    }

    String raw(String request) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static String token(String role) {
        return TestTokens.of(ORGANIZATION, role);
    }
}
