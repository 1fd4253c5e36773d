package org.superbill.billing.claim;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
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

    @Embedded
    private BilledEncounters encounters;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column(name = "payer_sequence")
    private int payerSequence;

    private boolean institutional;

    private int part;

    private boolean split;

    private long number;

    @Column(name = "current_version")
    private int currentVersion;

    @Column(name = "coding_version")
    private int codingVersion;

    @Enumerated(EnumType.STRING)
    private Adjudication adjudication;

    @Column(name = "adjudication_since")
    private Instant adjudicationSince;

    /** The payer's date of its newest decision. */
    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

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

    /** Of the payers in their turns that are not billed now; of the one that is, the claim itself says it. */
    @Convert(converter = StoredJson.DecisionsInTurn.class)
    @Column(name = "other_payers")
    private @Nullable List<DecisionInTurn> otherPayers;

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
        this.encounters = new BilledEncounters(facts.encounter().encounterId());
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

    void addVersion(String frequency, @Nullable String replaces, ClaimFacts facts, Instant at) {
        var coordination = versions.isEmpty() || billingSequence == 1
                ? null
                : current().coordination(); // a correction to a later payer says again what was paid before
        currentVersion++;
        versions.add(new ClaimVersion(this, currentVersion, frequency, replaces, facts, at));
        current().coordination(coordination);
        follow(facts);
    }

    /** The current version says something else. */
    void takes(ClaimFacts facts) {
        current().rebuild(facts);
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
        takes(facts);
    }

    UnsentClaim unsent(Moment moment) {
        return new UnsentClaim(this, moment);
    }

    FromPayer fromPayer(ClaimVersion version, Moment moment) {
        return new FromPayer(this, version, moment);
    }

    NextVersion next(Moment moment) {
        return new NextVersion(this, moment);
    }

    EncounterNews news(Moment moment) {
        return new EncounterNews(this, moment);
    }

    BilledEncounters encounters() {
        return encounters;
    }

    void markVoided(boolean now) {
        voided = now;
    }

    BesidesSending besides(Moment moment) {
        return new BesidesSending(this, moment);
    }

    boolean isToAnotherPayer(ClaimFacts facts) {
        return !facts.payer().payerId().equals(payerId);
    }

    /** Other encounters may join it while it is unsent. @param key as {@link Gathering#keyOf} */
    void gathers(String key) {
        encounters.gathers(key);
    }

    /** It has other lines of the same encounters. */
    void gathersWith(Claim other) {
        encounters = other.encounters.copy();
    }

    /** Whether other encounters may join it, or have. */
    boolean isGathering() {
        return encounters.isGathering();
    }

    /** All that it bills, in the order in which they came. */
    List<UUID> encounterIds() {
        return encounters.all();
    }

    /** Whether other claims have the rest of the encounter's lines. */
    void partedWithOthers(boolean others) {
        split = others;
    }

    /** Whether any of its payers may have it. */
    boolean mayBeWithPayer() {
        return versions.stream().mapToInt(ClaimVersion::sequence).distinct().anyMatch(this::mayBeWithPayer);
    }

    /** Whether the payer in this turn may have it: something went to it that it did not refuse, and it has not taken that back. */
    boolean mayBeWithPayer(int sequence) {
        return versions.stream()
                .filter(version -> version.sequence() == sequence
                        && !version.transport().isUnsent()
                        && !version.transport().isRejected())
                .reduce((earlier, later) -> later)
                .filter(newest -> !newest.isVoid() || newest.transport() != Transport.ACCEPTED)
                .isPresent();
    }

    List<DecisionInTurn> otherPayers() {
        return otherPayers == null ? List.of() : otherPayers;
    }

    void otherPayers(List<DecisionInTurn> decisions) {
        otherPayers = List.copyOf(decisions);
    }

    /** The newest version that the payer in this turn may have, but for one that takes it back. */
    ClaimVersion lastSent(int sequence) {
        return versions.stream()
                .filter(version -> version.sequence() == sequence
                        && version.sentAt() != null
                        && !version.isVoid()
                        && !version.transport().isRejected())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Claim %s was never sent".formatted(id)));
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

    /** @throws Problem {@code CLAIM_STEP_NOT_ALLOWED} with the reason */
    NextAllowed.Option require(String action) {
        return require(action, null);
    }

    /** @param payerInTurn null for the payer that is billed */
    NextAllowed.Option require(String action, @Nullable Integer payerInTurn) {
        var next = NextAllowed.of(this);
        return next.option(action, payerInTurn)
                .orElseThrow(() -> new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, next.why()));
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

    /** A payer has passed the claim on: until this day the answer of the next one is awaited, so that nobody is billed twice. */
    Optional<LocalDate> nextPayerSilentFrom() {
        return adjudication == Adjudication.FORWARDED && current().transport().isAnswered()
                ? Optional.of(NextOwner.silentFrom(LocalDate.ofInstant(
                        adjudicationSince,
                        ZoneId.of(current().facts().organization().timeZone()))))
                : Optional.empty();
    }

    /** The payer that is billed has taken the void: it has nothing of the claim any more. */
    boolean isTakenBack() {
        return current().isVoid() && current().transport() == Transport.ACCEPTED;
    }

    /** What was sent last is not what was coded since, or what took place at all. */
    boolean isAmendmentOpen() {
        return voided
                ? mayBeWithPayer() && (!current().isVoid() || isTakenBack())
                : codingVersion > current().facts().encounter().version();
    }

    /** @param payersNumber by which the payer that is billed knows it */
    void knownAs(@Nullable String payersNumber) {
        payerClaimNumber = payersNumber;
    }

    void codedAs(int version) {
        codingVersion = version;
    }

    void billTo(BilledTo whom) {
        billedTo = whom;
    }

    /** @param sequence the turn of the payer that is billed, from 1 */
    void billedInTurn(int sequence) {
        billingSequence = sequence;
    }

    /** What was sent is no longer what happened while the coding is amended or the encounter voided: it stays with the biller. */
    void ownerAfterPayer(NextOwner next) {
        if (voided && !mayBeWithPayer()) {
            owner(NextOwner.NOBODY);
        } else if (voided && isTakenBack()) { // another payer has it still
            owner(new NextOwner(OwnerRole.BILLER, next.due()));
        } else if (current().isVoid()) {
            owner(next);
        } else if (!voided && codingVersion <= current().facts().encounter().version()) {
            owner(next);
        }
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

    void owner(NextOwner next) {
        ownerRole = next.role();
        ownerDue = next.due();
    }

    void note(Moment moment, String step, String detail) {
        note(moment, current(), step, detail);
    }

    void note(Moment moment, ClaimVersion version, String step, String detail) {
        changedAt = moment.at();
        remember(moment, version, step, detail);
    }

    /** For the timeline only: the claim is what it was. */
    void remember(Moment moment, ClaimVersion version, String step, String detail) {
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

    ClaimVersion versionNumbered(String claimNumber) {
        return versions.stream()
                .filter(version -> version.claimNumber().equals(claimNumber))
                .findFirst()
                .orElseThrow();
    }

    /** Whether they are in memory. */
    boolean hasItsVersions() {
        return Hibernate.isInitialized(versions);
    }

    List<ClaimVersion> versions() {
        return List.copyOf(versions);
    }

    UUID id() {
        return id;
    }

    UUID encounterId() {
        return encounters.first();
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

    /** The day on which the payer has decided: its own date, else that on which we were told. */
    LocalDate decidedOn() {
        return decidedOn == null
                ? LocalDate.ofInstant(
                        adjudicationSince,
                        ZoneId.of(current().facts().organization().timeZone()))
                : decidedOn;
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

    /** Who have decided it in their turn, before the payer that is billed. */
    List<UUID> payersBefore() {
        var coordination = current().coordination();
        return coordination == null
                ? List.of()
                : coordination.priorPayers().stream().map(PriorPayer::payerId).toList();
    }

    /** The turn of the payer that is billed, from 1. */
    int billingSequence() {
        return billingSequence;
    }

    /** It is printed and mailed by a person: that is how the payer takes such claims. */
    boolean isOnPaper() {
        var facts = current().facts();
        return facts.isOnPaper()
                || isWithLaterPayer()
                        && Boolean.FALSE.equals(facts.payer().profile().agreed().acceptsSecondaryElectronically());
    }

    boolean isInBooks() {
        return wasSent() || billedTo == BilledTo.PATIENT;
    }

    boolean wasSent() {
        return versions.stream().anyMatch(version -> version.sentAt() != null);
    }

    /** The organization's day on which the current version left; it has. */
    LocalDate sentOn() {
        return LocalDate.ofInstant(
                Objects.requireNonNull(current().sentAt()),
                ZoneId.of(current().facts().organization().timeZone()));
    }

    boolean isVoided() {
        return voided;
    }

    long revision() {
        return revision;
    }
}
