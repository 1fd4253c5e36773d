package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.Denied;
import org.superbill.billing.denial.ReasonWords;
import org.superbill.billing.denial.Treatment;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.ids.Ids;

/**
 * What one paid claim of a remittance does to the books and to the claim. Pure. A reversal (CLP02 22) has the amounts of what it
 * takes back with the sign turned, so that the same rules move the money back. Source: 005010X221A1, 1.10.2.
 */
final class ClaimPosting {
    private static final String UNPROCESSABLE = "MA130";
    private static final Set<String> QUALIFIED_BENEFICIARY = Set.of("N781", "N782", "N783");

    private final Remitted.Claim claim;
    private final ClaimContent content;
    private final PayerOfClaim payer;
    private final UUID remittanceId;
    private final Reference reference;
    private final JournalEntry.Builder entry = new JournalEntry.Builder();
    private final List<Denied> denials = new ArrayList<>();
    private final List<AllowedLine> allowed = new ArrayList<>();
    private final List<OfContract> ofContract = new ArrayList<>();
    private final @Nullable Cents left;
    private Cents moved = Cents.ZERO;
    private Cents adjustedBefore = Cents.ZERO;
    private final boolean nobodyIsAsked;
    private boolean patientOwesSomething;
    private boolean someLineIsNotDenied;
    private boolean lineUnknown;

    /** By the first payer. */
    ClaimPosting(UUID remittanceId, Remitted.Claim claim, ClaimContent content, PayerOfClaim payer) {
        this(remittanceId, claim, content, payer, null);
    }

    /** @param left what the payers before have left to this one; null for the first */
    ClaimPosting(
            UUID remittanceId, Remitted.Claim claim, ClaimContent content, PayerOfClaim payer, @Nullable Cents left) {
        this.left = left;
        this.claim = claim;
        this.content = content;
        this.payer = payer;
        this.remittanceId = remittanceId;
        this.reference =
                new Reference(content.facts().patient().patientId(), content.claimId(), payer.payerId(), remittanceId);
        this.nobodyIsAsked = claim.allRemarks().anyMatch(QUALIFIED_BENEFICIARY::contains);
        if (!claim.isPredetermination()) {
            claim.lines().forEach(this::post);
            var onTheClaim = claim.paid().minus(Cents.sum(claim.lines(), Remitted.Line::paid));
            move(onTheClaim, Account.CASH, null, null);
            claim.adjustments().forEach(adjustment -> post(adjustment, null, claim.remarks()));
            postOfContract();
        }
    }

    private void post(Remitted.Line line) {
        var ours = LineOfClaim.of(line, content);
        var number = ours.map(EncounterCoded.Line::lineNumber).orElse(null);
        lineUnknown |= number == null && !line.charge().isZero(); // a code that the payer has added has no charge
        move(line.paid(), Account.CASH, number, null);
        var before = denials.size();
        line.adjustments().forEach(adjustment -> post(adjustment, number, line.remarks()));
        var denied = denials.size() > before;
        someLineIsNotDenied |= !denied;
        if (!denied && !claim.isReversal()) {
            ours.ifPresent(found -> allowed.add(AllowedLine.of(line, found)));
        }
    }

    private void post(Remitted.Adjustment adjustment, @Nullable Integer line, List<String> remarks) {
        var treatment = ReasonWords.treatment(adjustment.carc());
        if (adjustment.group().equals("PR")) {
            postToPatient(adjustment, line);
            if (treatment == Treatment.DENIAL) {
                deny(adjustment, line, remarks);
            }
            return;
        }
        switch (treatment) { // CO, OA and PI never reach a patient
            case CONTRACTUAL -> postOfContract(adjustment, line);
            case SEQUESTRATION ->
                move(adjustment.amount(), Account.SEQUESTRATION_ADJUSTMENT, line, adjustment.reason());
            case PRIOR_PAYER -> {} // the earlier payer's remittance has it in the books
            case DENIAL, COST_SHARE -> deny(adjustment, line, remarks);
        }
    }

    private void postOfContract(Remitted.Adjustment adjustment, @Nullable Integer line) {
        if (left == null || claim.isReversal()) {
            move(adjustment.amount(), Account.CONTRACTUAL_ADJUSTMENT, line, adjustment.reason());
        } else {
            ofContract.add(new OfContract(adjustment.amount(), line, adjustment.reason()));
        }
    }

