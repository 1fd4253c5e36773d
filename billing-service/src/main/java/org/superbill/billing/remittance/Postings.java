package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimProgress.Decision;
import org.superbill.billing.denial.Denied;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.servicekit.ids.Ids;

/** All that one balanced ST does: entries whose cash is BPR02, denials, decisions. Pure. */
final class Postings {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Denied> denials = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<UUID> patients = new LinkedHashSet<>();
    private final Set<UUID> reversed = new LinkedHashSet<>();
    private final Set<UUID> decided = new LinkedHashSet<>();

    /** @param known the claims of ours, by claim number */
    Postings(UUID remittanceId, Remitted remitted, Map<String, ClaimContent> known) {
        for (var claim : remitted.claims()) {
            var content = known.get(claim.claimNumber());
            if (content == null) {
                unapplied(remittanceId, claim, remitted.paymentDate()).ifPresent(entries::add);
                continue;
            }
            var posting = new ClaimPosting(remittanceId, claim, content);
            posting.entry(remitted.paymentDate()).ifPresent(entries::add);
            posting.patient().ifPresent(patients::add);
            denials.addAll(posting.denials());
            (claim.isReversal() ? reversed : decided).add(content.claimId());
            decisions.add(new Decision(
                    claim.claimNumber(),
                    posting.adjudication(),
                    claim.payerClaimNumber(),
                    "Remittance %s: charged %s, paid %s, the patient's part %s"
                            .formatted(
                                    remitted.traceNumber(),
                                    claim.charge().dollars(),
                                    claim.paid().dollars(),
                                    claim.patientResponsibility().dollars())));
        }
        providerAdjustments(remittanceId, remitted).ifPresent(entries::add);
    }

    /** Money for a claim that we do not know is kept, visibly, until a person applies it. */
    private static Optional<JournalEntry> unapplied(UUID remittanceId, Remitted.Claim claim, LocalDate date) {
        var lines = new JournalEntry.Builder()
                .move(
                        claim.paid(),
                        Account.CASH,
                        Account.UNAPPLIED_CASH,
                        new Reference(null, null, null, remittanceId),
                        null,
                        null);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(
                        Ids.next(),
                        Kind.UNAPPLIED_PAYMENT,
                        date,
                        "Claim number %s is not ours".formatted(claim.claimNumber())));
    }

    private static Optional<JournalEntry> providerAdjustments(UUID remittanceId, Remitted remitted) {
        var reference = new Reference(null, null, null, remittanceId);
        var byReason = new LinkedHashMap<String, Cents>();
        remitted.providerAdjustments()
                .forEach(adjustment -> byReason.merge(adjustment.reason(), adjustment.amount(), Cents::plus));
        var lines = new JournalEntry.Builder();
        byReason.forEach((reason, amount) -> lines.move(
                amount,
                reason.equals("L6") ? Account.INTEREST_INCOME : Account.PROVIDER_ADJUSTMENT,
                Account.CASH,
                reference,
                null,
                "PLB-" + reason));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.build(Ids.next(), Kind.PROVIDER_ADJUSTMENT, remitted.paymentDate(), null));
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    List<Denied> denials() {
        return List.copyOf(denials);
    }

    /** In the payer's order: a reversal before what replaces it. */
    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** Whose balance has moved. */
    Set<UUID> patients() {
        return Set.copyOf(patients);
    }

    /** Claims whose earlier decision was taken back. */
    Set<UUID> reversed() {
        return Set.copyOf(reversed);
    }

    /** Claims that were decided, perhaps again. */
    Set<UUID> decided() {
        return Set.copyOf(decided);
    }
}
