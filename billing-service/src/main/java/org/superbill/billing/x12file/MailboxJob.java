package org.superbill.billing.x12file;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.billing.connection.Away;
import org.superbill.billing.connection.Connections;
import org.superbill.billing.connection.MailboxFile;
import org.superbill.billing.connection.Unreachable;
import org.superbill.billing.job.Retries;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Looks into each organization's mailboxes. A file is removed there only after it is safe here; what comes twice is known by its bytes. */
@ApplicationScoped
class MailboxJob {
    private static final Logger LOG = Logger.getLogger(MailboxJob.class);

    private static final int MOST_REFUSALS = 5;

    private final X12Files files;
    private final Mailboxes mailboxes;
    private final Connections connections;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, Long> looked = new HashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Retries retries;

    MailboxJob(
            X12Files files,
            Mailboxes mailboxes,
            Connections connections,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.mailbox.every") Duration every,
            @ConfigProperty(name = "superbill.mailbox.retry-after", defaultValue = "1S") Duration retryAfter) {
        this.files = files;
        this.mailboxes = mailboxes;
        this.connections = connections;
        this.tenancy = tenancy;
        this.retries = new Retries(System::nanoTime, retryAfter);
        this.loop = new BackgroundLoop("mailbox", every, this::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void look() {
        var due = connections.names().stream().filter(this::isDue).toList();
        var organizations = due.isEmpty() ? Map.<String, List<UUID>>of() : mailboxes.byConnection();
        for (var connection : due) {
            try {
                organizations
                        .getOrDefault(connection, List.of())
                        .forEach(organization -> look(connection, organization));
                answers(connection);
            } catch (Away e) {
                waits(connection, e);
            }
        }
    }

    /** Partners that bill or bar frequent callers are looked at as often as operations say. */
    private boolean isDue(String connection) {
        var every = connections.fetchEvery(connection);
        var last = looked.get(connection);
        var now = System.nanoTime();
        if (every.isPresent() && last != null && now - last < every.get().toNanos()) {
            return false;
        }
        looked.put(connection, now);
        return true;
    }

    /** Trouble with one organization's mailbox or file is not the next one's. */
    private void look(String connection, UUID organization) {
        var mailbox = "%s of organization %s".formatted(connection, organization);
        try {
            connections.list(connection, organization).stream()
                    .filter(file -> retries.isDue(file.id()))
                    .forEach(file -> take(connection, organization, file));
            answers(mailbox);
        } catch (Away e) {
            throw e;
        } catch (RuntimeException e) {
            waits(mailbox, e);
        }
    }

    private void take(String connection, UUID organization, MailboxFile file) {
        try {
            var bytes = connections.fetch(connection, organization, file.id());
            var taken = taken(connection, organization, file, bytes);
            LOG.infof(
                    "File %s of organization %s: %s",
                    taken.file().id(), organization, taken.file().state());
            connections.acknowledge(connection, organization, file.id());
            retries.succeeded(file.id());
            refusals.remove(file.id());
        } catch (Away e) {
            throw e;
        } catch (RuntimeException e) {
            retries.failed(file.id());
            LOG.errorf(
                    WithoutMessages.of(e), "File %s of organization %s stays in the mailbox", file.id(), organization);
        }
    }

    /** What fails for a reason of its own must not stay for ever, unseen. */
    private X12Files.Taken taken(String connection, UUID organization, MailboxFile file, byte[] bytes) {
        var source = X12Files.MAILBOX + connection;
        try {
            return tenancy.as(organization, () -> files.take(bytes, source));
        } catch (RuntimeException e) {
            if (refusals.merge(file.id(), 1, Integer::sum) < MOST_REFUSALS) {
                throw e;
            }
            LOG.errorf(WithoutMessages.of(e), "File %s cannot be applied and is rejected", file.id());
            var why = "The file could not be applied in %d attempts (%s): upload it again when the cause is found"
                    .formatted(MOST_REFUSALS, e.getClass().getSimpleName());
            return tenancy.as(organization, () -> files.refuse(bytes, source, why));
        }
    }

    private void answers(String mailbox) {
        if (waiting.remove(mailbox)) {
            LOG.infof("Mailbox %s answers again", mailbox);
        }
    }

    private void waits(String mailbox, RuntimeException e) {
        if (waiting.add(mailbox)) {
            var why = e instanceof Unreachable ? e.getMessage() : e.getClass().getName();
            LOG.warnf("Mailbox %s waits: %s", mailbox, why);
        }
    }
}
