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
    private final Set<UUID> paid = new LinkedHashSet<>();
    private final Set<UUID> decided = new LinkedHashSet<>();

    /** @param known the claims of ours, by claim number */
    Postings(UUID remittanceId, Remitted remitted, Map<String, ClaimContent> known) {
        for (var claim : remitted.claims()) {
            var content = known.get(claim.claimNumber());
            if (content == null) {
                unapplied(
                                remittanceId,
                                claim.paid(),
                                remitted.paymentDate(),
                                "Claim number %s is not ours".formatted(claim.claimNumber()))
                        .ifPresent(entries::add);
                continue;
            }
            var posting = new ClaimPosting(remittanceId, claim, content);
            posting.entry(remitted.paymentDate()).ifPresent(entries::add);
            posting.patient().ifPresent(patients::add);
            denials.addAll(posting.denials());
            concerned(claim).ifPresent(claims -> claims.add(content.claimId()));
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

    /** An estimate concerns nobody: it decides nothing. */
    private Optional<Set<UUID>> concerned(Remitted.Claim claim) {
        if (claim.isPredetermination()) {
            return Optional.empty();
        }
        return Optional.of(claim.isReversal() ? reversed : claim.paid().value() > 0 ? paid : decided);
    }

    /** Money whose claim we do not know is kept, visibly, until a person applies it. */
    static Optional<JournalEntry> unapplied(UUID remittanceId, Cents money, LocalDate date, String why) {
        return unapplied(Kind.UNAPPLIED_PAYMENT, remittanceId, money, date, why);
    }

    static Optional<JournalEntry> unappliedTakenBack(UUID remittanceId, Cents money, LocalDate date) {
        return unapplied(
                Kind.UNAPPLIED_REVERSAL,
                remittanceId,
                money.negated(),
                date,
                "The same money came again and was accepted");
    }

    private static Optional<JournalEntry> unapplied(
            Kind kind, UUID remittanceId, Cents money, LocalDate date, String why) {
        var lines = new JournalEntry.Builder()
                .move(
                        money,
                        Account.CASH,
                        Account.UNAPPLIED_CASH,
                        new Reference(null, null, null, remittanceId),
                        null,
                        null);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.build(Ids.next(), kind, date, why));
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

    /** Claims that were paid something, perhaps after they had been refused. */
    Set<UUID> paid() {
        return Set.copyOf(paid);
    }

    /** Claims that were decided, perhaps again, and paid nothing. */
    Set<UUID> decided() {
        return Set.copyOf(decided);
    }
}
