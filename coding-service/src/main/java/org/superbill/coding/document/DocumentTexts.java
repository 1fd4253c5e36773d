package org.superbill.coding.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.request.RequestIds;
import org.superbill.servicekit.request.RequestTrace;

/**
 * Reads the texts of documents from patient-service with the token of whoever asks: it shows nothing that the caller could not read
 * there, and the reading is in the audit trail under the caller's name, with the address, the purpose and the request id of the call that it is part of.
 */
@ApplicationScoped
public class DocumentTexts {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    /** What the record of a reading is made of besides the token. */
    private static final List<String> TOLD_ON =
            List.of(FORWARDED_FOR, RequestIds.HEADER, "X-Purpose-Of-Use", RequestTrace.TRACEPARENT);

    private static final int OK = 200;
    private static final int GONE = 404;
    private static final int NOT_ALLOWED = 403;

    private final SecurityIdentity identity;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    DocumentTexts(
            SecurityIdentity identity,
            CurrentVertxRequest current,
            ObjectMapper json,
            @ConfigProperty(name = "superbill.patient-url") String address) {
        this.identity = identity;
        this.current = current;
        this.json = json;
        this.address = address;
    }

    /**
     * Empty when the encounter has no such document, or the caller may not read it.
     *
     * @throws Problem {@code UNAVAILABLE} when patient-service does not answer
     */
    public Optional<String> read(UUID encounterId, UUID documentId) {
        var request = HttpRequest.newBuilder(
                        URI.create("%s/api/v1/encounters/%s/documents/%s".formatted(address, encounterId, documentId)))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json");
        told().forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == GONE || answer.statusCode() == NOT_ALLOWED) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK) {
                throw away();
            }
            return Optional.ofNullable(json.readTree(answer.body()).path("text").textValue());
        } catch (IOException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        var request = current.getCurrent().request();
        for (var name : TOLD_ON) {
            var value = request.getHeader(name);
            if (value != null) {
                told.put(name, value);
            }
        }
        if (request.remoteAddress() != null) {
            told.putIfAbsent(FORWARDED_FOR, request.remoteAddress().hostAddress());
        }
        return told;
    }

    private String token() {
        var credential = identity.getCredential(TokenCredential.class);
        if (credential == null) {
            throw new IllegalStateException("Documents are read for a caller, and there is none");
        }
        return credential.getToken();
    }

    private static Problem away() {
        return Problem.retryAfter(KitProblem.UNAVAILABLE, "The record cannot be read just now", Duration.ofSeconds(5));
    }
}
