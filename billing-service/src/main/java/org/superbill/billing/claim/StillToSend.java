package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.superbill.billing.deadline.ClaimType;
import org.superbill.billing.deadline.Filing;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.events.PayerChanged;

/**
 * What has to reach a payer still though the one that is billed has decided: a new claim in place of one that it could not process, a
 * correction of what it refused, the claim to the next payer. Pure.
 */
final class StillToSend {
    private final Claim claim;
    private final ClaimMoney money;

    StillToSend(Claim claim, ClaimMoney money) {
        this.claim = claim;
        this.money = money;
    }

    /** @param payers what is known of the next payers */
    List<Filing> filings(Function<UUID, Optional<PayerChanged>> payers) {
        var filings = new ArrayList<Filing>();
        if (claim.isVoided()) {
            return filings;
        }
        if (claim.turn().adjudication() == Adjudication.UNPROCESSABLE) {
            filings.add(ClaimFiling.of(claim, "1"));
        }
        if (isRefusedAndOpen()
                && NextAllowed.of(claim).option(NextAllowed.CORRECT).isPresent()) {
            filings.add(ClaimFiling.of(claim, "7"));
        }
        nextPayer()
                .flatMap(payers)
                .ifPresent(payer -> filings.add(Filing.of(
                        claim.id(), claim.current().facts().with(payer), ClaimType.SECONDARY, claim.decidedOn())));
        return filings;
    }

    private boolean isRefusedAndOpen() {
        return (claim.turn().adjudication() == Adjudication.DENIED
                        || claim.turn().adjudication() == Adjudication.PARTIALLY_PAID)
                && isOpen();
    }

    /** Somebody has to do something about what a payer owes. */
    private boolean isOpen() {
        return money.owedByPayers().value() > 0
                && claim.ownerRole() != OwnerRole.NOBODY
                && claim.ownerRole() != OwnerRole.PATIENT;
    }

    /** Who is to be told what the payers before have left; one to whom the claim was forwarded, only when it stays silent. */
    Optional<UUID> nextPayer() {
        var isDue = switch (claim.turn().adjudication()) {
            case PAID, PAID_AT_ZERO, PARTIALLY_PAID, DENIED -> isOpen();
            case FORWARDED -> isOpen() && claim.ownerRole() == OwnerRole.BILLER;
            case NONE, PENDING, UNPROCESSABLE, REVERSED, PREDETERMINATION, NEEDS_REVIEW -> false;
        };
        return isDue ? claim.current().facts().nextPayers().stream().findFirst() : Optional.empty();
    }
}