    /** Of a later payer; what it refuses stays owed. */
    private void postOfContract() {
        if (left == null) {
            return;
        }
        var open = left.minus(moved)
                .minus(Cents.of(denials.stream().mapToLong(Denied::amountCents).sum()));
        var within = OfContract.within(open, ofContract);
        within.forEach(adjustment -> move(
                adjustment.amount(),
                Account.CONTRACTUAL_ADJUSTMENT,
                adjustment.claimLine(),
                adjustment.reason()));
        adjustedBefore = Cents.sum(ofContract, OfContract::amount).minus(Cents.sum(within, OfContract::amount));
    }

    /** To the next payer while there is one, to nobody for a qualified Medicare beneficiary, else to the patient. */
    private void postToPatient(Remitted.Adjustment adjustment, @Nullable Integer line) {
        var next = payer.next();
        if (nobodyIsAsked && ReasonWords.treatment(adjustment.carc()) == Treatment.COST_SHARE && next.isEmpty()) {
            move(adjustment.amount(), Account.UNCOLLECTIBLE_ADJUSTMENT, line, adjustment.reason());
        } else if (!next.isEmpty()) {
            moved = moved.plus(adjustment.amount());
            entry.move(
                    adjustment.amount(),
                    Account.INSURANCE_RECEIVABLE,
                    reference.withPayer(next.get(0)),
                    Account.INSURANCE_RECEIVABLE,
                    reference,
                    line,
                    adjustment.reason());
        } else {
            patientOwesSomething |= !adjustment.amount().isZero();
            move(adjustment.amount(), Account.PATIENT_RECEIVABLE, line, adjustment.reason());
        }
    }

    private void move(Cents amount, Account to, @Nullable Integer line, @Nullable String reason) {
        moved = moved.plus(amount);
        entry.move(amount, to, Account.INSURANCE_RECEIVABLE, reference, line, reason);
    }

    /** What is refused stays a claim against the payer until somebody decides otherwise. */
    private void deny(Remitted.Adjustment adjustment, @Nullable Integer line, List<String> remarks) {
        if (claim.isReversal() || adjustment.amount().value() <= 0) {
            return;
        }
        denials.add(new Denied(
                content.claimId(),
                content.facts().encounter().encounterId(),
                content.version(),
                remittanceId,
                payer.payerId(),
                line,
                adjustment.group(),
                adjustment.carc(),
                Stream.concat(remarks.stream(), claim.remarks().stream())
                        .distinct()
                        .toList(),
                adjustment.amount().value(),
                content.facts().payer().claimFilingIndicator(),
                null,
                content.facts().encounter().kind()));
    }

    Optional<JournalEntry> entry(LocalDate paymentDate) {
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.build(
                        Ids.next(), claim.isReversal() ? Kind.PAYER_REVERSAL : Kind.PAYER_PAYMENT, paymentDate, null));
    }

    /** What of the adjustments was not booked, since payers before have made them. */
    Cents adjustedBefore() {
        return adjustedBefore;
    }

    List<Denied> denials() {
        return List.copyOf(denials);
    }

    /** What the payer holds the lines worth that it paid or passed on; of a line that was split, each part. */
    List<AllowedLine> allowed() {
        return List.copyOf(allowed);
    }

    /** The patient whose balance has moved. */
    Optional<UUID> patient() {
        return patientOwesSomething ? Optional.ofNullable(reference.patientId()) : Optional.empty();
    }

    private boolean isForwarded() {
        return Forwarding.isForwarded(claim.statusCode(), claim.allRemarks().toList(), claim.hasCrossoverCarrier());
    }

    /** Follows from the adjustments: most denials come as CLP02 1 with nothing paid. */
    Adjudication adjudication() {
        if (claim.isReversal()) {
            return Adjudication.REVERSED;
        }
        if (claim.isPredetermination()) {
            return Adjudication.PREDETERMINATION;
        }
        if (claim.remarks().contains(UNPROCESSABLE)) {
            return Adjudication.UNPROCESSABLE;
        }
        if (isForwarded()) {
            return Adjudication.FORWARDED;
        }
        var otherCharge = claim.charge().value() != content.facts().totalChargeCents();
        if (otherCharge || lineUnknown || claim.paid().value() < 0) {
            return Adjudication.NEEDS_REVIEW;
        }
        if (denials.isEmpty()) {
            return claim.paid().isZero() ? Adjudication.PAID_AT_ZERO : Adjudication.PAID;
        }
        return claim.paid().isZero() && !someLineIsNotDenied ? Adjudication.DENIED : Adjudication.PARTIALLY_PAID;
    }
}
