package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.deadline.FilingLimits;
import org.superbill.billing.deadline.PayerLimits;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.inbox.NotYet;
import org.superbill.servicekit.security.Caller;

/** What may be done with claims now, with what they do not say themselves: the limits of the next payers, and whose their coverages are by now. */
@ApplicationScoped
class NextSteps {
    private final FilingLimits limits;
    private final FactsOfToday today;
    private final Reference reference;
    private final Ledger ledger;
    private final Caller caller;

    NextSteps(FilingLimits limits, FactsOfToday today, Reference reference, Ledger ledger, Caller caller) {
        this.limits = limits;
        this.today = today;
        this.reference = reference;
        this.ledger = ledger;
        this.caller = caller;
    }

    /** Of the claims as they are, by id; one statement for the next payers of all. */
    Map<UUID, NextAllowed> ofAll(Collection<Claim> claims) {
        var entered = limits.inUse(caller.requireOrganization());
        var allowed = claims.stream()
                .collect(Collectors.toMap(Claim::id, claim -> NextAllowed.of(claim, entered), (one, other) -> one));
        var payers = new LinkedHashSet<UUID>();
        for (var claim : claims) {
            if (isNextPayersTurn(allowed.get(claim.id()))) {
                claim.current().facts().nextPayers().stream().findFirst().ifPresent(payers::add);
            }
        }
        if (payers.isEmpty()) {
            return allowed;
        }
        var known = reference.parts(payers);
        return claims.stream()
                .collect(Collectors.toMap(
                        Claim::id,
                        claim -> clocked(claim, required(allowed.get(claim.id())), entered, known::payer),
                        (one, other) -> one));
    }

    private static NextAllowed required(@Nullable NextAllowed allowed) {
        return Objects.requireNonNull(allowed);
    }

    private static boolean isNextPayersTurn(@Nullable NextAllowed allowed) {
        return allowed != null && allowed.option(NextAllowed.BILL_NEXT_PAYER).isPresent();
    }

    /** With the clock of the next payer, where that one's turn it is. @param payers what is known of them, by id */
    static NextAllowed clocked(
            Claim claim, NextAllowed allowed, PayerLimits entered, Function<UUID, Optional<PayerChanged>> payers) {
        return isNextPayersTurn(allowed)
                ? allowed.clocked(NextAllowed.BILL_NEXT_PAYER, clockOfNext(claim, entered, payers))
                : allowed;
    }

    /** Its limit runs from the decision before it. */
    private static @Nullable FilingClock clockOfNext(
            Claim claim, PayerLimits entered, Function<UUID, Optional<PayerChanged>> payers) {
        return claim.current().facts().nextPayers().stream()
                .findFirst()
                .flatMap(payers)
                .flatMap(payer -> entered.lastDay(Filing.of(
                        claim.id(), claim.current().facts().with(payer), ClaimType.SECONDARY, claim.decidedOn())))
                .map(FilingClock::timelyFiling)
                .orElse(null);
    }

    /** Of one claim, with what its coverage says today. */
    NextAllowed of(Claim claim) {
        var allowed = required(ofAll(List.of(claim)).get(claim.id()));
        var replaces = allowed.option(NextAllowed.CORRECT)
                .filter(option -> "7".equals(option.frequency()))
                .isPresent();
        return replaces && !claim.isVoided() ? ofToday(claim, allowed) : allowed;
    }

    private NextAllowed ofToday(Claim claim, NextAllowed allowed) {
        try {
            return today.of(claim)
                    .filter(claim::isToAnotherPayer)
                    .map(facts -> toAnotherPayer(claim, facts, allowed))
                    .orElse(allowed);
        } catch (NotYet e) { // a payer that has not been told yet
            return allowed;
        }
    }

    private NextAllowed toAnotherPayer(Claim claim, ClaimFacts facts, NextAllowed allowed) {
        if (!ledger.owesAll(claim.payerId(), claim.id())) {
            return allowed.without(
                    NextAllowed.CORRECT,
                    "The coverage names another payer than the one that has decided, whose decision is in the books: it has to be reversed first");
        }
        var clock = FilingClock.timelyFiling(
                Filing.of(claim.id(), facts, ClaimType.ORIGINAL, null), limits.inUse(caller.requireOrganization()));
        return allowed.replaced(new NextAllowed.Option(
                NextAllowed.CORRECT,
                "1",
                null,
                clock,
                "The coverage is another payer's by now: a new claim to that one, which refers to nothing"));
    }

    /** The last day on which what is to be sent can be in time; null when nothing is, or it is over. */
    static @Nullable LocalDate lastDay(NextAllowed allowed, LocalDate today) {
        return allowed.options().stream()
                .map(NextAllowed.Option::clock)
                .filter(clock ->
                        clock != null && clock.isOfFiling() && !clock.due().isBefore(today))
                .map(FilingClock::due)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
