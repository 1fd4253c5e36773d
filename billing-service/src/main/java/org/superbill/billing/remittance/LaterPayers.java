package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.MatchedClaims;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.remittance.LeftToPayers.Overtaken;

/** What is known of claims that several payers decide in turn, whichever of them is heard first. */
@ApplicationScoped
class LaterPayers {
    private final RemittanceStore store;
    private final PostedEntries posted;
    private final MatchedClaims claims;
    private final Denials denials;

    LaterPayers(RemittanceStore store, PostedEntries posted, MatchedClaims claims, Denials denials) {
        this.store = store;
        this.posted = posted;
        this.claims = claims;
        this.denials = denials;
    }

    /**
     * Nothing is asked where no later payer decides anything, which is nearly always.
     *
     * @param decidedByLater claims that later payers decide
     * @param overtaken claims of which more becomes known after a later payer has decided
     * @param standing with what is being posted
     */
    LeftToPayers left(Set<UUID> decidedByLater, Collection<ClaimContent> overtaken, StandingDecisions standing) {
        var asked = new LinkedHashSet<>(decidedByLater);
        var ids = overtaken.stream().map(ClaimContent::claimId).toList();
        asked.addAll(ids);
        var payments = ids.stream()
                .flatMap(id -> standing.of(id).stream())
                .map(Settled::remittanceId)
                .filter(Objects::nonNull)
                .collect(toSet());
        return new LeftToPayers(
                posted.owedByPayersAsDecided(asked),
                denials.openAsDecided(asked),
                posted.movedOfPayers(ids),
                new Overtaken(List.copyOf(overtaken), standing, store.paymentDates(payments)));
    }

    /** After a posting was undone: what later payers have written off and taken over fits what is left to them then. Empty where none has decided anything. */
    Optional<Refitting> refitting(Collection<UUID> claimIds, UUID remittanceId, LocalDate on) {
        var standing = new StandingDecisions();
        store.settled(claimIds).forEach(standing::follow);
        var decided = claimIds.stream().filter(id -> !standing.of(id).isEmpty()).toList();
        return decided.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refitting(left(Set.of(), claims.sent(decided).values(), standing), remittanceId, on));
    }
}
