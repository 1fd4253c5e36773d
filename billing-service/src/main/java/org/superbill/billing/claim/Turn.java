package org.superbill.billing.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Mutability;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.ReplacedWhole;

/** Who is billed for a claim, the payer whose turn it is or the patient, and what that payer and the others have decided in their turns. */
@Embeddable
class Turn {
    @Enumerated(EnumType.STRING)
    @Column(name = "billed_to")
    private BilledTo billedTo;

    @Column(name = "billing_sequence")
    private int billingSequence;

    @Enumerated(EnumType.STRING)
    private Adjudication adjudication;

    @Column(name = "adjudication_since")
    private Instant adjudicationSince;

    /** The payer's date of its newest decision. */
    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "payer_claim_number")
    private @Nullable String payerClaimNumber;

    /** Where the payer that is billed decides the claim in parts (MA15): that of each, the newest last. */
    @Convert(converter = StoredJson.Words.class)
    @Column(name = "part_claim_numbers")
    @Mutability(ReplacedWhole.class)
    private @Nullable List<String> partClaimNumbers;

    /** Nothing is charged any more, for it did not take place; the payer that has it takes no void. */
    @Column(name = "charges_taken_out")
    private boolean chargesTakenOut;

    /** Of the payers in their turns that are not billed now; of the one that is, this itself says it. */
    @Convert(converter = StoredJson.DecisionsInTurn.class)
    @Column(name = "other_payers")
    @Mutability(ReplacedWhole.class)
    private @Nullable List<DecisionInTurn> otherPayers;

    @SuppressWarnings("NullAway.Init")
    protected Turn() {}

    /** The first payer's, who has decided nothing. */
    Turn(Instant at) {
        billedTo = BilledTo.PAYER;
        billingSequence = 1;
        adjudication = Adjudication.NONE;
        adjudicationSince = at;
    }

    void adjudicate(Adjudication decision, Moment moment) {
        adjudicate(decision, null, moment);
    }

    /** @param on the payer's date of it */
    void adjudicate(Adjudication decision, @Nullable LocalDate on, Moment moment) {
        adjudication = decision;
        decidedOn = on;
        adjudicationSince = moment.at();
    }

    /** @param payersNumber by which the payer that is billed knows the claim */
    void knownAs(@Nullable String payersNumber) {
        knownBy(PayersNumbers.of(payersNumber));
    }

    void knownBy(PayersNumbers numbers) {
        payerClaimNumber = numbers.newest();
        partClaimNumbers = numbers.parts().isEmpty() ? null : numbers.parts();
    }

    /** By which the payer that is billed knows the claim, or its parts. */
    PayersNumbers payersNumbers() {
        return new PayersNumbers(payerClaimNumber, partClaimNumbers);
    }

    void chargesTakenOut(boolean out) {
        chargesTakenOut = out;
    }

    boolean areChargesTakenOut() {
        return chargesTakenOut;
    }

    void billTo(BilledTo whom) {
        billedTo = whom;
    }

    /** @param sequence the turn of the payer that is billed, from 1 */
    void billedInTurn(int sequence) {
        billingSequence = sequence;
    }

    void otherPayers(List<DecisionInTurn> decisions) {
        otherPayers = List.copyOf(decisions);
    }

    Adjudication adjudication() {
        return adjudication;
    }

    LocalDate adjudicatedOn(ZoneId zone) {
        return LocalDate.ofInstant(adjudicationSince, zone);
    }

    /** The day on which the payer has decided: its own date, else that on which we were told. */
    LocalDate decidedOn(ZoneId zone) {
        return decidedOn == null ? adjudicatedOn(zone) : decidedOn;
    }

    @Nullable
    String payerClaimNumber() {
        return payerClaimNumber;
    }

    List<DecisionInTurn> otherPayers() {
        return otherPayers == null ? List.of() : otherPayers;
    }

    /** @param sequence of a payer that is not billed now, from 1 */
    Optional<DecisionInTurn> decidedInTurn(int sequence) {
        return otherPayers().stream()
                .filter(decision -> decision.sequence() == sequence)
                .findFirst();
    }

    /** REF*F8 of a claim to a payer that may have one already; null where it has none, or gave no number. */
    @Nullable
    String replacedInTurn(int sequence, SentVersions sent) {
        return sent.mayBeWithPayer(sequence)
                ? decidedInTurn(sequence)
                        .map(decision -> decision.payersNumbers().only())
                        .orElse(null)
                : null;
    }

    BilledTo billedTo() {
        return billedTo;
    }

    /** The patient is billed, and no payer has decided anything. */
    boolean isPatients() {
        return billedTo == BilledTo.PATIENT && adjudication == Adjudication.NONE;
    }

    /** From 1. */
    int billingSequence() {
        return billingSequence;
    }

    /** What the payers before it have decided is about what was coded then. */
    boolean isOfLaterPayer() {
        return billingSequence > 1;
    }
}
