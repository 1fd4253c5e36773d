package org.superbill.billing.x12file;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.billing.connection.Connections;
import org.superbill.billing.connection.Connections.MailboxFile;
import org.superbill.billing.job.BackgroundLoop;
import org.superbill.servicekit.tenancy.Tenancy;

/** Looks into each organization's mailboxes. A file is removed there only after it is safe here; what comes twice is known by its bytes. */
@ApplicationScoped
class MailboxJob {
    private static final Logger LOG = Logger.getLogger(MailboxJob.class);

    private final X12Files files;
    private final Connections connections;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Set<String> away = new HashSet<>();

    MailboxJob(
            X12Files files,
            Connections connections,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.mailbox.every") Duration every) {
        this.files = files;
        this.connections = connections;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("mailbox", every, this::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void look() {
        var organizations = tenancy.organizations();
        for (var connection : connections.names()) {
            try {
                for (var organization : organizations) {
                    look(connection, organization);
                }
                if (away.remove(connection)) {
                    LOG.infof("Connection %s answers again", connection);
                }
            } catch (Connections.Unreachable e) {
                if (away.add(connection)) {
                    LOG.warnf("Mailboxes wait: %s", e.getMessage());
                }
            }
        }
    }

    private void look(String connection, UUID organization) {
        for (var file : connections.list(connection, organization)) {
            try {
                take(connection, organization, file);
            } catch (Connections.Unreachable e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.errorf(e, "File %s of organization %s stays in the mailbox", file.id(), organization);
            }
        }
    }

    private void take(String connection, UUID organization, MailboxFile file) {
        var bytes = connections.fetch(connection, organization, file.id());
        var taken = tenancy.as(organization, () -> files.take(bytes, "mailbox:" + connection));
        LOG.infof(
                "File %s of organization %s: %s",
                taken.file().id(), organization, taken.file().state());
        connections.acknowledge(connection, organization, file.id());
    }
}
