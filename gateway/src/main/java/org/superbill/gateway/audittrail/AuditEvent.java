package org.superbill.gateway.audittrail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link of the chain as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Somebody has read or written patient data or changed what decides about money, or tried to")
record AuditEvent(
        UUID id,

        @Schema(description = "1, 2, 3 … in the organization's chain")
        long position,

        Instant at,
        @Schema(examples = "patient-service") String service,
        @Schema(description = "The token's sub") String actor,

        @Schema(description = "The operation, as in this document", examples = "getPatient")
        String action,

        @Schema(examples = "patient") String entityType,
        @Schema(description = "Absent for lists") @Nullable String entityId,

        @Schema(
                description =
                        "success, or the name of the problem: the last part of its type (forbidden); in records from before 28 November 2026 in capitals (FORBIDDEN)")
        String outcome,

        @Schema(description = "The caller's X-Purpose-Of-Use") @Nullable
        String purpose,

        @Nullable String address,
        @Nullable String requestId,

        @Schema(description = "The patients whose data it was about, whatever its entity was")
        List<UUID> patientIds,

        @Schema(description = "SHA-256 over the hash before and this entry, in hexadecimal")
        String hash) {

    static AuditEvent of(AuditEntry entry, byte[] hash) {
        return new AuditEvent(
                entry.id(),
                entry.position(),
                entry.at(),
                entry.service(),
                entry.actor(),
                entry.action(),
                entry.entityType(),
                entry.entityId(),
                entry.outcome(),
                entry.purpose(),
                entry.address(),
                entry.requestId(),
                entry.patientIds(),
                HexFormat.of().formatHex(hash));
    }
}
