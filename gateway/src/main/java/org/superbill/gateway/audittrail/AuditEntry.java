package org.superbill.gateway.audittrail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.events.AuditRecorded;
import org.superbill.servicekit.ids.Sha256;

/**
 * One link of an organization's chain, without its hash.
 *
 * @param organization empty for what belongs to no organization
 * @param position 1, 2, 3 … without gaps
 */
record AuditEntry(
        String organization,
        long position,
        UUID id,
        Instant at,
        String service,
        String actor,
        String action,
        String entityType,
        @Nullable String entityId,
        String outcome,
        @Nullable String purpose,
        @Nullable String address,
        @Nullable String requestId) {

    /** What the first link follows. */
    static final byte[] BEGINNING = new byte[32];

    AuditEntry {
        at = at.truncatedTo(
                ChronoUnit.MICROS); // what the database keeps: the hash must come out the same when read back
    }

    static AuditEntry of(String organization, long position, AuditRecorded event) {
        return new AuditEntry(
                organization,
                position,
                event.auditId(),
                event.at(),
                event.service(),
                event.actor(),
                event.action(),
                event.entityType(),
                event.entityId(),
                event.outcome(),
                event.purpose(),
                event.address(),
                event.requestId());
    }

    /** SHA-256 over the link before and every field with its length, so that no two entries have the same text. */
    byte[] hashAfter(byte[] previous) {
        var canonical = new StringBuilder();
        for (var field : Arrays.asList(
                organization,
                position,
                id,
                at,
                service,
                actor,
                action,
                entityType,
                entityId,
                outcome,
                purpose,
                address,
                requestId)) {
            var text = field == null ? null : field.toString();
            canonical.append(text == null ? "-" : text.length() + ":" + text).append('\n');
        }
        var sha256 = Sha256.digest();
        sha256.update(previous);
        return sha256.digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }
}
