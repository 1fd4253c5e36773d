package org.superbill.billing.remittance;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimDecisions.Decision;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.billing.remittance.Doubts.Unfit;
import org.superbill.servicekit.ids.Ids;

/** Money of a payment that decides nothing of a claim: it is nobody's yet, or the payer's own credit. Pure. */
final class UndecidedMoney {
    private final UUID remittanceId;
    private final Remitted remitted;

    UndecidedMoney(UUID remittanceId, Remitted remitted) {
        this.remittanceId = remittanceId;
        this.remitted = remitted;
    }

    /** @param question to the claim's biller */
    record Kept(Optional<JournalEntry> entry, RemittanceClaim row, Optional<Decision> question) {}

    /**
     * What waits in unapplied for who says what it is for: of a number that is not ours, of an estimate, which pays nothing, and of a reversal of what is not posted.
     *
     * @return empty for what is posted to its claim
     */
    Optional<Kept> unapplied(KnownClaims.Placed placed, @Nullable Unfit unfit) {
        var claim = placed.claim();
        var content = placed.content();
        if (content == null) {
            return Optional.of(unapplied(
                    placed, null, "Claim number %s is not ours".formatted(claim.claimNumber()), Optional.empty()));
        }
        if (placed.isPaidEstimate()) {
            var payer = PayerOfClaim.orOwn(remitted, claim, content);
            return Optional.of(unapplied(
                    placed,
                    payer,
                    "An estimate (CLP02 25) of claim %s pays it".formatted(claim.claimNumber()),
                    Optional.of(question(content, payer, claim))));
        }
        if (unfit == Unfit.REVERSAL_OF_NOTHING) {
            return Optional.of(unapplied(
                    placed,
                    PayerOfClaim.orOwn(remitted, claim, content),
                    "A reversal of claim %s that takes back what is not posted".formatted(claim.claimNumber()),
                    Optional.empty()));
        }
        return Optional.empty();
    }

    private Kept unapplied(
            KnownClaims.Placed placed, @Nullable PayerOfClaim payer, String why, Optional<Decision> question) {
        var entry = Unapplied.entry(
                remittanceId,
                payer == null ? null : payer.payerId(),
                placed.claim().paid(),
                remitted.paymentDate(),
                why);
        var entryId = entry.map(JournalEntry::id).orElse(null);
        return new Kept(
                entry,
                new RemittanceClaim(remittanceId, placed, payer, null, null, null, entryId, "unapplied"),
                question);
    }

    /** The claim's biller has to find out what it is for. */
    private Decision question(ClaimContent content, PayerOfClaim payer, Remitted.Claim claim) {
        return new Decision(
                content.claimNumber(),
                Adjudication.NEEDS_REVIEW,
                null,
                "Remittance %s: an estimate (CLP02 25), which is no payment, pays %s: it is unapplied until a person has asked the payer what it is for"
                        .formatted(remitted.traceNumber(), claim.paid().dollars()),
                remittanceId,
                payer.payerId(),
                remitted.paymentDate(),
                false);
    }

    /** The cash of a second payment, or of one that is taken back, is the payer's credit: what it says beside would be written off and passed on twice. */
    Kept again(KnownClaims.Placed placed, ClaimContent content, PayerOfClaim payer) {
        var kind = placed.claim().isReversal() ? Kind.PAYER_REVERSAL : Kind.PAYER_PAYMENT;
        var lines = new JournalEntry.Builder()
                .move(
                        placed.claim().paid(),
                        Account.CASH,
                        Account.INSURANCE_RECEIVABLE,
                        new Reference(
                                content.facts().patient().patientId(),
                                content.claimId(),
                                payer.payerId(),
                                remittanceId),
                        null,
                        PostedEntries.SECOND_PAYMENT);
        return again(
                placed,
                payer,
                lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(lines.build(Ids.next(), kind, remitted.paymentDate(), "A second payment")));
    }

    /** The payer takes a second payment back: the claim stays as it was decided. */
    Kept again(KnownClaims.Placed placed, PayerOfClaim payer, Optional<JournalEntry> entry) {
        return new Kept(
                entry,
                RemittanceClaim.secondPayment(
                        remittanceId, placed, payer, entry.map(JournalEntry::id).orElse(null)),
                Optional.empty());
    }
}
