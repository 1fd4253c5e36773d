package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.DeadlineKind;
import org.superbill.billing.deadline.Deadlines;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.FilingLimits;

/** Keeps the deadline by which each claim has to be with its payer: it runs until the payer has received it, and again when it is refused. */
@ApplicationScoped
class ClaimDeadlines {
    private final FilingLimits limits;
    private final Deadlines deadlines;

    ClaimDeadlines(FilingLimits limits, Deadlines deadlines) {
        this.limits = limits;
        this.deadlines = deadlines;
    }

    /** After any change of claims. */
    void follow(Collection<Claim> claims) {
        var filings = new ArrayList<Filing>();
        var received = new ArrayList<UUID>();
        var voided = new ArrayList<UUID>();
        for (var claim : claims) {
            if (claim.isVoided() && !claim.wasSent()) {
                voided.add(claim.id());
            } else if (isWithPayer(claim.current().transport())) {
                received.add(claim.id());
            } else {
                filings.add(filing(claim));
            }
        }
        limits.keep(filings);
        deadlines.closeAll(DeadlineKind.TIMELY_FILING, received);
        deadlines.withdrawAll(DeadlineKind.TIMELY_FILING, voided, "The encounter was voided");
    }

    private static boolean isWithPayer(Transport transport) {
        return switch (transport) {
            case RECEIVED, ACCEPTED -> true;
            case DRAFT, EDITS_FAILED, HELD, READY, QUEUED, SENT, REJECTED_ENVELOPE, REJECTED -> false;
        };
    }

    private static Filing filing(Claim claim) {
        var type = typeOf(claim);
        return Filing.of(claim.id(), claim.current().facts(), type, remittedOn(claim, type));
    }

    private static ClaimType typeOf(Claim claim) {
        if (!claim.current().frequency().equals("1")) {
            return ClaimType.CORRECTED;
        }
        return claim.current().coordination() != null || claim.payerSequence() > 1
                ? ClaimType.SECONDARY
                : ClaimType.ORIGINAL;
    }

    /** The remittance that the claim follows: the payer's own, or the latest of those that paid before. */
    private static @Nullable LocalDate remittedOn(Claim claim, ClaimType type) {
        return switch (type) {
            case ORIGINAL -> null;
            case CORRECTED -> decidedOn(claim);
            case SECONDARY -> {
                var coordination = claim.current().coordination();
                yield coordination == null
                        ? null
                        : coordination.priorPayers().stream()
                                .map(PriorPayer::decidedOn)
                                .max(LocalDate::compareTo)
                                .orElse(null);
            }
        };
    }

    private static @Nullable LocalDate decidedOn(Claim claim) {
        return claim.adjudication() == Adjudication.NONE
                ? null
                : LocalDate.ofInstant(
                        claim.adjudicationSince(),
                        ZoneId.of(claim.current().facts().organization().timeZone()));
    }
}
