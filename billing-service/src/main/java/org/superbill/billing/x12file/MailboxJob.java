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
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.billing.connection.Away;
import org.superbill.billing.connection.Connections;
import org.superbill.billing.connection.MailboxFile;
import org.superbill.billing.connection.TooLarge;
import org.superbill.billing.connection.Unreachable;
import org.superbill.billing.job.Retries;
import org.superbill.servicekit.inbox.Failure;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Looks into each organization's mailboxes. A file is removed there only after it is safe here; what comes twice is known by its bytes. */
@ApplicationScoped
class MailboxJob {
    private static final Logger LOG = Logger.getLogger(MailboxJob.class);

    private static final int MOST_REFUSALS = 5;
    /** Of the wait for a connection that is away: with a first wait of 1 s a quarter of a minute at most. */
    private static final int MOST_DOUBLINGS = 4;

    private final X12Files files;
    private final Mailboxes mailboxes;
    private final Connections connections;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, Long> looked = new HashMap<>();
    private final Map<Mailbox, FailedFiles> failed = new HashMap<>();
    /** Connections that cannot be reached; each try may take as long as their timeout, in which nobody's mailbox is looked into. */
    private final Retries away;

    private final Duration retryAfter;
    private final int mostBytes;

    MailboxJob(
            X12Files files,
            Mailboxes mailboxes,
            Connections connections,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.mailbox.every") Duration every,
            @ConfigProperty(name = "superbill.mailbox.retry-after", defaultValue = "1S") Duration retryAfter,
            @ConfigProperty(name = "superbill.x12-file.max-bytes") int mostBytes) {
        this.files = files;
        this.mailboxes = mailboxes;
        this.connections = connections;
        this.tenancy = tenancy;
        this.away = new Retries(System::nanoTime, retryAfter, MOST_DOUBLINGS);
        this.retryAfter = retryAfter;
        this.mostBytes = mostBytes;
        this.loop = new BackgroundLoop("mailbox", every, this::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void look() {
        var due = connections.names().stream()
                .filter(away::isDue)
                .filter(this::isDue)
                .toList();
        var organizations = due.isEmpty() ? Map.<String, List<UUID>>of() : mailboxes.byConnection();
        for (var connection : due) {
            try {
                organizations
                        .getOrDefault(connection, List.of())
                        .forEach(organization -> look(new Mailbox(connection, organization)));
                away.succeeded(connection);
                answers(connection);
            } catch (Away e) {
                away.failed(connection);
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

    /** An organization's files at a connection: partners name them as they like, and each mailbox has its own names. */
    private record Mailbox(String connection, UUID organization) {
        String source() {
            return X12Files.MAILBOX + connection;
        }

        @Override
        public String toString() {
            return "%s of organization %s".formatted(connection, organization);
        }
    }

    /** Trouble with one organization's mailbox or file is not the next one's. */
    private void look(Mailbox mailbox) {
        try {
            var listed = connections.list(mailbox.connection(), mailbox.organization());
            var failures = failed.computeIfAbsent(mailbox, unused -> new FailedFiles(retryAfter));
            failures.keepOnly(listed.stream().map(MailboxFile::id).collect(Collectors.toSet()));
            for (var file : listed) {
                if (failures.isDue(file.id())) {
                    take(mailbox, file, failures);
                }
            }
            answers(mailbox.toString());
        } catch (Away e) {
            throw e;
        } catch (RuntimeException | Error e) {
            waits(mailbox.toString(), e);
        }
    }

    private void take(Mailbox mailbox, MailboxFile file, FailedFiles failures) {
        try {
            var bytes = connections.fetch(mailbox.connection(), mailbox.organization(), file.id(), mostBytes);
            var taken = taken(mailbox, file, bytes, failures);
            LOG.infof(
                    "File %s of organization %s: %s",
                    taken.file().id(), mailbox.organization(), taken.file().state());
            connections.acknowledge(mailbox.connection(), mailbox.organization(), file.id());
            failures.succeeded(file.id());
        } catch (Away e) {
            throw e;
        } catch (TooLarge e) {
            failures.waits(file.id());
            tooLarge(mailbox, e);
        } catch (RuntimeException | Error e) {
            failures.waits(file.id());
            LOG.errorf(WithoutMessages.of(e), "File %s stays in mailbox %s", file.id(), mailbox);
        }
    }

    /** What fails for a reason of its own must not stay for ever, unseen; what the database being away does to a file says nothing of the file. */
    private X12Files.Taken taken(Mailbox mailbox, MailboxFile file, byte[] bytes, FailedFiles failures) {
        try {
            return tenancy.as(mailbox.organization(), () -> files.take(bytes, mailbox.source()));
        } catch (RejectedFile rejected) {
            return keep(mailbox, rejected);
        } catch (RuntimeException | Error e) { // one file may be deeper than the stack, or larger than the heap
            if (Failure.of(e) == Failure.PASSES || failures.ofItsOwn(file.id()) < MOST_REFUSALS) {
                throw e;
            }
            LOG.errorf(WithoutMessages.of(e), "File %s cannot be applied and is rejected", file.id());
            var why = "The file could not be applied in %d attempts (%s): upload it again when the cause is found"
                    .formatted(MOST_REFUSALS, e.getClass().getSimpleName());
            return keep(mailbox, RejectedFile.because(bytes, mailbox.source(), why));
        }
    }

    /** It stays where it is: a larger limit, or smaller files, are a person's to arrange. */
    private void tooLarge(Mailbox mailbox, TooLarge file) {
        var why =
                "The file has more than %d bytes (superbill.x12-file.max-bytes): it stays in the mailbox, and only its beginning is kept here"
                        .formatted(mostBytes);
        var kept = keep(mailbox, RejectedFile.because(file.beginning(), mailbox.source(), why));
        LOG.warnf("File %s of mailbox %s is too large", kept.file().id(), mailbox);
    }

    private X12Files.Taken keep(Mailbox mailbox, RejectedFile rejected) {
        return tenancy.as(mailbox.organization(), () -> files.keep(rejected));
    }

    private void answers(String mailbox) {
        if (waiting.remove(mailbox)) {
            LOG.infof("Mailbox %s answers again", mailbox);
        }
    }

    private void waits(String mailbox, Throwable e) {
        if (waiting.add(mailbox)) {
            var why = e instanceof Unreachable ? e.getMessage() : e.getClass().getName();
            LOG.warnf("Mailbox %s waits: %s", mailbox, why);
        }
    }
}
