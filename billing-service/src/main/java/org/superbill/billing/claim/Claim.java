package org.superbill.billing.claim;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.PassedWarning;
import org.superbill.billing.edits.Severity;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.servicekit.problem.Problem;

/** One encounter billed to one payer, for its professional or its facility. Its versions are changed through it, so that its revision tells of every change. */
@Entity
class Claim {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column(name = "payer_sequence")
    private int payerSequence;

    private boolean institutional;

    private long number;

    @Column(name = "current_version")
    private int currentVersion;

    @Column(name = "coding_version")
    private int codingVersion;

    @Enumerated(EnumType.STRING)
    private Adjudication adjudication;

    @Column(name = "adjudication_since")
    private Instant adjudicationSince;

    @Column(name = "payer_claim_number")
    private @Nullable String payerClaimNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "owner_role")
    private OwnerRole ownerRole;

    @Column(name = "owner_due")
    private @Nullable LocalDate ownerDue;

    private boolean voided;

    @Column(name = "taken_over")
    private boolean takenOver;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long revision;

    @OneToMany(mappedBy = "claim", cascade = CascadeType.PERSIST)
    @OrderBy("version")
    private List<ClaimVersion> versions = new ArrayList<>();

    @Transient
    private final List<HistoryEntry> history = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    @SuppressWarnings("NullAway.Init")
    Claim(UUID id, long number, ClaimFacts facts, Moment moment) {
        this.id = id;
        this.number = number;
        this.encounterId = facts.encounter().encounterId();
        this.patientId = facts.patient().patientId();
        this.payerSequence = 1;
        this.institutional = facts.isInstitutional();
        this.adjudication = Adjudication.NONE;
        this.adjudicationSince = moment.at();
        this.createdAt = moment.at();
        this.ownerRole = OwnerRole.BILLER;
        addVersion("1", null, facts, moment.at());
        note(
                moment,
                "built",
                "Claim %s from coding version %d".formatted(current().claimNumber(), codingVersion));
    }

    /** A moment of the business clock, and the organization's date at it. */
    record Moment(Instant at, LocalDate today) {}

    private void addVersion(String frequency, @Nullable String replaces, ClaimFacts facts, Instant at) {
        currentVersion++;
        versions.add(new ClaimVersion(this, currentVersion, frequency, replaces, facts, at));
        follow(facts);
    }

    private void follow(ClaimFacts facts) {
        payerId = facts.payer().payerId();
        codingVersion = facts.encounter().version();
    }

    /** While it is unsent; a replacement, which names the number of the payer that has decided, only while they name that payer. */
    boolean canTake(ClaimFacts facts) {
        return current().transport().isUnsent()
                && (current().replacesPayerClaimNumber() == null || !isToAnotherPayer(facts));
    }

    /** An unsent version takes the facts of today, be it a coding that was amended or a coverage that was corrected. */
    void rebuild(ClaimFacts facts) {
        if (!canTake(facts)) {
            throw new IllegalStateException("Claim %s has left with its facts".formatted(id));
        }
        current().rebuild(facts);
        follow(facts);
    }

    /** An unsent version of a claim that another payer has decided becomes a new claim. */
    void turnTo(ClaimFacts facts, boolean payerOwesAll, Moment moment) {
        if (!canTake(facts)) {
            leaveDecision(payerOwesAll, moment);
            current().startOver();
        }
        rebuild(facts);
    }

    private boolean isToAnotherPayer(ClaimFacts facts) {
        return !facts.payer().payerId().equals(payerId);
    }

    /** The decision of a payer is left behind when another is billed, and only when nothing of it is left in the books. */
    private void leaveDecision(boolean payerOwesAll, Moment moment) {
        if (!payerOwesAll) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The coverage names another payer than the one that has decided, whose decision is in the books: it has to be reversed first");
        }
        payerClaimNumber = null;
        adjudicate(Adjudication.NONE, moment);
        note(moment, "payer-changed", "Another payer is billed than the one that has decided");
    }

    /** The coding was amended after this version had left: a biller decides whether to correct the claim. */
    void codingAmended(int version, Moment moment) {
        codingVersion = version;
        owner(NextOwner.toCorrect(moment.today()));
        note(moment, "coding-amended", "Version %d of the coding differs from that of the claim".formatted(version));
    }

    /** What no file carries yet never leaves; what a payer may have is a biller's to take back. */
    void encounterVoided(Moment moment) {
        voided = true;
        if (current().waitsForFile()) {
            current().findings(List.of(Edits.voided()));
            current().moveTo(Transport.EDITS_FAILED, moment.at());
        }
        owner(mayBeWithPayer() ? NextOwner.toCorrect(moment.today()) : NextOwner.NOBODY);
        note(moment, "encounter-voided", "The encounter must not be billed");
    }

    private boolean mayBeWithPayer() {
        return versions.stream()
                .map(ClaimVersion::transport)
                .anyMatch(transport -> !transport.isUnsent() && !transport.isRejected());
    }

    /**
     * A former system has sent it: it is with its payer.
     *
     * @param encounterKnown whether other services know the encounter, so that they are told of the claim
     * @param sentAt when it was first sent
     */
    void takenOver(
            String controlNumber,
            @Nullable String payersNumber,
            boolean encounterKnown,
            Instant sentAt,
            Moment moment) {
        takenOver = !encounterKnown;
        current().takenOver(controlNumber, sentAt);
        payerClaimNumber = payersNumber;
        adjudicate(Adjudication.PENDING, moment);
        owner(NextOwner.afterAnswer(Transport.ACCEPTED, moment.today()));
        note(moment, "taken-over", "Sent by a former system as claim %s".formatted(controlNumber));
    }

    void scrubbed(List<Finding> findings, Moment moment) {
        current().findings(findings);
        var errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        current().moveTo(current().isStopped() ? Transport.EDITS_FAILED : Transport.READY, moment.at());
        owner(NextOwner.toSubmit(moment.today()));
        note(
                moment,
                current().transport().wire(),
                "%d errors, %d warnings".formatted(errors, findings.size() - errors));
    }

    /**
     * Somebody answers for a warning: it keeps this version no longer.
     *
     * @throws Problem {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_WARNING_NOT_FOUND}
     */
    void pass(String rule, String pointer, String reason, String by, Moment moment) {
        if (current().transport() != Transport.EDITS_FAILED) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED, NextAllowed.of(this).why());
        }
        var warning = current().findings().stream()
                .filter(finding -> finding.needsReason()
                        && finding.rule().equals(rule)
                        && finding.pointer().equals(pointer)
                        && finding.stops(current().passedWarnings()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ClaimProblem.CLAIM_WARNING_NOT_FOUND, "The claim has no such warning that needs a reason"));
        current().passed(PassedWarning.of(warning, reason, by, moment.at()));
        note(moment, "warning-passed", "%s by %s: %s".formatted(rule, by, reason));
        scrubbed(current().findings(), moment);
    }

    void queue(@Nullable String clearinghouseClaimNumber, Moment moment) {
        current().clearinghouseClaimNumber(clearinghouseClaimNumber);
        current().moveTo(Transport.QUEUED, moment.at());
        owner(NextOwner.NOBODY);
        note(moment, "queued", "Waits for the next file to the payer");
    }

    void hold(String reason, Moment moment) {
        current().moveTo(Transport.HELD, moment.at());
        current().reason(reason);
        owner(new NextOwner(OwnerRole.BILLER, null));
        note(moment, "held", reason);
    }

    void release(String reason, List<Finding> findings, Moment moment) {
        if (current().transport() != Transport.HELD) {
            throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, "The claim is not held");
        }
        current().reason(null);
        note(moment, "released", reason);
        scrubbed(findings, moment);
    }

    /**
     * Makes the next version; what it may be is told by {@link NextAllowed}. Another payer than the one that has decided gets a new
     * claim.
     *
     * @param payerOwesAll whether the payer so far has neither paid nor written off nor passed on anything
     */
    void correct(ClaimFacts facts, @Nullable String reason, boolean payerOwesAll, Moment moment) {
        var next = NextAllowed.of(this);
        if (isToAnotherPayer(facts)
                && adjudication.isDecided()
                && current().transport().isAnswered()) {
            leaveDecision(payerOwesAll, moment);
            next = NextAllowed.aNewClaim("Another payer is billed: a new claim, which refers to nothing");
        }
        if (!next.actions().contains("correct")) {
            var refused = adjudication.isDecided()
                    && !current().facts().payer().profile().acceptsCorrectedClaims();
            throw new Problem(
                    refused ? ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED : ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    next.why());
        }
        addVersion(Objects.requireNonNull(next.frequency()), next.references(), facts, moment.at());
        current().reason(reason);
        note(moment, "corrected", reason == null ? next.why() : reason);
    }

    void sent(ClaimVersion version, Moment moment) {
        version.sent(moment.at());
        ownerAfterPayer(NextOwner.toAcknowledge(moment.today()));
        note(moment, version, "sent", "Claim %s, frequency %s".formatted(version.claimNumber(), version.frequency()));
    }

    /** X12 cannot say what this version says: back to the biller, so that the other claims can go. */
    void unwritable(ClaimVersion version, Finding finding, Moment moment) {
        version.findings(List.of(finding));
        version.moveTo(Transport.EDITS_FAILED, moment.at());
        owner(NextOwner.toSubmit(moment.today()));
        note(moment, version, "edits-failed", finding.message());
    }

    /**
     * What came back about a version on its way. What comes late, or about an older version, is noted and moves nothing backwards.
     *
     * @return whether the claim has changed
     */
    boolean answered(
            ClaimVersion version,
            Transport step,
            List<Rejection> rejections,
            @Nullable String payersNumber,
            String detail,
            Moment moment) {
        var known = payersNumber != null && payersNumber.equals(payerClaimNumber);
        if (version.transport() == step && (payersNumber == null || known)) {
            return false;
        }
        if (payersNumber != null && version.version() == currentVersion) {
            payerClaimNumber = payersNumber;
        }
        if (!version.canMoveTo(step)) {
            note(moment, version, version.transport() == step ? step.wire() : "late-" + step.wire(), detail);
            return false;
        }
        version.moveTo(step, moment.at());
        version.rejections(rejections);
        note(moment, version, step.wire(), detail);
        if (version.version() == currentVersion) {
            ownerAfterPayer(NextOwner.afterAnswer(step, moment.today()));
            if (step == Transport.ACCEPTED && adjudication.next().contains(Adjudication.PENDING)) {
                adjudicate(Adjudication.PENDING, moment);
            }
        }
        return true;
    }

    /** The payer's decision; a decision shows that the version had been accepted. */
    void decided(
            ClaimVersion version,
            Adjudication decision,
            @Nullable String payersNumber,
            ClaimMoney money,
            String detail,
            Moment moment) {
        if (version.canMoveTo(Transport.ACCEPTED)) {
            version.moveTo(Transport.ACCEPTED, moment.at());
        }
        if (decision == Adjudication.PREDETERMINATION
                && adjudication.isDecided()) { // an estimate takes no decision back
            note(moment, version, decision.wire(), detail);
            return;
        }
        var fromPayerBefore = isToAnotherPayer(version.facts());
        if (payersNumber != null && decision != Adjudication.REVERSED && !fromPayerBefore) {
            payerClaimNumber = payersNumber;
        }
        var expected = !fromPayerBefore && adjudication.next().contains(decision);
        adjudicate(expected ? decision : Adjudication.NEEDS_REVIEW, moment);
        note(moment, version, adjudication.wire(), detail);
        ownerAfterPayer(NextOwner.afterDecision(adjudication, money, moment.today()));
    }

    /** A person moved what is owed: with it goes whose turn it is. */
    void moneyMoved(String step, String detail, ClaimMoney money, Moment moment) {
        note(moment, step, detail);
        if (money.nobodyOwes()) {
            owner(NextOwner.NOBODY);
        } else if (money.insurance().isZero()) {
            owner(NextOwner.toPay(moment.today()));
        } else if (adjudication.isDecided()) {
            ownerAfterPayer(NextOwner.afterDecision(adjudication, money, moment.today()));
        }
    }

    /** What was sent is no longer what happened while the coding is amended or the encounter voided: it stays with the biller. */
    private void ownerAfterPayer(NextOwner next) {
        if (voided && !mayBeWithPayer()) {
            owner(NextOwner.NOBODY);
        } else if (!voided && codingVersion <= current().facts().encounter().version()) {
            owner(next);
        }
    }

    private void adjudicate(Adjudication decision, Moment moment) {
        adjudication = decision;
        adjudicationSince = moment.at();
    }

    private void owner(NextOwner next) {
        ownerRole = next.role();
        ownerDue = next.due();
    }

    private void note(Moment moment, String step, String detail) {
        note(moment, current(), step, detail);
    }

    private void note(Moment moment, ClaimVersion version, String step, String detail) {
        changedAt = moment.at();
        history.add(new HistoryEntry(id, version.version(), moment.at(), step, detail));
    }

    /** What happened since the claim was read; the store keeps it. */
    List<HistoryEntry> takeHistory() {
        var taken = List.copyOf(history);
        history.clear();
        return taken;
    }

    ClaimVersion current() {
        return version(currentVersion);
    }

    ClaimVersion version(int wanted) {
        return versions.stream()
                .filter(version -> version.version() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Claim %s has no version %d".formatted(id, wanted)));
    }

    List<ClaimVersion> versions() {
        return List.copyOf(versions);
    }

    UUID id() {
        return id;
    }

    UUID encounterId() {
        return encounterId;
    }

    UUID patientId() {
        return patientId;
    }

    UUID payerId() {
        return payerId;
    }

    /** The facility's claim of the encounter, else the professional's. */
    boolean isInstitutional() {
        return institutional;
    }

    long number() {
        return number;
    }

    int codingVersion() {
        return codingVersion;
    }

    Adjudication adjudication() {
        return adjudication;
    }

    @Nullable
    String payerClaimNumber() {
        return payerClaimNumber;
    }

    OwnerRole ownerRole() {
        return ownerRole;
    }

    @Nullable
    LocalDate ownerDue() {
        return ownerDue;
    }

    /** Of an encounter that other services do not know. */
    boolean isOfUnknownEncounter() {
        return takenOver;
    }

    boolean wasSent() {
        return versions.stream().anyMatch(version -> version.sentAt() != null);
    }

    boolean isVoided() {
        return voided;
    }

    long revision() {
        return revision;
    }
}
