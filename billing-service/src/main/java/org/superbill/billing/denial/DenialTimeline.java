package org.superbill.billing.denial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.timeline.TimelineEntry;
import org.superbill.billing.timeline.TimelineSource;

/** Every refusal of a claim, and its end where no payer has decided that, for its timeline. */
@ApplicationScoped
class DenialTimeline implements TimelineSource {
    private final DenialStore store;

    DenialTimeline(DenialStore store) {
        this.store = store;
    }

    @Override
    public List<TimelineEntry> of(UUID claimId) {
        return store.ofClaim(claimId).stream()
                .map(Denial::view)
                .flatMap(DenialTimeline::entries)
                .toList();
    }

    private static Stream<TimelineEntry> entries(DenialView denial) {
        var refused = "%s%s-%s"
                .formatted(
                        denial.lineNumber() == null ? "" : "line %d, ".formatted(denial.lineNumber()),
                        denial.group(),
                        denial.carc());
        var made = new TimelineEntry(
                denial.deniedAt(),
                denial.claimVersion(),
                denial.unprocessable() ? "not-processed" : "denied",
                "%s: %s".formatted(refused, denial.reason()),
                null,
                "remittance",
                denial.remittanceId(),
                denial.amountCents());
        var closedAt = denial.closedAt();
        return closedAt == null
                ? Stream.of(made)
                : Stream.of(
                        made,
                        new TimelineEntry(
                                closedAt,
                                denial.claimVersion(),
                                "denial-closed",
                                "%s: %s".formatted(refused, denial.closedBecause()),
                                null,
                                "denial",
                                denial.id(),
                                denial.amountCents()));
    }
}
