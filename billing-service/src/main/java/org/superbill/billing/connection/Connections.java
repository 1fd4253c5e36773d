package org.superbill.billing.connection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends to and fetches from the mailboxes of a connection. A mailbox belongs to one organization. */
@ApplicationScoped
public class Connections {
    private final Map<String, ConnectionConfiguration.One> configured;
    private final Map<String, FileTransport> transports;

    Connections(ConnectionConfiguration configuration, ObjectMapper json) {
        this.configured = Map.copyOf(configuration.all());
        var made = new TreeMap<String, FileTransport>();
        configured.forEach((name, one) -> made.put(name, transport(name, one, json)));
        this.transports = made;
    }

    private static FileTransport transport(String name, ConnectionConfiguration.One one, ObjectMapper json) {
        return switch (String.valueOf(one.url().getScheme())) {
            case "http", "https" -> new HttpMailbox(name, one, json);
            case "sftp" -> new SftpFolder(name, one);
            case "file" -> new DropFolder(name, one);
            default ->
                throw new IllegalStateException(
                        "superbill.connection.%s.url is neither http(s), sftp nor file".formatted(name));
        };
    }

    void stop(@Observes ShutdownEvent stopping) {
        transports.values().forEach(FileTransport::close);
    }

    public Set<String> names() {
        return configured.keySet();
    }

    /** Whether files of this usage (ISA15: {@code T} or {@code P}) may go there. */
    public boolean carries(String connection, String usage) {
        var one = configured.get(connection);
        return one == null || one.usage().map(usage::equals).orElse(true);
    }

    /** How long between two looks into its mailboxes, where operations say so. */
    public Optional<Duration> fetchEvery(String connection) {
        return Optional.ofNullable(configured.get(connection)).flatMap(ConnectionConfiguration.One::fetchEvery);
    }

    /** Whether the connection is for the files of this organization. */
    public boolean serves(String connection, UUID organization) {
        var one = configured.get(connection);
        return one == null || one.organization().map(organization::equals).orElse(true);
    }

    /**
     * Puts a file where the partner does not look yet; again replaces what was staged.
     *
     * @param usage ISA15 of the file
     * @throws Unreachable when it is not certain that the whole file is there
     */
    public void stage(String connection, UUID organization, String usage, String name, byte[] file) {
        outgoing(connection, organization, usage).stage(organization, name, file);
    }

    /**
     * Hands a staged file over, whole and at once. Again does no harm.
     *
     * @return the partner's id of the file, where it gives one
     * @throws Unreachable when it is not certain that the partner has the file
     */
    public @Nullable String release(String connection, UUID organization, String usage, String name, byte[] file) {
        return outgoing(connection, organization, usage).release(organization, name, file);
    }

    /** What lies in the organization's mailbox, oldest first. */
    public List<MailboxFile> list(String connection, UUID organization) {
        return serves(connection, organization) ? transport(connection).list(organization) : List.of();
    }

    /**
     * @param mostBytes that are taken
     * @throws TooLarge when the file has more
     */
    public byte[] fetch(String connection, UUID organization, String fileId, int mostBytes) {
        return transport(connection).fetch(organization, fileId, mostBytes);
    }

    /** Removes a file from the mailbox, once what it says is safe in our database. */
    public void acknowledge(String connection, UUID organization, String fileId) {
        transport(connection).remove(organization, fileId);
    }

    private FileTransport outgoing(String connection, UUID organization, String usage) {
        if (!carries(connection, usage)) {
            throw new Unreachable("Connection %s does not carry files of usage %s".formatted(connection, usage));
        }
        if (!serves(connection, organization)) {
            throw new Unreachable("Connection %s is another organization's".formatted(connection));
        }
        return transport(connection);
    }

    private FileTransport transport(String connection) {
        var transport = transports.get(connection);
        if (transport == null) {
            throw new Unreachable("Connection %s is not configured".formatted(connection));
        }
        return transport;
    }
}
