package org.superbill.billing.connection;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sends to and fetches from the mailboxes of a connection. A mailbox belongs to one organization. */
@ApplicationScoped
public class Connections {
    private final Map<String, ConnectionConfiguration.One> configured;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    Connections(ConnectionConfiguration configuration, ObjectMapper json) {
        this.configured = Map.copyOf(configuration.all());
        this.json = json;
    }

    public Set<String> names() {
        return configured.keySet();
    }

    /**
     * Delivers a file of claims. The same bytes may be delivered again: the receiver takes them once.
     *
     * @return the receiver's id of the file
     * @throws Unreachable when it is not certain that the receiver has the file
     */
    public String send(String connection, UUID organization, byte[] file) {
        var request = request(connection, organization, "/inbound")
                .header("Content-Type", "application/edi-x12")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        var answer = call(connection, request);
        return read(connection, answer, Delivered.class).id();
    }

    /** What lies in the organization's mailbox, oldest first. */
    public List<MailboxFile> list(String connection, UUID organization) {
        var request = request(connection, organization, "/files").GET().build();
        return read(connection, call(connection, request), Mailbox.class).files();
    }

    public byte[] fetch(String connection, UUID organization, String fileId) {
        return call(
                connection,
                request(connection, organization, "/files/" + fileId).GET().build());
    }

    /** Removes a file from the mailbox, once what it says is safe in our database. */
    public void acknowledge(String connection, UUID organization, String fileId) {
        call(
                connection,
                request(connection, organization, "/files/" + fileId).DELETE().build());
    }

    private HttpRequest.Builder request(String connection, UUID organization, String path) {
        var configuration = configured.get(connection);
        if (configuration == null) {
            throw new Unreachable("Connection %s is not configured".formatted(connection));
        }
        var base = configuration.url().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create("%s/mailboxes/%s%s".formatted(base, organization, path)))
                .timeout(configuration.timeout());
    }

    private byte[] call(String connection, HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new Unreachable("Connection %s answers %d".formatted(connection, answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new Away("Connection %s does not answer: %s"
                    .formatted(connection, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("Connection %s was interrupted".formatted(connection));
        }
    }

    private <T> T read(String connection, byte[] body, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (IOException e) {
            throw new Unreachable("Connection %s answers what is not understood".formatted(connection));
        }
    }

    /** What was asked of a connection cannot be had right now; it is tried again later. */
    public static class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }
    }

    /** Nobody answers at the connection, so that every organization has to wait. */
    public static final class Away extends Unreachable {
        private static final long serialVersionUID = 1L;

        Away(String message) {
            super(message);
        }
    }

    /** A file that waits in a mailbox. */
    public record MailboxFile(String id, String name, String kind) {}

    private record Mailbox(List<MailboxFile> files) {}

    private record Delivered(String id) {}
}
