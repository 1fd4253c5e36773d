package org.superbill.billing.remittance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deposit.Announced;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.FactsJson;

/** One payment of a payer as it came; only what is done with it changes, and only by a person. */
@Entity
class Remittance {
    /** What was done with it. */
    @Schema(name = "RemittanceState")
    public enum State {
        POSTED,
        /** Its sums disagree: nothing was posted. */
        QUARANTINED,
        /** The same money was posted before. */
        DUPLICATE,
        /** The same trace came before with other money, or it does not fit what is known of its claims: a person has to look. */
        WAITING,
        /** A person has posted its cash to unapplied, and nothing else of it. */
        UNAPPLIED,
        /** Its cash was in unapplied until the same money came again and was accepted. */
        REPLACED,
        /** A person has found that it is no money: nothing was posted. */
        DISCARDED,
        /** A person has taken its posting back. */
        UNDONE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Nothing is posted until a person has looked. */
        boolean isForPerson() {
            return this == QUARANTINED || this == WAITING;
        }

        /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such state */
        public static State fromString(String wire) {
            return Arrays.stream(values())
                    .filter(state -> state.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such state of a remittance"));
        }
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "x12_file_id")
    private UUID x12FileId;

    private String source;

    private int position;

    @Column(name = "transaction_control_number")
    private String transactionControlNumber;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "trace_number")
    private String traceNumber;

    private String originator;

    @Column(name = "payer_name")
    private String payerName;

    @Column(name = "payee_identifier")
    private String payeeIdentifier;

    @Column(name = "payment_cents")
    private long paymentCents;

    @Column(name = "payment_date")
    private LocalDate paymentDate;

    @Column(name = "payment_method")
    private String paymentMethod;

    @Column(name = "claims_paid_cents")
    private long claimsPaidCents;

    @Column(name = "provider_adjustments_cents")
    private long providerAdjustmentsCents;

    private String disagreements;

    @Column(name = "provider_adjustments")
    private String providerAdjustments;

    private String explanation;

    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @Column(name = "judged_up_to")
    private @Nullable UUID judgedUpTo;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Column(name = "unapplied_cents")
    private @Nullable Long unappliedCents;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decision_reason")
    private @Nullable String decisionReason;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Remittance() {}

    @SuppressWarnings("NullAway.Init")
    Remittance(UUID id, RemittanceSource source, Remitted remitted, State state, String explanation, Instant at) {
        this.id = id;
        this.x12FileId = source.fileId();
        this.source = source.kind().wire();
        this.position = source.position();
        this.transactionControlNumber = remitted.controlNumber();
        this.state = state;
        this.traceNumber = remitted.traceNumber();
        this.originator = remitted.originator();
        this.payerName = remitted.payerName();
        this.payeeIdentifier = remitted.payeeIdentifier();
        this.paymentCents = remitted.payment().value();
        this.paymentDate = remitted.paymentDate();
        this.paymentMethod = remitted.paymentMethod();
        this.claimsPaidCents = remitted.claimsPaid().value();
        this.providerAdjustmentsCents = remitted.takenAway().value();
        this.disagreements = FactsJson.write(remitted.disagreements());
        this.providerAdjustments = FactsJson.write(remitted.providerAdjustments());
        this.contentHash = remitted.contentHash();
        this.explanation = explanation;
        this.receivedAt = at;
    }

    /** It is posted. */
    void posted(String newExplanation, @Nullable UUID payer) {
        state = State.POSTED;
        explanation = newExplanation;
        payerId = payer;
    }

    /** It waits still. @param upTo what is posted later than that may change it */
    void judged(UUID upTo) {
        judgedUpTo = upTo;
    }

    /** What is for its claims, BPR02 and what PLB takes away, is in unapplied until a person says whose it is. */
    void unapplied() {
        unappliedCents = forClaims().value();
    }

    /** What a person has put into unapplied; BPR02 of one that came there before PLB went to its own accounts. */
    Cents inUnapplied() {
        return unappliedCents == null ? payment() : Cents.of(unappliedCents);
    }

