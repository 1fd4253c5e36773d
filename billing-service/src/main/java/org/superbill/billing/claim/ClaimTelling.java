package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.ledger.Ledger;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.servicekit.outbox.Outbox;

/** Tells the other services where claims stand, and the deadlines of billing itself. */
@ApplicationScoped
class ClaimTelling {
    private final Ledger ledger;
    private final Outbox outbox;
    private final ClaimDeadlines deadlines;

    ClaimTelling(Ledger ledger, Outbox outbox, ClaimDeadlines deadlines) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.deadlines = deadlines;
    }

    /** The deadlines of all, the other services but for those whose encounter they do not know. */
    void statusChanged(Collection<Claim> changed) {
        statusChanged(
                changed,
                ledger.moneyOf( // what was never sent is not in the books
                        changed.stream().filter(Claim::isInBooks).map(Claim::id).toList()));
    }

    /** @param money of the claims, as the books have it now */
    void statusChanged(Collection<Claim> changed, Map<UUID, ClaimMoney> money) {
        if (changed.isEmpty()) {
            return;
        }
        deadlines.follow(changed, money);
        var claims = told(changed).toList();
        if (claims.isEmpty()) {
            return;
        }
        outbox.publish(claims.stream()
                .flatMap(claim -> claim.encounters().all().stream()
                        .map(encounter -> event(claim, encounter, money.getOrDefault(claim.id(), ClaimMoney.NOTHING))))
                .toList());
    }

    private static Stream<Claim> told(Collection<Claim> changed) {
        return changed.stream().filter(claim -> !claim.isOfUnknownEncounter());
    }

    private static ClaimStatusChanged event(Claim claim, UUID encounterId, ClaimMoney money) {
        var current = claim.current();
        return new ClaimStatusChanged(
                claim.id(),
                encounterId,
                current.version(),
                current.claimNumber(),
                current.transport().wire(),
                claim.turn().adjudication().wire(),
                ClaimView.Money.statusOf(claim, money),
                money.insurance().value(),
                money.patient().value(),
                claim.ownerRole().wire());
    }
}
