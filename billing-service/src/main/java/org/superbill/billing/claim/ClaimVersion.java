package org.superbill.billing.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.PassedWarning;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.ReplacedWhole;

/** What is or was sent of a claim. Its content can change until it is queued, and never after. */
@Entity
@Table(name = "claim_version")
class ClaimVersion {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "claim_id")
    private Claim claim;

    private int version;

    @Column(name = "claim_number")
    private String claimNumber;

    private String frequency;

    @Column(name = "replaces_payer_claim_number")
    private @Nullable String replacesPayerClaimNumber;

    @Column(name = "clearinghouse_claim_number")
    private @Nullable String clearinghouseClaimNumber;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false) // the store moves many at once, without writing again what they say
    private Transport transport;

    @Column(name = "transport_since", updatable = false)
    private Instant transportSince;

    private @Nullable String reason;

    /** As it is stored: most of what happens to a claim leaves it unread, and updates go in batches only with all columns. */
    @Column(name = "facts")
    private String factsJson;

    @Transient
    private @Nullable ClaimFacts facts;

    @Column(name = "total_charge_cents")
    private long totalChargeCents;

    @Convert(converter = StoredJson.Findings.class)
    @Mutability(ReplacedWhole.class)
    private List<Finding> findings;

    @Convert(converter = StoredJson.PassedWarnings.class)
    @Column(name = "passed_warnings")
    @Mutability(ReplacedWhole.class)
    private List<PassedWarning> passedWarnings;

    @Convert(converter = StoredJson.Rejections.class)
    @Mutability(ReplacedWhole.class)
    private List<Rejection> rejections;

    @Convert(converter = StoredJson.OfCoordination.class)
    private @Nullable Coordination coordination;

    /** A condition code: why a facility's claim of frequency 7 or 8 was made. */
    @Column(name = "change_reason")
    private @Nullable String changeReason;

    @Column(name = "submission_id")
    private @Nullable UUID submissionId;

    @Column(name = "sent_by_former_system", updatable = false)
    private boolean sentByFormerSystem;

    @Column(name = "sent_at", updatable = false)
    private @Nullable Instant sentAt;

    /** What has changed of transport since it was read. */
    @Transient
    private Move move = Move.NONE;

    /** How a version went on. */
    enum Move {
        NONE,
        MOVED,
        SENT
    }

    @SuppressWarnings("NullAway.Init")
    protected ClaimVersion() {}

    @SuppressWarnings("NullAway.Init")
    ClaimVersion(Claim claim, int version, String frequency, @Nullable String replaces, ClaimFacts facts, Instant at) {
        this.id = Ids.next();
        this.claim = claim;
        this.version = version;
        this.claimNumber = ClaimNumbers.of(claim.number(), version);
        this.frequency = frequency;
        this.replacesPayerClaimNumber = replaces;
        this.transport = Transport.DRAFT;
        this.transportSince = at;
        this.findings = List.of();
        this.passedWarnings = List.of();
        this.rejections = List.of();
        rebuild(facts);
    }

    final void rebuild(ClaimFacts newFacts) {
        facts = newFacts;
        factsJson = StoredJson.of(newFacts);
        totalChargeCents = newFacts.totalChargeCents();
    }

    void coordination(@Nullable Coordination newCoordination) {
        coordination = newCoordination;
    }

    @Nullable
    Coordination coordination() {
        return coordination;
    }

    /** The turn of the payer that it is for, from 1. */
    int sequence() {
        return coordination == null ? 1 : coordination.sequence();
    }

    /** CLM05-3 is 8: it takes back what was sent before. */
    boolean isVoid() {
        return frequency.equals("8");
    }

    /** Whether a payer takes claims of its frequency. */
    boolean isTakenBy(PayerChanged payer) {
        return isVoid()
                ? Situation.takesVoids(payer)
                : frequency.equals("1") || payer.profile().acceptsCorrectedClaims();
    }

    /** @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} when it is no version to which that can be said */
    void changeReason(String code) {
        if (frequency.equals("1") || !facts().isInstitutional()) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "Only a facility's claim that replaces another or takes it back has a claim change reason");
        }
        changeReason = code;
    }

    /** Whether it says why it was made, by a code that fits its frequency. */
    boolean saysWhyItChanges() {
        return ChangeReason.isSaidIn(content().facts(), frequency);
    }

    /** It replaces nothing any more. */
    void startOver() {
        frequency = "1";
        changeReason = null;
        replacesPayerClaimNumber = null;
    }

    void findings(List<Finding> newFindings) {
        findings = List.copyOf(newFindings);
    }

    void passed(PassedWarning warning) {
        passedWarnings =
                Stream.concat(passedWarnings.stream(), Stream.of(warning)).toList();
    }

    /** Whether a finding keeps it from leaving. */
    boolean isStopped() {
        return findings.stream().anyMatch(finding -> finding.stops(passedWarnings));
    }

    void rejections(List<Rejection> newRejections) {
        rejections = List.copyOf(newRejections);
    }

    void clearinghouseClaimNumber(@Nullable String number) {
        if (number != null) {
            clearinghouseClaimNumber = number;
        }
    }

    void reason(@Nullable String newReason) {
        reason = newReason;
    }

    void writtenIn(UUID submission) {
        submissionId = submission;
    }

    /** A former system sent it under its own number, and the payer has it. */
    void takenOver(String number, Instant at) {
        claimNumber = number;
        sentByFormerSystem = true;
        transport = Transport.ACCEPTED;
        transportSince = at;
        sentAt = at;
    }

    void sent(Instant at) {
        moveTo(Transport.SENT, at);
        sentAt = at;
        move = Move.SENT;
    }

    /** Queued, and no file carries it yet. */
    boolean waitsForFile() {
        return transport == Transport.QUEUED && submissionId == null;
    }

    boolean canMoveTo(Transport step) {
        return transport.next().contains(step);
    }

    void moveTo(Transport step, Instant at) {
        if (!canMoveTo(step)) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "A claim that is %s cannot become %s".formatted(transport.wire(), step.wire()));
        }
        transport = step;
        transportSince = at;
        move = move == Move.SENT ? move : Move.MOVED;
    }

    /** What it has done since it was read, or since this was asked. */
    Move takeMove() {
        var taken = move;
        move = Move.NONE;
        return taken;
    }

    UUID id() {
        return id;
    }

    Claim claim() {
        return claim;
    }

    ClaimContent content() {
        return new ClaimContent(
                claim.id(),
                version,
                claimNumber,
                frequency,
                replacesPayerClaimNumber,
                clearinghouseClaimNumber,
                submissionId,
                ChangeReason.said(facts(), changeReason),
                coordination,
                sentByFormerSystem);
    }

    int version() {
        return version;
    }

    String claimNumber() {
        return claimNumber;
    }

    String frequency() {
        return frequency;
    }

    @Nullable
    String replacesPayerClaimNumber() {
        return replacesPayerClaimNumber;
    }

    Transport transport() {
        return transport;
    }

    Instant transportSince() {
        return transportSince;
    }

    ClaimFacts facts() {
        var known = facts;
        if (known == null) {
            known = StoredJson.facts(factsJson);
            facts = known;
        }
        return known;
    }

    long totalChargeCents() {
        return totalChargeCents;
    }

    List<Finding> findings() {
        return findings;
    }

    List<PassedWarning> passedWarnings() {
        return passedWarnings;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    /** Why it is held, or why it was made. */
    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    UUID submissionId() {
        return submissionId;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }
}
