package org.superbill.gateway.audittrail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventObserver;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** The audit trail: written as records cross Kafka, read and verified by an organization about itself. */
@ApplicationScoped
public class AuditTrail implements EventObserver {

    private static final String UNREADABLE = "unreadable";
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    /**
     * What is asked for; null is everything.
     *
     * @param subject the id of the entity that was touched
     * @param from inclusive
     * @param to exclusive
     */
    record Query(
            @Nullable String subject,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to) {}

    @Override
    public void observe(List<RawEvent> batch) {
        var records = new LinkedHashMap<UUID, AuditRecorded>();
        var organization = "";
        for (var event : batch) {
            if (event.topic().equals(EventContract.AUDIT_RECORDED.topic())) {
                var recorded = read(event);
                records.put(recorded.auditId(), recorded);
                organization = organization(event.envelope());
            }
        }
        if (!records.isEmpty()) {
            append(organization, records);
        }
    }

    private void append(String organization, LinkedHashMap<UUID, AuditRecorded> records) {
        var end = store.lockedEnd(records.keySet()); // from here on nobody else extends this chain
        records.keySet().removeAll(end.known());
        if (records.isEmpty()) {
            return;
        }
        var position = end.position();
        var previous = end.hash();
        var links = new ArrayList<AuditStore.Link>();
        for (var recorded : records.values()) {
            var entry = AuditEntry.of(organization, ++position, recorded);
            var hash = entry.hashAfter(previous);
            links.add(new AuditStore.Link(entry, previous, hash));
            previous = hash;
        }
        store.append(links);
    }

    @Transactional
    Page<AuditEvent> list(Query query, PageRequest page) {
        return Page.of(store.list(query, page.afterId(), page.fetch()), page, AuditEvent::id);
    }

    /** Computes every hash again; stops at the first entry that is not what it was, or is not there. */
    @Transactional
    Verification verify() {
        var walk = new Walk();
        store.walk(walk::isWhole);
        return new Verification(
                walk.brokenAt == null, walk.entries, HexFormat.of().formatHex(walk.head), walk.brokenAt);
    }

    private static final class Walk {
        private byte[] head = AuditEntry.BEGINNING;
        private long entries;
        private @Nullable Long brokenAt;

        boolean isWhole(AuditStore.Link link, long expectedPosition) {
            var whole = link.entry().position() == expectedPosition
                    && Arrays.equals(link.previousHash(), head)
                    && Arrays.equals(link.hash(), link.entry().hashAfter(head));
            if (whole) {
                head = link.hash();
                entries = expectedPosition;
            } else {
                brokenAt = expectedPosition;
            }
            return whole;
        }
    }

    /** A record that cannot be read is still a record that somebody did something: the trail says so instead of leaving it out. */
    private static AuditRecorded read(RawEvent event) {
        var envelope = event.envelope();
        try {
            return EventJson.read(event.data(), AuditRecorded.class);
        } catch (IllegalArgumentException e) {
            LOG.errorf("Audit record %s of %s cannot be read", envelope.id(), envelope.source());
            return new AuditRecorded(
                    envelope.id(),
                    envelope.time(),
                    envelope.source(),
                    UNREADABLE,
                    UNREADABLE,
                    UNREADABLE,
                    null,
                    UNREADABLE,
                    null,
                    null,
                    null);
        }
    }

    private static String organization(Envelope envelope) {
        return envelope.organization().equals(Envelope.NO_ORGANIZATION)
                ? ""
                : envelope.organization().toString();
    }
}
