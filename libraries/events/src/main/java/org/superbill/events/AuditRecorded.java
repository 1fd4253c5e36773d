package org.superbill.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has read or written patient data or changed what decides about money, or tried to. Ids only, never the data. Key: audit id.
 *
 * @param actor the token's {@code sub}
 * @param action the operation, as in the OpenAPI document
 * @param entityType e.g. {@code patient}, {@code claim}
 * @param entityId absent for lists
 * @param outcome {@code success} or the name of the problem, as the last part of its {@code type}: {@code forbidden}; before 28 November 2026 {@code FORBIDDEN}
 * @param purpose the caller's {@code X-Purpose-Of-Use}
 * @param address where the call came from
 * @param patientIds whose data it was about; absent where it was about no patient. A call that was about more than a thousand has several records
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
        @Nullable String requestId,
        @Nullable List<UUID> patientIds)
        implements Event {

    public AuditRecorded {
        patientIds = patientIds == null ? null : List.copyOf(patientIds);
    }

    @Override
    public String subject() {
        return auditId.toString();
    }
}