    /** All of BPR02 went to unapplied, and PLB nowhere: so it was done before PLB went to its own accounts. */
    boolean isUnappliedWhole() {
        return state == State.UNAPPLIED && unappliedCents == null;
    }

    /** BPR02 + ΣPLB, which is ΣCLP04 of a payment that balances (005010X221A1, 1.10.2.1.3). */
    Cents forClaims() {
        return payment().plus(Cents.of(providerAdjustmentsCents));
    }

    /** Who has decided what is done with it, when and why. */
    record Decision(String by, Instant at, String reason) {}

    void decided(State newState, String newExplanation, Decision decision) {
        state = newState;
        explanation = newExplanation;
        decidedBy = decision.by();
        decidedAt = decision.at();
        decisionReason = decision.reason();
    }

    UUID id() {
        return id;
    }

    /** Whose payment it is, as far as its claims or earlier payments of the same originator tell. */
    void ofPayer(@Nullable UUID payer) {
        payerId = payer;
    }

    @Nullable
    UUID payerId() {
        return payerId;
    }

    UUID x12FileId() {
        return x12FileId;
    }

    int position() {
        return position;
    }

    boolean isPosted() {
        return state == State.POSTED;
    }

    State state() {
        return state;
    }

    String explanation() {
        return explanation;
    }

    String traceNumber() {
        return traceNumber;
    }

    /** N102. */
    String payerName() {
        return payerName;
    }

    String originator() {
        return originator;
    }

    Cents payment() {
        return Cents.of(paymentCents);
    }

    LocalDate paymentDate() {
        return paymentDate;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    long revision() {
        return revision;
    }

    Announced announced() {
        return new Announced(id, traceNumber, originator, payerName, payment(), paymentDate);
    }

    boolean isSameMoneyAs(Remittance other) {
        return traceNumber.equals(other.traceNumber)
                && originator.equals(other.originator)
                && paymentCents == other.paymentCents
                && paymentDate.equals(other.paymentDate)
                && payeeIdentifier.equals(other.payeeIdentifier);
    }

    /** TRN02, TRN03, BPR02, BPR16 and the payee make the money; the envelope does not matter. */
    boolean isSameMoneyAs(Remitted other) {
        return traceNumber.equals(other.traceNumber())
                && originator.equals(other.originator())
                && paymentCents == other.payment().value()
                && paymentDate.equals(other.paymentDate())
                && payeeIdentifier.equals(other.payeeIdentifier());
    }

    /** And not only of the same money; of those that came before there was a digest nobody knows. */
    boolean saysTheSameAs(Remitted other) {
        return contentHash == null || contentHash.equals(other.contentHash());
    }

    RemittanceView view(List<RemittanceView.ClaimView> claims) {
        return new RemittanceView(
                id,
                state,
                explanation,
                traceNumber,
                originator,
                payerName,
                payeeIdentifier,
                paymentCents,
                paymentDate,
                paymentMethod,
                claimsPaidCents,
                providerAdjustmentsCents,
                FactsJson.read(disagreements, new TypeReference<List<Remitted.Disagreement>>() {}).stream()
                        .map(disagreement -> RemittanceView.DisagreementView.of(disagreement, position))
                        .toList(),
                FactsJson.read(providerAdjustments, new TypeReference<List<Remitted.ProviderAdjustment>>() {}).stream()
                        .map(adjustment -> new RemittanceView.ProviderAdjustmentView(
                                adjustment.reason(),
                                adjustment.reference(),
                                adjustment.amount().value()))
                        .toList(),
                claims,
                source,
                source.equals(RemittanceSource.Kind.PAPER.wire()) ? null : x12FileId,
                position,
                transactionControlNumber,
                receivedAt,
                decidedBy == null || decidedAt == null || decisionReason == null
                        ? null
                        : new RemittanceView.DecisionView(decidedBy, decidedAt, decisionReason),
                revision);
    }
}
