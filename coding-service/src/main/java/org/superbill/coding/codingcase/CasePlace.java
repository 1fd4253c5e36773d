package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands among others, as far as it is known yet. Stored with the case; from then on {@link CaseQueueStore} alone changes it,
 * apart from the case's revision.
 *
 * @param payerId of the primary coverage
 * @param filingDeadline last day on which the payer takes the claim
 * @param specialty provider taxonomy code of who treated
 */
@Embeddable
record CasePlace(
        @Column(name = "payer_id", updatable = false) @Nullable
        UUID payerId,

        @Column(name = "filing_deadline", updatable = false) @Nullable
        LocalDate filingDeadline,

        @Column(updatable = false) @Nullable String specialty) {}
