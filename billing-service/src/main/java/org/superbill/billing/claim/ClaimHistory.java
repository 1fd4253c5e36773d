package org.superbill.billing.claim;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.timeline.TimelineEntry;

/** What happened to a claim, oldest first. */
record ClaimHistory(UUID claimId, List<Step> steps) {
    ClaimHistory {
        steps = List.copyOf(steps);
    }

    /** Steps of the claim and what other features tell of it; what happened at one moment stays in the order given. */
    static ClaimHistory of(UUID claimId, List<Step> ofClaim, Stream<TimelineEntry> others) {
        return new ClaimHistory(
                claimId,
                Stream.concat(ofClaim.stream(), others.map(Step::of))
                        .sorted(Comparator.comparing(Step::at))
                        .toList());
    }

    /**
     * @param claimVersion absent for what concerns no version
     * @param detail in plain words, without patient data
     * @param actor the person, or {@code system}
     * @param amountCents of a posting or refusal
     */
    @Schema(name = "ClaimHistoryStep")
    record Step(
            Instant at,
            @Nullable Integer claimVersion,
            @Schema(examples = "sent") String step,
            String detail,
            @Nullable String actor,
            @Nullable StepSource source,
            @Nullable Long amountCents) {
        private static Step of(TimelineEntry entry) {
            return new Step(
                    entry.at(),
                    entry.claimVersion(),
                    entry.step(),
                    entry.detail(),
                    entry.actor(),
                    new StepSource(entry.source(), entry.sourceId().toString()),
                    entry.amountCents());
        }
    }

    /** Where a step comes from: {@code person}, {@code event}, {@code submission}, {@code x12-file}, {@code remittance}, {@code journal-entry}, {@code bulk-action} or {@code system}. */
    @Schema(name = "ClaimHistorySource")
    record StepSource(
            @Schema(examples = "submission") String kind,
            @Nullable String id) {}
}
