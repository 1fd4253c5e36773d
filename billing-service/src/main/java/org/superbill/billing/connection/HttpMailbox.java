package org.superbill.billing.connection;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Mailboxes over HTTP. The partner takes the same bytes once, however often they come: nothing needs to be staged. */
final class HttpMailbox implements FileTransport {
    private final String connection;
    private final ConnectionConfiguration.One configuration;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    HttpMailbox(String connection, ConnectionConfiguration.One configuration, ObjectMapper json) {
        this.connection = connection;
        this.configuration = configuration;
        this.json = json;
    }

    @Override
    public void stage(UUID organization, String name, byte[] file) {}

    @Override
    public String release(UUID organization, String name, byte[] file) {
        var request = request(organization, "/inbound")
                .header("Content-Type", "application/edi-x12")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        return read(call(request), Delivered.class).id();
    }

    @Override
    public List<MailboxFile> list(UUID organization) {
        return read(call(request(organization, "/files").GET().build()), Mailbox.class)
                .files();
    }

    @Override
    public byte[] fetch(UUID organization, String fileId) {
        return call(request(organization, file(fileId)).GET().build());
    }

    @Override
    public void remove(UUID organization, String fileId) {
        call(request(organization, file(fileId)).DELETE().build());
    }

    /** The partner names its files as it likes: whatever it says stays one part of the path. */
    private static String file(String fileId) {
        if (fileId.equals(".") || fileId.equals("..")) {
            throw new Unreachable("A file of the mailbox has no name");
        }
        return "/files/" + URLEncoder.encode(fileId, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(UUID organization, String path) {
        var base = configuration.url().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create("%s/mailboxes/%s%s".formatted(base, organization, path)))
                .timeout(configuration.timeout());
    }

    private byte[] call(HttpRequest request) {
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

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (IOException e) {
            throw new Unreachable("Connection %s answers what is not understood".formatted(connection));
        }
    }

    private record Mailbox(List<MailboxFile> files) {}

    private record Delivered(String id) {}
}
