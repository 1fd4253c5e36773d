package org.superbill.billing.codefact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.superbill.billing.httpbody.TimedBody;

/** Reads files of facts from coding-service, with a service token. */
@ApplicationScoped
class CodingService {
    private static final String FILES = "/api/v1/code-facts/files";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Until it answers, and between two pieces of what it answers. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final Duration WHOLE_FILE = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final Optional<String> address;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final Duration answerWithin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    @Inject
    CodingService(
            @ConfigProperty(name = "superbill.coding-url") Optional<String> address,
            ServiceToken token,
            ObjectMapper json) {
        this(address, token, json, ANSWER);
    }

    CodingService(Optional<String> address, ServiceToken token, ObjectMapper json, Duration answerWithin) {
        this.address = address;
        this.token = token;
        this.json = json;
        this.answerWithin = answerWithin;
    }

    /** It has an address, and there is a token for it. */
    boolean isConfigured() {
        return address.isPresent() && token.isConfigured();
    }

    /** @throws UncheckedIOException when it does not answer */
    List<FactFile> list() {
        try (var body = get(FILES)) {
            return json.readValue(body, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compressed.
     *
     * @throws UncheckedIOException when it does not answer
     */
    byte[] fetch(String name) {
        var compressed = new ByteArrayOutputStream();
        try (var body = get(FILES + "/" + name);
                var zip = new GZIPOutputStream(compressed)) {
            body.transferTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private InputStream get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address.orElseThrow() + path))
                .timeout(answerWithin)
                .header("Authorization", "Bearer " + token.get())
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != OK) {
                answer.body().close();
                throw new IOException("coding-service answers %d to %s".formatted(answer.statusCode(), path));
            }
            return new TimedBody(answer.body(), answerWithin, WHOLE_FILE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
