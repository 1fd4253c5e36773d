package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case that is still to be coded, as a worklist shows it.
 *
 * @param specialty provider taxonomy code of who treated; absent while it is not known
 * @param payerId of the primary coverage; absent while it is not known, and without coverage
 * @param since the discharge, or the day of service
 * @param filingDeadline last day on which the payer takes the claim; absent while it is not known
 * @param daysOverdue since the due day; 0 until then
 * @param escalated whether it has been overdue for as long as the policy bears
 * @param escalatedOn the day on which that was seen and recorded; absent until then
 * @param escalatedTo the subject of whom it was then escalated to; absent where the policy named nobody
 * @param auditedBy the subject of who judged it last; absent when nobody has
 * @param score what the list is ordered by, highest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OpenCodingCase")
public record OpenCase(
        UUID id,
        CaseKind kind,
        UUID encounterId,
        CareSetting setting,
        CaseStatus status,
        @Nullable String specialty,
        @Nullable UUID payerId,
        long chargeCents,
        LocalDate since,
        @Nullable LocalDate filingDeadline,
        LocalDate dueOn,
        int daysOverdue,
        boolean escalated,
        @Nullable LocalDate escalatedOn,
        @Nullable String escalatedTo,
        boolean held,
        @Nullable String assignedTo,
        @Nullable String completedBy,
        @Nullable String auditedBy,
        long score) {}
