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
    private final LocalDate on;
    private final Reference reference;
    private final JournalEntry.Builder entry = new JournalEntry.Builder();
    private final List<Denied> denials = new ArrayList<>();
    private final List<AllowedLine> allowed = new ArrayList<>();
    private final List<OfContract> ofContract = new ArrayList<>();
    private final List<OfContract> ofPatient = new ArrayList<>();
    private final @Nullable Left left;
    private final ByLine settled = new ByLine();
    private final ByLine kept = new ByLine();
    private final List<UUID> settledOfOthers = new ArrayList<>();
    private @Nullable LaterDecision laterDecision;
    private Cents adjustedBefore = Cents.ZERO;
    private final Bundling bundling;
    private final boolean nobodyIsAsked;
    private final boolean unprocessable;
    private boolean patientOwesSomething;
    private boolean someLineIsNotDenied;
    private boolean lineUnknown;
    private boolean addsForUnknownReason;
    private boolean contradictsItself;

    /**
     * @param on the day of the payment, which is the payer's of its decision
     * @param left what the payers before have left to this one; null for the first
     */
    ClaimPosting(
            UUID remittanceId,
            LocalDate on,
            Remitted.Claim claim,
            ClaimContent content,
            PayerOfClaim payer,
            @Nullable Left left) {
        this.on = on;
        this.left = left;
        this.claim = claim;
        this.content = content;
        this.payer = payer;
        this.remittanceId = remittanceId;
        this.reference =
                new Reference(content.facts().patient().patientId(), content.claimId(), payer.payerId(), remittanceId);
        this.bundling = new Bundling(claim);
        this.nobodyIsAsked = claim.allRemarks().anyMatch(QUALIFIED_BENEFICIARY::contains);
        this.unprocessable = isUnprocessable(claim);
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
        var included = Cents.ZERO;
        for (var adjustment : line.adjustments()) {
            var inAnother = unprocessable
                    ? Cents.ZERO
                    : bundling.included(line, adjustment).orElse(Cents.ZERO);
            included = included.plus(inAnother);
            postOfContract(adjustment.of(inAnother), number);
            post(adjustment.of(adjustment.amount().minus(inAnother)), number, line.remarks());
        }
        var isDenied = denials.size() > before;
        someLineIsNotDenied |= !isDenied;
        if (!isDenied
                && !unprocessable
                && included.isZero()
                && !claim.isReversal()) { // another line was paid for one that is included
            ours.ifPresent(found -> allowed.add(AllowedLine.of(line, found)));
        }
    }

    private void post(Remitted.Adjustment adjustment, @Nullable Integer line, List<String> remarks) {
        if (unprocessable) {
            kept.add(line, adjustment.amount());
            if (RemittanceClaim.refuses(adjustment)) {
                refuse(adjustment, line, remarks);
            }
            return;
        }
        var treatment = ReasonWords.treatment(adjustment.carc());
        if (treatment == Treatment.NEXT_PAYER) {
            contradictsItself |= adjustment.group().equals("PR");
            postToNextPayer(adjustment, line, remarks);
            return;
        }
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
            case WITHHOLDING -> move(adjustment.amount(), Account.WITHHOLDING, line, adjustment.reason());
            case INCENTIVE -> move(adjustment.amount(), Account.INCENTIVE_INCOME, line, adjustment.reason());
            case PRIOR_PAYER, NEXT_PAYER -> {} // the earlier payer's remittance has it in the books; see above
            case DENIAL, COST_SHARE -> deny(adjustment, line, remarks);
        }
    }

    private void postOfContract(Remitted.Adjustment adjustment, @Nullable Integer line) {
        if (left == null || claim.isReversal()) {
            move(adjustment.amount(), Account.CONTRACTUAL_ADJUSTMENT, line, adjustment.reason());
        } else {
            ofContract.add(new OfContract(adjustment.amount().value(), line, adjustment.reason()));
        }
    }

    /** Of a later payer. */
    private void postOfContract() {
        if (left == null || claim.isReversal()) {
            return;
        }
        laterDecision = LaterDecision.of(payer, content, settled, kept, ofContract, ofPatient);
        var outcome = left.of(content, new Left.Decision(settled, ofContract, kept));
        outcome.takenOver().forEach(this::takeOver);
        outcome.writtenOff()
                .forEach(adjustment -> move(
                        adjustment.amount(),
                        Account.CONTRACTUAL_ADJUSTMENT,
                        adjustment.claimLine(),
                        adjustment.reason()));
        PatientsPart.of(left.byAll(), ofPatient, settled.sum(), outcome.rest())
                .forEach(one -> entry.move(
                        one.amount(),
                        Account.PATIENT_RECEIVABLE,
                        Account.INSURANCE_RECEIVABLE,
                        reference,
                        one.claimLine(),
                        one.reason()));
        adjustedBefore =
                Cents.sum(ofContract, OfContract::amount).minus(Cents.sum(outcome.writtenOff(), OfContract::amount));
    }

    private void takeOver(Left.TakenOver taken) {
        entry.move(
                taken.amount(),
                Account.INSURANCE_RECEIVABLE,
                reference,
                Account.INSURANCE_RECEIVABLE,
                reference.withPayer(taken.from().payerId()),
                taken.from().line(),
                taken.from().reason());
        var denialId = taken.from().denialId();
        if (taken.whole() && denialId != null) {
            settledOfOthers.add(denialId);
        }
    }

    /**
     * To the next payer while there is one, to nobody for a qualified Medicare beneficiary, else to the patient; not yet, where the payer has passed the claim on to one that we do not
     * know.
     */
    private void postToPatient(Remitted.Adjustment adjustment, @Nullable Integer line) {
        var next = payer.next();
        if (nobodyIsAsked && ReasonWords.treatment(adjustment.carc()) == Treatment.COST_SHARE && next.isEmpty()) {
            move(adjustment.amount(), Account.UNCOLLECTIBLE_ADJUSTMENT, line, adjustment.reason());
        } else if (!next.isEmpty()) {
            passOn(adjustment, line, next.get(0));
        } else if (isForwarded()) {
            kept.add(line, adjustment.amount());
        } else {
            patientOwesSomething |= !adjustment.amount().isZero();
            if (left == null || claim.isReversal()) {
                move(adjustment.amount(), Account.PATIENT_RECEIVABLE, line, adjustment.reason());
            } else {
                settled.add(line, adjustment.amount());
                ofPatient.add(new OfContract(adjustment.amount().value(), line, adjustment.reason()));
            }
        }
    }

    /**
     * By law or agreement the patient cannot be asked for it, whatever the group: it is the next payer's while there is one; a refusal that somebody works on, where the payer has passed the
     * claim on to one that we do not know; else nobody's. Source: X12 code source 139, CARC 209.
     */
    private void postToNextPayer(Remitted.Adjustment adjustment, @Nullable Integer line, List<String> remarks) {
        if (!payer.next().isEmpty()) {
            passOn(adjustment, line, payer.next().get(0));
        } else if (isForwarded()) {
            deny(adjustment, line, remarks);
        } else {
            move(adjustment.amount(), Account.UNCOLLECTIBLE_ADJUSTMENT, line, adjustment.reason());
        }
    }

    private void passOn(Remitted.Adjustment adjustment, @Nullable Integer line, UUID nextPayer) {
        settled.add(line, adjustment.amount());
        entry.move(
                adjustment.amount(),
                Account.INSURANCE_RECEIVABLE,
                reference.withPayer(nextPayer),
                Account.INSURANCE_RECEIVABLE,
                reference,
                line,
                adjustment.reason());
    }

    private void move(Cents amount, Account to, @Nullable Integer line, @Nullable String reason) {
        settled.add(line, amount);
        entry.move(amount, to, Account.INSURANCE_RECEIVABLE, reference, line, reason);
    }

    /** What is refused stays a claim against the payer until somebody decides otherwise. */
    private void deny(Remitted.Adjustment adjustment, @Nullable Integer line, List<String> remarks) {
        if (claim.isReversal() || adjustment.amount().value() <= 0) {
            addsForUnknownReason |= !claim.isReversal() && adjustment.amount().value() < 0;
            return;
        }
        if (!refuse(adjustment, line, remarks).isPatients()) { // which is settled by that
            kept.add(line, adjustment.amount());
        }
    }

    private Denied refuse(Remitted.Adjustment adjustment, @Nullable Integer line, List<String> remarks) {
        var denied = new Denied(
                Ids.next(),
                content.claimId(),
                content.facts().encounter().encounterId(),
                content.version(),
                remittanceId,
                payer.payerId(),
                payer.turn(),
                line,
                adjustment.group(),
                adjustment.carc(),
                Stream.of(remarks, claim.remarks(), unprocessable ? List.of(UNPROCESSABLE) : List.<String>of())
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                adjustment.amount().value(),
                payer.claimFilingIndicator(content.facts()).orElse(null),
                on,
                content.facts().encounter().kind());
        denials.add(denied);
        return denied;
    }

    Optional<JournalEntry> entry() {
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.build(
                        Ids.next(), claim.isReversal() ? Kind.PAYER_REVERSAL : Kind.PAYER_PAYMENT, on, null));
    }

    /** What of the adjustments was not booked, since payers before have made them. */
    Cents adjustedBefore() {
        return adjustedBefore;
    }

    /** Empty for the first payer, and for a reversal. */
    Optional<LaterDecision> laterDecision() {
        return Optional.ofNullable(laterDecision);
    }

    /** Refusals of payers before of which nothing is left. */
    List<UUID> settledOfOthers() {
        return List.copyOf(settledOfOthers);
    }

    List<Denied> denials() {
        return List.copyOf(denials);
    }

    /** Those of our lines that are paid something; an absent one where the claim is. */
    List<@Nullable Integer> paidLines() {
        return LineOfClaim.paid(claim, content);
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

    /**
     * Said of the claim or of a line, while the payer has decided no line: those that it could process would be billed twice by a new claim. Nothing is decided then, whatever it says of
     * amounts: no part of it is the patient's, or written off.
     */
    static boolean isUnprocessable(Remitted.Claim claim) {
        return claim.allRemarks().anyMatch(UNPROCESSABLE::equals)
                && !claim.isReversal()
                && !claim.isEstimate()
                && claim.paid().isZero()
                && claim.lines().stream()
                        .filter(line -> !line.charge().isZero())
                        .allMatch(line -> line.adjustments().stream().anyMatch(RemittanceClaim::refuses));
    }

    /**
     * Follows from the adjustments: most denials come as CLP02 1 with nothing paid.
     *
     * @param parts of the claim that its payer has decided before, where it decides in parts: one decision, once they come to the whole
     */
    Adjudication adjudication(List<Settled> parts) {
        if (claim.isReversal()) {
            return Adjudication.REVERSED;
        }
        if (claim.isPredetermination()) {
            return Adjudication.PREDETERMINATION;
        }
        if (unprocessable && !isPart()) {
            return Adjudication.UNPROCESSABLE;
        }
        if (isForwarded() && !contradictsItself) {
            return Adjudication.FORWARDED;
        }
        var charge = claim.charge().plus(Cents.sum(parts, Settled::charge));
        var otherCharge = charge.value() != content.facts().totalChargeCents();
        if (otherCharge
                || lineUnknown
                || addsForUnknownReason
                || contradictsItself
                || claim.paid().value() < 0) {
            return Adjudication.NEEDS_REVIEW;
        }
        return byAdjustments(parts);
    }

    private boolean isPart() {
        return Settled.isPart(content, claim.charge(), LineOfClaim.charges(claim, content));
    }

    private Adjudication byAdjustments(List<Settled> parts) {
        var paid = claim.paid().plus(Cents.sum(parts, Settled::paid));
        if (denials.isEmpty() && parts.stream().noneMatch(Settled::refuses)) {
            return paid.isZero() ? Adjudication.PAID_AT_ZERO : Adjudication.PAID;
        }
        var allDenied = !someLineIsNotDenied && parts.stream().allMatch(part -> part.refuses() && !part.moved());
        return paid.isZero() && allDenied ? Adjudication.DENIED : Adjudication.PARTIALLY_PAID;
    }

    Adjudication adjudication() {
        return adjudication(List.of());
    }

    /** What the payer has decided by its adjustments alone, though it has passed the claim on or a person has to look; null where it decides nothing. */
    @Nullable
    Adjudication decision(List<Settled> parts) {
        return claim.isReversal() || claim.isPredetermination() || unprocessable ? null : byAdjustments(parts);
    }
}
