package org.superbill.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has read or written patient data or changed what decides about money, or tried to. Ids only, never the data. Key: audit id.
 *
 * @param actor the token's {@code sub}
 * @param action the operation, as in the OpenAPI document
 * @param entityType e.g. {@code patient}, {@code claim}
 * @param entityId absent for lists
 * @param outcome {@code success} or the name of the problem
 * @param purpose the caller's {@code X-Purpose-Of-Use}
 * @param address where the call came from
 */
public record AuditRecorded(
        UUID auditId,
        Instant at,
        String service,
        String actor,
        String action,
        String entityType,
        @Nullable String entityId,
        String outcome,
        @Nullable String purpose,
        @Nullable String address,
        @Nullable String requestId)
        implements Event {
    @Override
    public String subject() {
        return auditId.toString();
    }
}
