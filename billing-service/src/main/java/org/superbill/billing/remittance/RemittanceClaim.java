package org.superbill.billing.remittance;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Adjudication;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.claim.ClaimDecisions.VersionOfClaim;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.denial.ReasonWords;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.FactsJson;
import org.superbill.servicekit.ids.Ids;

/** One CLP of a remittance; what is done with it changes only by a person. */
@Entity
@Table(name = "remittance_claim")
class RemittanceClaim {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "remittance_id")
    private UUID remittanceId;

    private int position;

    @Column(name = "claim_number")
    private String claimNumber;

    @Column(name = "claim_id")
    private @Nullable UUID claimId;

    @Column(name = "claim_version")
    private @Nullable Integer claimVersion;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Column(name = "payer_turn")
    private @Nullable Integer payerTurn;

    @Column(name = "status_code")
    private String statusCode;

    @Column(name = "charge_cents")
    private long chargeCents;

    @Column(name = "paid_cents")
    private long paidCents;

    @Column(name = "patient_cents")
    private long patientCents;

    @Column(name = "patient_paid_cents")
    private @Nullable Long patientPaidCents;

    @Column(name = "payer_claim_number")
    private @Nullable String payerClaimNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable Adjudication adjudication;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // reports read it
    private @Nullable Adjudication decision;

    private String posting;

    @Column(name = "matched_by")
    private @Nullable String matchedBy;

    @Column(name = "entry_id")
    private @Nullable UUID entryId;

    private String adjustments;

    @Column(name = "member_id")
    private @Nullable String memberId;

    @Column(name = "line_charges")
    private @Nullable String lineCharges;

    @Column(name = "later_decision")
    private @Nullable String laterDecision;

    @Column(name = "second_payment")
    private boolean secondPayment;

    @SuppressWarnings("NullAway.Init")
    protected RemittanceClaim() {}

    RemittanceClaim(
            UUID remittanceId,
            KnownClaims.Placed placed,
            @Nullable PayerOfClaim payer,
            @Nullable Adjudication adjudication,
            @Nullable LaterDecision later,
            @Nullable Adjudication decision,
            @Nullable UUID entryId,
            String posting) {
        this(remittanceId, placed.position(), placed.claim(), placed.content(), posting);
        var content = placed.content();
        var matched = placed.matchedBy();
        this.claimId = content == null ? null : content.claimId();
        this.claimVersion = content == null ? null : content.version();
        this.payerId = payer == null ? null : payer.payerId();
        this.payerTurn = payer == null ? null : payer.turn();
        this.matchedBy = matched == null ? null : matched.wire();
        this.adjudication = adjudication;
        this.decision = decision;
        this.entryId = entryId;
        this.lineCharges = content == null ? null : lineCharges(placed.claim(), content);
        this.laterDecision = later == null ? null : FactsJson.write(later);
    }

    /** Of a claim that its payer had paid before: the cash is the payer's credit, and nothing is decided. */
    static RemittanceClaim secondPayment(
            UUID remittanceId, KnownClaims.Placed placed, PayerOfClaim payer, @Nullable UUID entryId) {
        var row = new RemittanceClaim(remittanceId, placed, payer, null, null, null, entryId, "posted");
        row.secondPayment = true;
        return row;
    }

    /** Of a part of a claim alone: nearly all are decided whole. */
    private static @Nullable String lineCharges(Remitted.Claim claim, ClaimContent content) {
        var charges = LineOfClaim.charges(claim, content);
        return Settled.isPart(content, claim.charge(), charges) ? FactsJson.write(charges.sums()) : null;
    }

    /** One of which nothing is posted. */
    RemittanceClaim(UUID remittanceId, int position, Remitted.Claim claim, String posting) {
        this(remittanceId, position, claim, null, posting);
    }

    @SuppressWarnings("NullAway.Init")
    private RemittanceClaim(
            UUID remittanceId, int position, Remitted.Claim claim, @Nullable ClaimContent content, String posting) {
        this.id = Ids.next();
        this.remittanceId = remittanceId;
        this.position = position;
        this.claimNumber = claim.claimNumber();
        this.statusCode = claim.statusCode();
        this.chargeCents = claim.charge().value();
        this.paidCents = claim.paid().value();
        this.patientCents = claim.patientResponsibility().value();
        this.patientPaidCents =
                claim.patientPaid() == null ? null : claim.patientPaid().value();
        this.payerClaimNumber = claim.payerClaimNumber();
        this.posting = posting;
        this.adjustments = FactsJson.write(RemittedAdjustments.of(claim, content));
        this.memberId = claim.patient() == null ? null : claim.patient().memberId();
    }

    /** As it was posted. @throws IllegalStateException for a claim that is not ours */
    Settled settled() {
        if (claimId == null) {
            throw new IllegalStateException("A claim that is not ours settles nothing");
        }
        var settled = settled(
                remittanceId,
                position,
                claimId,
                payerId,
                payerTurn,
                statusCode,
                Cents.of(chargeCents),
                Cents.of(paidCents),
                entryId,
                FactsJson.read(adjustments, new TypeReference<>() {}),
                adjudication == Adjudication.UNPROCESSABLE && entryId == null,
                lineCharges == null
                        ? new ByLine()
                        : ByLine.ofSums(FactsJson.read(lineCharges, new TypeReference<List<ByLine.Sum>>() {})),
                laterDecision == null ? null : FactsJson.read(laterDecision, new TypeReference<>() {}));
        return secondPayment ? settled.paidAgain() : settled;
    }

    /** @param payer which of the claim's payers says it */
    static Settled settled(int position, ClaimContent content, PayerOfClaim payer, Remitted.Claim claim) {
        return settled(
                null,
                position,
                content.claimId(),
                payer.payerId(),
                payer.turn(),
                claim.statusCode(),
                claim.charge(),
                claim.paid(),
                null,
                RemittedAdjustments.of(claim, content),
                ClaimPosting.isUnprocessable(claim),
                LineOfClaim.charges(claim, content),
                null);
    }

    private static Settled settled(
            @Nullable UUID remittanceId,
            int position,
            UUID claimId,
            @Nullable UUID payerId,
            @Nullable Integer payerTurn,
            String statusCode,
            Cents charge,
            Cents paid,
            @Nullable UUID entryId,
            List<RemittanceView.AdjustmentView> adjustments,
            boolean undecided,
            ByLine lineCharges,
            @Nullable LaterDecision later) {
        var sums = new TreeMap<String, Cents>();
        adjustments.forEach(
                adjustment -> sums.merge(adjustment.group(), Cents.of(adjustment.amountCents()), Cents::plus));
        return new Settled(
                remittanceId,
                position,
                claimId,
                payerId,
                payerTurn,
                statusCode,
                charge,
                paid,
                sums,
                entryId,
                adjustments.stream().anyMatch(RemittanceClaim::refuses),
                !paid.isZero() || !undecided && adjustments.stream().anyMatch(RemittanceClaim::moves),
                lineCharges,
                later,
                false);
    }

    static boolean refuses(Remitted.Adjustment adjustment) {
        return refuses(
                adjustment.group(), adjustment.carc(), adjustment.amount().value());
    }

    private static boolean refuses(RemittanceView.AdjustmentView adjustment) {
        return refuses(adjustment.group(), adjustment.carc(), adjustment.amountCents());
    }

    private static boolean refuses(String group, String carc, long amountCents) {
        return amountCents > 0
                && switch (ReasonWords.treatment(carc)) {
                    case DENIAL -> true;
                    case COST_SHARE -> !group.equals("PR");
                    case CONTRACTUAL, SEQUESTRATION, WITHHOLDING, INCENTIVE, PRIOR_PAYER, NEXT_PAYER -> false;
                };
    }

    private static boolean moves(RemittanceView.AdjustmentView adjustment) {
        if (adjustment.amountCents() == 0) {
            return false;
        }
        return adjustment.group().equals("PR")
                || switch (ReasonWords.treatment(adjustment.carc())) {
                    case CONTRACTUAL, SEQUESTRATION, WITHHOLDING, INCENTIVE, NEXT_PAYER -> true;
                    case PRIOR_PAYER, DENIAL, COST_SHARE -> false;
                };
    }

    /** It is in the books no more. */
    void undone() {
        posting = "undone";
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }

    UUID remittanceId() {
        return remittanceId;
    }

    @Nullable
    UUID claimId() {
        return claimId;
    }

    /** Which of the claim's payers has decided; absent in what was posted before that was kept. */
    @Nullable
    UUID payerId() {
        return payerId;
    }

    /** All that the payment decided of the claim by this coverage; empty of a claim that is not ours. */
    Optional<PayersDecision> decision() {
        return claimId == null
                ? Optional.empty()
                : Optional.of(new PayersDecision(claimId, payerId, payerTurn, remittanceId, Set.of()));
    }

    /** What of ours it says something of, be it that it decides nothing. */
    Optional<VersionOfClaim> decided() {
        return claimId == null || claimVersion == null
                ? Optional.empty()
                : Optional.of(new VersionOfClaim(claimId, claimVersion));
    }

    boolean isSecondPayment() {
        return secondPayment;
    }

    boolean isUnapplied() {
        return posting.equals("unapplied");
    }

    boolean isReversal() {
        return statusCode.equals("22");
    }

    Cents paid() {
        return Cents.of(paidCents);
    }

    /** CLP07. */
    @Nullable
    String payerClaimNumber() {
        return payerClaimNumber;
    }

    @Nullable
    UUID entryId() {
        return entryId;
    }

    @Nullable
    Adjudication adjudication() {
        return adjudication;
    }

    UnappliedClaimView unappliedView() {
        return new UnappliedClaimView(
                id, remittanceId, claimId, position, claimNumber, chargeCents, paidCents, payerClaimNumber);
    }

    RemittanceView.ClaimView view() {
        return new RemittanceView.ClaimView(
                position,
                claimNumber,
                claimId,
                claimVersion,
                statusCode,
                chargeCents,
                paidCents,
                patientCents,
                patientPaidCents,
                payerClaimNumber,
                adjudication,
                secondPayment && posting.equals("posted") ? "second-payment" : posting,
                matchedBy,
                FactsJson.read(adjustments, new TypeReference<>() {}));
    }
}
