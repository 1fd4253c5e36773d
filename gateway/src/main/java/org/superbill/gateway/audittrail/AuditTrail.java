package org.superbill.gateway.audittrail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventObserver;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** The audit trail: written as records cross Kafka, read and verified by an organization about itself. */
@ApplicationScoped
public class AuditTrail implements EventObserver {

    private static final String UNREADABLE = "unreadable";
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final AuditStore store;
    private final Duration timePerVerification;

    AuditTrail(
            AuditStore store,
            @ConfigProperty(name = "superbill.audit.time-per-verification", defaultValue = "30s")
                    Duration timePerVerification) {
        this.store = store;
        this.timePerVerification = timePerVerification;
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
            @Nullable Instant to) {

        Query {
            subject = subject == null
                    ? null
                    : Ids.read(subject).map(UUID::toString).orElse(subject);
        }

        /** As patients are known by; null for what is no id. */
        @Nullable
        UUID subjectAsId() {
            return subject == null ? null : Ids.read(subject).orElse(null);
        }

        /** As records of before have it whose request wrote the id so. */
        @Nullable
        String subjectInCapitals() {
            return subject == null ? null : subject.toUpperCase(Locale.ROOT);
        }
    }

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

    /** @throws Problem {@code VALIDATION_FAILED} when the cursor is of no entry */
    @Transactional
    Page<AuditEvent> list(Query query, PageRequest page) {
        if (page.afterId() != null && !store.has(page.afterId())) {
            throw invalid("?cursor", "unknown-entry", "cursor is not the nextCursor of a page of this trail");
        }
        return Page.of(store.list(query, page.afterId(), page.fetch()), page, AuditEvent::id);
    }

    /**
     * Computes every hash again from an entry on; stops at the first entry that is not what it was, or is not there, and when the time
     * is over. Each page is a transaction of its own: a chain only grows at its end.
     *
     * @param after how many entries were found whole before; 0 for all
     * @param head the hash of the last of them, 64 hexadecimal digits; null for all
     * @throws Problem {@code VALIDATION_FAILED}
     */
    Verification verify(long after, @Nullable String head) {
        var walk = new Walk(after, head(after, head));
        var until = System.nanoTime() + timePerVerification.toNanos();
        var isComplete = after > 0 && !walk.isHeadThere(page(after - 1, 1));
        do {
            isComplete = isComplete || walk.isOver(page(walk.entries, AuditStore.ROWS_AT_A_TIME));
        } while (!isComplete && System.nanoTime() < until);
        return new Verification(
                walk.brokenAt == null, isComplete, walk.entries, HexFormat.of().formatHex(walk.head), walk.brokenAt);
    }

    private List<AuditStore.Link> page(long after, int rows) {
        return QuarkusTransaction.requiringNew().call(() -> store.after(after, rows));
    }

    private static byte[] head(long after, @Nullable String head) {
        if (after < 0) {
            throw invalid("?after", "min", "after is 0 or more");
        }
        if (after == 0 && head == null) {
            return AuditEntry.BEGINNING;
        }
        if (after == 0 || head == null || !HASH.matcher(head).matches()) {
            throw invalid(
                    "?head", "of-after", "head is the hash of the entry at the position after, and comes with it");
        }
        return HexFormat.of().parseHex(head);
    }

    private static Problem invalid(String pointer, String code, String message) {
        return new Problem(
                KitProblem.VALIDATION_FAILED, "A query parameter is not valid", new FieldError(pointer, code, message));
    }

    private static final class Walk {
        private byte[] head;
        private long entries;
        private @Nullable Long brokenAt;

        Walk(long entries, byte[] head) {
            this.entries = entries;
            this.head = head;
        }

        /** A chain that was cut short, or begun anew, does not have the entry that somebody has kept the hash of. */
        boolean isHeadThere(List<AuditStore.Link> last) {
            var there = last.size() == 1
                    && last.get(0).entry().position() == entries
                    && Arrays.equals(last.get(0).hash(), head);
            if (!there) {
                brokenAt = entries;
            }
            return there;
        }

        /** Whether there is no more to look at after these. */
        boolean isOver(List<AuditStore.Link> page) {
            return page.isEmpty() || !page.stream().allMatch(this::isWhole);
        }

        private boolean isWhole(AuditStore.Link link) {
            var whole = link.entry().position() == entries + 1
                    && Arrays.equals(link.previousHash(), head)
                    && Arrays.equals(link.hash(), link.entry().hashAfter(head));
            if (whole) {
                head = link.hash();
                entries++;
            } else {
                brokenAt = entries + 1;
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
