package org.superbill.billing.connection;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.superbill.billing.httpbody.TimedBody;

/** Mailboxes over HTTP. The partner takes the same bytes once, however often they come: nothing needs to be staged. */
final class HttpMailbox implements FileTransport {
    /** What a partner says of its mailbox; files may be larger. */
    private static final int MOST_OF_AN_ANSWER = 4 << 20;
    /** Timeouts in which a whole file has to come. */
    private static final int WHOLE_FILE = 30;

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
        return read(call(request, Away::new), Delivered.class).id();
    }

    @Override
    public List<MailboxFile> list(UUID organization) {
        return read(call(request(organization, "/files").GET().build(), Away::new), Mailbox.class)
                .files();
    }

    @Override
    public byte[] fetch(UUID organization, String fileId, int mostBytes) {
        return call(
                request(organization, file(fileId)).GET().build(),
                mostBytes,
                configuration.timeout().multipliedBy(WHOLE_FILE),
                Unreachable::new);
    }

    @Override
    public void remove(UUID organization, String fileId) {
        call(request(organization, file(fileId)).DELETE().build(), Unreachable::new);
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

    private byte[] call(HttpRequest request, Function<String, Unreachable> broken) {
        return call(request, MOST_OF_AN_ANSWER, configuration.timeout(), broken);
    }

    /**
     * @param whole how long the body may take; between two pieces of it not more than the connection's timeout
     * @param broken what it means that the partner, once reached, does not answer
     */
    private byte[] call(HttpRequest request, int mostBytes, Duration whole, Function<String, Unreachable> broken) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = new TimedBody(answer.body(), configuration.timeout(), whole)) {
                if (answer.statusCode() / 100 != 2) {
                    throw new Unreachable("Connection %s answers %d".formatted(connection, answer.statusCode()));
                }
                var declared = answer.headers().firstValueAsLong("Content-Length");
                return PartnerFile.read(body, declared.orElse(0), mostBytes);
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Away("Connection %s cannot be reached: %s"
                    .formatted(connection, e.getClass().getSimpleName()));
        } catch (IOException e) {
            throw broken.apply("Connection %s does not answer: %s"
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
