package org.superbill.billing.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a claim.
 *
 * @param claimVersion absent where it concerns no version
 * @param step e.g. {@code payer-payment}, {@code denied}
 * @param detail in plain words, without patient data
 * @param actor the person who did it; absent where none did
 * @param source what it comes from, e.g. {@code remittance}, with its id
 */
public record TimelineEntry(
        Instant at,
        @Nullable Integer claimVersion,
        String step,
        String detail,
        @Nullable String actor,
        String source,
        UUID sourceId,
        @Nullable Long amountCents) {}
