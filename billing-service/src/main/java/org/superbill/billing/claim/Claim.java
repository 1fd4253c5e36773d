package org.superbill.billing.claim;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
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

    private long number;

    @Column(name = "current_version")
    private int currentVersion;

    @Column(name = "coding_version")
    private int codingVersion;

    @Embedded
    private Turn turn;

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
        this(id, number, facts, 1, moment);
    }

    /** @param part of the encounter's lines, from 1 */
    @SuppressWarnings("NullAway.Init")
    Claim(UUID id, long number, ClaimFacts facts, int part, Moment moment) {
        this.id = id;
        this.number = number;
        this.encounters = new BilledEncounters(facts.encounter().encounterId(), part);
        this.patientId = facts.patient().patientId();
        this.payerSequence = 1;
        this.institutional = facts.isInstitutional();
        this.turn = new Turn(moment.at());
        this.createdAt = moment.at();
        this.ownerRole = OwnerRole.BILLER;
        addVersion("1", null, facts, moment.at());
        note(
                moment,
                "built",
                "Claim %s from coding version %d".formatted(current().claimNumber(), codingVersion));
    }

    void addVersion(String frequency, @Nullable String replaces, ClaimFacts facts, Instant at) {
        var coordination = versions.isEmpty() || !turn.isOfLaterPayer()
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

    /**
     * While it is unsent; a replacement, which names the number of the payer that has decided, only while they name that payer, and a
     * void never, for it says what was sent.
     */
    boolean canTake(ClaimFacts facts) {
        return current().transport().isUnsent()
                && !current().isVoid()
                && (current().replacesPayerClaimNumber() == null || !isToAnotherPayer(facts));
    }

    /** Its payer has rejected it and the patient is billed for it: nobody has it, and what is coded anew is a new version, which can be charged. */
    boolean isPatientsAfterRejection() {
        return turn.isPatients() && current().transport().isRejected();
    }

    /** An unsent version takes the facts of today, be it a coding that was amended or a coverage that was corrected. */
    void rebuild(ClaimFacts facts) {
        if (!canTake(facts)) {
            throw new IllegalStateException("Claim %s has left with its facts".formatted(id));
        }
        takes(facts);
    }

    void discardCurrent() {
        versions.remove(current());
        currentVersion--;
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

    Turn turn() {
        return turn;
    }

    SentVersions sent() {
        return new SentVersions(List.copyOf(versions));
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

    /** Whether other encounters may join it, or have. */
    boolean isGathering() {
        return encounters.isGathering();
    }

    /** Another encounter joins the claim that has the first lines; not what a person bills to the patient, or is billed to a later payer. */
    boolean canBeJoined(ClaimFacts facts) {
        return encounters.part() == 1 && turn.billedTo() == BilledTo.PAYER && !turn.isOfLaterPayer() && canTake(facts);
    }

    /** A former system has sent it, for an encounter that other services do not know: they are not told of it. */
    void ofUnknownEncounter() {
        takenOver = true;
    }

    /** A payer has passed the claim on: until this day the answer of the next one is awaited, so that nobody is billed twice. */
    Optional<LocalDate> nextPayerSilentFrom() {
        return turn.adjudication() == Adjudication.FORWARDED
                        && current().transport().isAnswered()
                ? Optional.of(NextOwner.silentFrom(turn.adjudicatedOn(zone())))
                : Optional.empty();
    }

    /** The payer that is billed has taken the void: it has nothing of the claim any more. */
    boolean isTakenBack() {
        return current().isVoid() && current().transport() == Transport.ACCEPTED;
    }

    /** What was sent last is not what was coded since, or what took place at all. */
    boolean isAmendmentOpen() {
        return new Amendment(this).isOpen();
    }

    void codedAs(int version) {
        codingVersion = version;
    }

    /** Whose the claim is after what its payer has said, unless it was amended since: {@link Amendment}. */
    void ownerAfterPayer(NextOwner next) {
        new Amendment(this).ownerAfterPayer(next);
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
        return encounters.part();
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

    /** The day on which the payer has decided: its own date, else that on which we were told. */
    LocalDate decidedOn() {
        return turn.decidedOn(zone());
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

    /** Who have decided it in their turn, before the payer that is billed. */
    List<UUID> payersBefore() {
        var coordination = current().coordination();
        return coordination == null
                ? List.of()
                : coordination.priorPayers().stream().map(PriorPayer::payerId).toList();
    }

    /** It is printed and mailed by a person: that is how the payer takes such claims. */
    boolean isOnPaper() {
        var facts = current().facts();
        return facts.isOnPaper()
                || turn.isOfLaterPayer()
                        && Boolean.FALSE.equals(facts.payer().profile().agreed().acceptsSecondaryElectronically());
    }

    boolean isInBooks() {
        return sent().any() || turn.billedTo() == BilledTo.PATIENT;
    }

    /** The organization's day on which the current version left; it has. */
    LocalDate sentOn() {
        return LocalDate.ofInstant(Objects.requireNonNull(current().sentAt()), zone());
    }

    private ZoneId zone() {
        return ZoneId.of(current().facts().organization().timeZone());
    }

    boolean isVoided() {
        return voided;
    }

    long revision() {
        return revision;
    }
}
