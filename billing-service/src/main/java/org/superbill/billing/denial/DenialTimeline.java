package org.superbill.billing.denial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.timeline.TimelineEntry;
import org.superbill.billing.timeline.TimelineSource;

/** Every refusal of a claim, for its timeline. */
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
                .map(denial -> new TimelineEntry(
                        denial.deniedAt(),
                        denial.claimVersion(),
                        denial.unprocessable() ? "not-processed" : "denied",
                        "%s%s-%s: %s"
                                .formatted(
                                        denial.lineNumber() == null ? "" : "line %d, ".formatted(denial.lineNumber()),
                                        denial.group(),
                                        denial.carc(),
                                        denial.reason()),
                        null,
                        "remittance",
                        denial.remittanceId(),
                        denial.amountCents()))
                .toList();
    }
}
