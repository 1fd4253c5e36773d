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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
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

    private int part;

    private boolean split;

    private @Nullable String gathering;

    @Column(name = "gathered_encounters")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<UUID> gatheredEncounters;

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

    @Enumerated(EnumType.STRING)
    @Column(name = "billed_to")
    private BilledTo billedTo;

    @Column(name = "billing_sequence")
    private int billingSequence;

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
        this(id, number, facts, 1, moment);
    }

    /** @param part of the encounter's lines, from 1 */
    @SuppressWarnings("NullAway.Init")
    Claim(UUID id, long number, ClaimFacts facts, int part, Moment moment) {
        this.id = id;
        this.number = number;
        this.encounterId = facts.encounter().encounterId();
        this.patientId = facts.patient().patientId();
        this.payerSequence = 1;
        this.institutional = facts.isInstitutional();
        this.part = part;
        this.billedTo = BilledTo.PAYER;
        this.billingSequence = 1;
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

    /** A moment of the business clock, the organization's date at it, and from whom or what it comes. */
    record Moment(Instant at, LocalDate today, Source source) {
        Moment(Instant at, LocalDate today) {
            this(at, today, Source.SYSTEM);
        }

        Moment from(Source other) {
            return new Moment(at, today, other);
        }
    }

    private void addVersion(String frequency, @Nullable String replaces, ClaimFacts facts, Instant at) {
        var coordination = versions.isEmpty() || billingSequence == 1
                ? null
                : current().coordination(); // a correction to a later payer says again what was paid before
        currentVersion++;
        versions.add(new ClaimVersion(this, currentVersion, frequency, replaces, facts, at));
        current().coordination(coordination);
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

    /** Other encounters may join it while it is unsent. @param key as {@link Gathering#keyOf} */
    void gathers(String key) {
        gathering = key;
    }

    /** Another encounter joins it. */
    void join(UUID encounter, Moment moment) {
        var others = new ArrayList<>(gatheredEncounters == null ? List.<UUID>of() : gatheredEncounters);
        others.add(encounter);
        gatheredEncounters = List.copyOf(others);
        note(moment, "gathered", "Encounter %s is billed with it".formatted(encounter));
    }

    /** One of several encounters was voided; it is billed without that. */
    void leave(UUID encounter, Moment moment) {
        var others = new ArrayList<>(encounterIds());
        others.remove(encounter);
        encounterId = others.remove(0);
        gatheredEncounters = others.isEmpty() ? null : List.copyOf(others);
        note(moment, "encounter-voided", "Encounter %s must not be billed".formatted(encounter));
    }

    /** Whether other encounters may join it, or have. */
    boolean isGathering() {
        return gathering != null;
    }

    /** All that it bills, in the order in which they came. */
    List<UUID> encounterIds() {
        var all = new ArrayList<UUID>();
        all.add(encounterId);
        if (gatheredEncounters != null) {
            all.addAll(gatheredEncounters);
        }
        return all;
    }

    /** Whether other claims have the rest of the encounter's lines. */
    void partedWithOthers(boolean others) {
        split = others;
    }

    /** The coding leaves nothing for this claim any more. */
    void leftEmpty(int version, Moment moment) {
        if (mayBeWithPayer()) {
            codingAmended(version, moment);
        } else {
            encounterVoided(moment);
        }
    }

    /** What no file carries yet never leaves; what a payer may have is a biller's to take back. */
    void encounterVoided(Moment moment) {
        voided = true;
        if (current().waitsForFile() && !current().isVoid()) {
            current().findings(List.of(Edits.voided()));
            current().moveTo(Transport.EDITS_FAILED, moment.at());
        }
        owner(mayBeWithPayer() ? NextOwner.toCorrect(moment.today()) : NextOwner.NOBODY);
        note(moment, "encounter-voided", "The encounter must not be billed");
    }

    boolean mayBeWithPayer() {
        return !isTakenBack()
                && versions.stream()
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
        note(moment, current().transport().wire(), Claim.told(findings, errors));
    }

    /** The counts and the rules, so that the timeline shows each edit. */
    private static String told(List<Finding> findings, long errors) {
        var counts = "%d errors, %d warnings".formatted(errors, findings.size() - errors);
        return findings.isEmpty()
                ? counts
                : counts + ": "
                        + findings.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
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
        if (current().transport() == Transport.QUEUED && !current().waitsForFile()) {
            throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, "A file carries this version: it leaves any moment");
        }
        current().moveTo(Transport.HELD, moment.at());
        current().reason(reason);
        owner(NextOwner.toCorrect(moment.today()));
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
            next = NextAllowed.aNewClaim(this, "Another payer is billed: a new claim, which refers to nothing");
        }
        var correction = next.option(NextAllowed.CORRECT).orElse(null);
        if (correction == null) {
            var refused = adjudication.isDecided()
                    && !current().facts().payer().profile().acceptsCorrectedClaims();
            throw new Problem(
                    refused ? ClaimProblem.CLAIM_CORRECTION_NOT_ACCEPTED : ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    next.why());
        }
        if (current().isVoid() && current().transport() == Transport.ACCEPTED) { // what the payer had is gone
            payerClaimNumber = null;
            adjudicate(Adjudication.NONE, moment);
        }
        addVersion(Objects.requireNonNull(correction.frequency()), correction.references(), facts, moment.at());
        current().reason(reason);
        note(moment, "corrected", reason == null ? correction.why() : reason);
    }

    /** Takes back what the payer has decided: the same claim again, with frequency 8. */
    void takeBack(String reason, Moment moment) {
        var option = require(NextAllowed.VOID);
        var coded = codingVersion;
        addVersion("8", option.references(), lastSent().facts(), moment.at());
        codingVersion = coded; // a void says what was sent, not what was coded since
        current().reason(reason);
        current().moveTo(Transport.READY, moment.at());
        owner(NextOwner.toSubmit(moment.today()));
        note(moment, "void-prepared", reason);
    }

    /** Bills the next payer in turn, once the one before it has decided and has not forwarded the claim itself. */
    void billNext(ClaimFacts facts, Coordination coordination, Moment moment) {
        require(NextAllowed.BILL_NEXT_PAYER);
        if (adjudication == Adjudication.FORWARDED
                && ownerDue != null
                && moment.today().isBefore(ownerDue)) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "The payer has passed the claim on: until %s its answer is awaited, so that nobody is billed twice"
                            .formatted(ownerDue));
        }
        payerClaimNumber = null;
        adjudicate(Adjudication.NONE, moment);
        billingSequence = coordination.sequence();
        addVersion("1", null, facts, moment.at());
        current().coordination(coordination);
        note(moment, "next-payer-billed", "Payer %d in turn".formatted(coordination.sequence()));
    }

    /** An amended coding reaches a version that no file carries yet. */
    void takeIntoQueue(ClaimFacts facts, List<Finding> findings, Moment moment) {
        if (!current().waitsForFile() || isToAnotherPayer(facts)) {
            throw new IllegalStateException("Claim %s does not wait for a file to this payer".formatted(id));
        }
        current().rebuild(facts);
        follow(facts);
        current().findings(findings);
        if (current().isStopped()) {
            current().moveTo(Transport.EDITS_FAILED, moment.at());
            owner(NextOwner.toSubmit(moment.today()));
        }
        note(moment, "coding-taken-over", "Version %d of the coding, before the claim left".formatted(codingVersion));
    }

    /** The patient pays all of it: no payer has decided anything. */
    void billToPatient(String reason, Moment moment) {
        require(NextAllowed.BILL_PATIENT);
        billedTo = BilledTo.PATIENT;
        current().reason(reason);
        owner(NextOwner.toPay(moment.today()));
        note(moment, "billed-to-patient", reason);
    }

    /** A coverage was found after all. */
    void billToPayer(String reason, Moment moment) {
        require(NextAllowed.BILL_PAYER);
        billedTo = BilledTo.PAYER;
        current().reason(reason);
        owner(NextOwner.toSubmit(moment.today()));
        note(moment, "billed-to-payer", reason);
    }

    /** What was refused is for the coder to look at; whoever amends the coding leads to the replacement. */
    void sentToCoder(Moment moment) {
        if (ownerRole == OwnerRole.BILLER && !voided) {
            owner(NextOwner.toCode(moment.today()));
            note(moment, "sent-to-coder", "The refusal is for the coder to look at");
        }
    }

    /** The payer is asked, outside of X12, to look at its decision again (42 CFR 405.980). */
    void reopen(String reason, Moment moment) {
        require(NextAllowed.REOPEN);
        owner(NextOwner.toReopen(moment.today()));
        note(moment, "reopening-requested", reason);
    }

    /** An appeal has gone to the payer, or its outcome has come. */
    void appealed(String step, String detail, NextOwner next, Moment moment) {
        owner(next);
        note(moment, step, detail);
    }

    /** @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} with the reason */
    NextAllowed.Option require(String action) {
        var next = NextAllowed.of(this);
        return next.option(action).orElseThrow(() -> new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, next.why()));
    }

    /** The newest version that the payer may have. */
    private ClaimVersion lastSent() {
        return versions.stream()
                .filter(version -> version.sentAt() != null
                        && !version.isVoid()
                        && !version.transport().isRejected())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Claim %s was never sent".formatted(id)));
    }

    /** What the books should show of charges: nothing when a void is with the payer, else those of the newest version that it has. */
    Optional<ClaimFacts> chargedFacts() {
        return versions.stream()
                .filter(version -> version.sentAt() != null
                        && version.sequence() == 1
                        && (!version.isVoid() || !version.transport().isRejected()))
                .reduce((earlier, later) -> later)
                .filter(version -> !version.isVoid())
                .map(ClaimVersion::facts);
    }

    /** The payer has taken the void: it has nothing of the claim any more. */
    boolean isTakenBack() {
        return current().isVoid() && current().transport() == Transport.ACCEPTED;
    }

    /** What was sent last is not what was coded since, or what took place at all. */
    boolean isAmendmentOpen() {
        return voided
                ? mayBeWithPayer() && !current().isVoid()
                : codingVersion > current().facts().encounter().version();
    }

    void sent(ClaimVersion version, Moment moment) {
        version.sent(moment.at());
        ownerAfterPayer(NextOwner.toAcknowledge(moment.today()));
        note(moment, version, "sent", "Claim %s, frequency %s".formatted(version.claimNumber(), version.frequency()));
    }

    /**
     * Nobody has said that the file arrived.
     *
     * @return whether it is a biller's now
     */
    boolean unacknowledged(ClaimVersion version, Moment moment) {
        if (version.transport() != Transport.SENT || version.version() != currentVersion) {
            return false;
        }
        ownerAfterPayer(NextOwner.toSubmit(moment.today()));
        note(moment, version, "unacknowledged", "The receiver has not acknowledged the file in time");
        return true;
    }

    /** The payer has answered a question about a version. */
    void statusTold(
            ClaimVersion version, @Nullable String payersNumber, String detail, boolean needsBiller, Moment moment) {
        note(moment, version, "status-told", detail);
        if (version.version() != currentVersion) {
            return;
        }
        if (payersNumber != null && payerClaimNumber == null) {
            payerClaimNumber = payersNumber;
        }
        if (needsBiller && !adjudication.isDecided()) {
            ownerAfterPayer(NextOwner.toSubmit(moment.today()));
        }
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
        } else if (current().isVoid()) {
            owner(next);
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
        history.add(new HistoryEntry(id, version.version(), moment.at(), step, detail, moment.source()));
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

    /** Which part of the encounter's lines it has, from 1. */
    int part() {
        return part;
    }

    /** Whether other claims have the rest of the encounter's lines; edits then look at all of them. */
    boolean isSplit() {
        return split;
    }

    /** The facility's claim of the encounter, else the professional's. */
    boolean isInstitutional() {
        return institutional;
    }

    int payerSequence() {
        return payerSequence;
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

    Instant adjudicationSince() {
        return adjudicationSince;
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

    BilledTo billedTo() {
        return billedTo;
    }

    /** What the payers before it have decided is about what was coded then. */
    boolean isWithLaterPayer() {
        return billingSequence > 1;
    }

    /** The turn of the payer that is billed, from 1. */
    int billingSequence() {
        return billingSequence;
    }

    Instant adjudicationSince() {
        return adjudicationSince;
    }

    boolean isInBooks() {
        return wasSent() || billedTo == BilledTo.PATIENT;
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
