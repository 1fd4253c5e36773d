package org.superbill.gateway.audittrail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.events.AuditRecorded;
import org.superbill.servicekit.ids.Sha256;

/**
 * One link of an organization's chain, without its hash.
 *
 * @param organization empty for what belongs to no organization
 * @param position 1, 2, 3 … without gaps
 * @param patientIds whose data it was about, in ascending order
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
        @Nullable String requestId,
        List<UUID> patientIds) {

    /** What the first link follows. */
    static final byte[] BEGINNING = new byte[32];

    AuditEntry {
        at = at.truncatedTo(
                ChronoUnit.MICROS); // what the database keeps: the hash must come out the same when read back
        patientIds = patientIds.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString)) // as PostgreSQL sorts them
                .toList();
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
                event.requestId(),
                event.patientIds() == null ? List.of() : event.patientIds());
    }

    /**
     * SHA-256 over the link before and every field with its length, so that no two entries have the same text. Whose data it was about came later: where
     * nobody is named, the hash is as it was before.
     */
    byte[] hashAfter(byte[] previous) {
        var canonical = new StringBuilder();
        var fields = new ArrayList<@Nullable Object>(Arrays.asList(
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
                requestId));
        if (!patientIds.isEmpty()) {
            fields.add(patientIds.stream().map(UUID::toString).collect(Collectors.joining(" ")));
        }
        for (var field : fields) {
            var text = field == null ? null : field.toString();
            canonical.append(text == null ? "-" : text.length() + ":" + text).append('\n');
        }
        var sha256 = Sha256.digest();
        sha256.update(previous);
        return sha256.digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }
}
