package org.superbill.billing.claim;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.ledger.BilledClaim;
import org.superbill.billing.ledger.ChargedLine;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.ClaimSubmitted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** What the way to the payer and back does to claims, many at a time, in the caller's transaction and with a fixed number of statements. */
@ApplicationScoped
public class ClaimProgress {
    /** In place of an interchange's number. */
    private static final String ON_PAPER = "paper";

    private final ClaimStore store;
    private final EntityManager entities;
    private final SentLines sentLines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Amendments amendments;
    private final Denials denials;
    private final CurrentOrganization organization;
    private final Event<ClaimsArrived> arrived;

    ClaimProgress(
            ClaimStore store,
            EntityManager entities,
            SentLines sentLines,
            Ledger ledger,
            Outbox outbox,
            ClaimTelling telling,
            BusinessTime time,
            Amendments amendments,
            Denials denials,
            CurrentOrganization organization,
            Event<ClaimsArrived> arrived) {
        this.store = store;
        this.entities = entities;
        this.sentLines = sentLines;
        this.ledger = ledger;
        this.outbox = outbox;
        this.telling = telling;
        this.time = time;
        this.amendments = amendments;
        this.denials = denials;
        this.organization = organization;
        this.arrived = arrived;
    }

    /**
     * Takes what waits for a file, oldest first; held until the end of the transaction.
     *
     * @param exceptPayers whose claims wait for their time
     */
    @Transactional(TxType.MANDATORY)
    public List<ClaimContent> takeQueued(int limit, Set<UUID> exceptPayers) {
        return store.queuedLocked(limit, exceptPayers).stream()
                .map(ClaimVersion::content)
                .toList();
    }

    /** The claims stand in a file that is written down but not yet sent. */
    @Transactional(TxType.MANDATORY)
    public void written(UUID submissionId, Collection<ClaimContent> claims) {
        entities.createNativeQuery(
                        "update claim_version set submission_id = :submission where claim_number = any(:numbers)")
                .setParameter("submission", submissionId)
                .setParameter(
                        "numbers",
                        claims.stream().map(ClaimContent::claimNumber).toArray(String[]::new))
                .executeUpdate();
    }

    /** Takes claims that no file can carry out of the queue, each with the reason. */
    @Transactional(TxType.MANDATORY)
    public void unwritable(Map<String, String> reasonsByClaimNumber) {
        var byNumber = lockByNumber(reasonsByClaimNumber.keySet());
        reasonsByClaimNumber.forEach((number, reason) -> {
            var claim = byNumber.get(number);
            if (claim != null) {
                var version = versionNumbered(claim, number);
                claim.unwritable(version, Edits.unwritable(reason), time.now(version.facts()));
            }
        });
        store.saveAll(byNumber.values());
        telling.statusChanged(byNumber.values());
    }

    /** The file has left: charges come into the books and the world is told. */
    @Transactional(TxType.MANDATORY)
    public void sent(UUID submissionId, String interchangeControlNumber) {
        var claims = store.allLocked(store.idsOfSubmission(submissionId));
        var booked = ledger.chargesOf(claims.stream().map(Claim::id).toList());
        var entries = new ArrayList<JournalEntry>();
        var told = new ArrayList<ClaimSubmitted>();
        var billed = new HashMap<UUID, BilledClaim>();
        for (var claim : claims) {
            for (var version : versionsIn(claim, submissionId)) {
                var moment = time.now(version.facts()).from(Source.of("submission", submissionId));
                claim.sent(version, moment);
                if (version.sequence() == 1) { // a later payer owes what the ones before it have left
                    charges(claim, version, booked.getOrDefault(claim.id(), List.of()), moment)
                            .forEach(entries::add);
                }
                billed.put(
                        claim.id(),
                        new BilledClaim(claim.id(), version.facts().encounter().serviceDate(), moment.today()));
                claim.encounterIds()
                        .forEach(encounter -> told.add(new ClaimSubmitted(
                                claim.id(),
                                encounter,
                                claim.patientId(),
                                claim.payerId(),
                                version.version(),
                                version.claimNumber(),
                                version.frequency(),
                                version.totalChargeCents(),
                                submissionId,
                                interchangeControlNumber,
                                moment.at())));
            }
        }
        store.saveAll(claims);
        sentLines.sent(submissionId);
        ledger.post(entries);
        ledger.billed(billed.values());
        outbox.publish(told);
        telling.statusChanged(claims);
        organization.get().map(ClaimsArrived::new).ifPresent(arrived::fire);
    }

    /** What came back about one claim: an outcome of its transport. */
    public record Answer(
            String claimNumber,
            Transport step,
            List<Rejection> rejections,
            @Nullable String payerClaimNumber,
            String detail) {
        public Answer {
            rejections = List.copyOf(rejections);
        }
    }

    /** @return the claim numbers that are not ours */
    @Transactional(TxType.MANDATORY)
    public Set<String> answered(List<Answer> answers) {
        var byNumber = lockByNumber(answers.stream().map(Answer::claimNumber).toList());
        var unknown = new LinkedHashSet<String>();
        var changed = new LinkedHashSet<Claim>();
        var voidsRejected = new LinkedHashSet<Claim>();
        for (var answer : answers) {
            var claim = byNumber.get(answer.claimNumber());
            if (claim == null) {
                unknown.add(answer.claimNumber());
                continue;
            }
            var version = versionNumbered(claim, answer.claimNumber());
            var moment = time.now(version.facts()).from(Source.of("x12-file", null));
            if (claim.answered(
                    version, answer.step(), answer.rejections(), answer.payerClaimNumber(), answer.detail(), moment)) {
                changed.add(claim);
                if (version.isVoid() && answer.step().isRejected()) {
                    voidsRejected.add(claim);
                }
            }
        }
        amendments.afterAnswer(changed);
        chargeAgain(voidsRejected);
        store.saveAll(new HashSet<>(byNumber.values()));
        telling.statusChanged(changed);
        return unknown;
    }

    private static Stream<JournalEntry> charges(
            Claim claim, ClaimVersion version, List<ChargedLine> booked, Claim.Moment moment) {
        return version.isVoid()
                ? ChargeEntries.takenBack(claim.id(), version.facts(), booked, moment.today())
                : ChargeEntries.of(claim.id(), version.facts(), booked, moment.today());
    }

    /** A void took the charges out of the books when it was sent; the payer has not taken it. */
    private void chargeAgain(Set<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        var booked = ledger.chargesOf(claims.stream().map(Claim::id).toList());
        ledger.post(claims.stream()
                .flatMap(claim -> claim.chargedFacts().stream()
                        .flatMap(facts -> ChargeEntries.of(
                                claim.id(),
                                facts,
                                booked.getOrDefault(claim.id(), List.of()),
                                time.now(facts).today())))
                .toList());
    }

    /** The claim numbers that a file carries. */
    @Transactional(TxType.MANDATORY)
    public List<String> numbersIn(UUID submissionId) {
        return store.numbersOfSubmission(submissionId);
    }

    /** The files that carry the claims of these numbers. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> submissionsOf(Collection<String> claimNumbers) {
        return store.submissionsOf(claimNumbers);
    }

    /** Nobody has said in time that these files arrived: what they carry becomes a biller's. */
    @Transactional(TxType.MANDATORY)
    public void unacknowledged(Collection<UUID> submissionIds) {
        var changed = new ArrayList<Claim>();
        for (var submissionId : submissionIds) {
            for (var claim : store.allLocked(store.idsOfSubmission(submissionId))) {
                var versions = versionsIn(claim, submissionId);
                if (versions.stream().anyMatch(version -> claim.unacknowledged(version, time.now(version.facts())))) {
                    changed.add(claim);
                }
            }
        }
        store.saveAll(changed);
        telling.statusChanged(changed);
    }

    /**
     * The claims that left under these numbers, held until the end of the transaction. Those that are not ours are left out, and those
     * that no payer can have seen: no file carries them.
     */
    @Transactional(TxType.MANDATORY)
    public Map<String, ClaimContent> hold(Collection<String> claimNumbers) {
        var held = new HashMap<String, ClaimContent>();
        lockByNumber(claimNumbers).forEach((number, claim) -> {
            var version = versionNumbered(claim, number);
            if (version.sentAt() != null || version.submissionId() != null) {
                held.put(number, version.content());
            }
        });
        return held;
    }

    /** A version of a claim. */
    public record VersionOfClaim(UUID claimId, int version) {}

    /** The posting that decided these versions was taken back: a person has to look at their claims. */
    @Transactional(TxType.MANDATORY)
    public void undecided(Collection<VersionOfClaim> versions, UUID remittanceId, String detail) {
        var numbers =
                store.numbersOf(versions.stream().map(VersionOfClaim::claimId).collect(Collectors.toSet()));
        decided(versions.stream()
                .distinct()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .map(number -> new Decision(number, Adjudication.NEEDS_REVIEW, null, detail, remittanceId, null))
                .toList());
    }

    /**
     * What a version says that has been written to a file.
     *
     * @param version absent for the newest
     */
    @Transactional
    public ClaimContent content(UUID claimId, @Nullable Integer version) {
        var claim = store.get(claimId);
        return claim.versions().stream()
                .filter(candidate -> candidate.submissionId() != null)
                .filter(candidate -> version == null || candidate.version() == version)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Problem(
                        ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                        "This version of the claim has not been written to a file"))
                .content();
    }

    /** What the newest version says, sent or not. @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional
    public ClaimFacts currentFacts(UUID claimId) {
        return store.get(claimId).current().facts();
    }

    /** By which the payer that is billed knows the claim. */
    @Transactional
    public Optional<String> payerClaimNumber(UUID claimId) {
        return Optional.ofNullable(store.get(claimId).payerClaimNumber());
    }

    /**
     * What a version says, written to a file or not.
     *
     * @param version absent for the current one
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public ClaimContent saying(UUID claimId, @Nullable Integer version) {
        var claim = store.get(claimId);
        return version == null
                ? claim.current().content()
                : claim.versions().stream()
                        .filter(candidate -> candidate.version() == version)
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(ClaimProblem.CLAIM_NOT_FOUND, "The claim has no version of this number"))
                        .content();
    }

    /**
     * A claim to a payer on paper was mailed, by itself: it counts as sent.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}
     */
    @Transactional(TxType.MANDATORY)
    public void mailed(UUID claimId, @Nullable Revision expected) {
        var claim = store.getLocked(claimId, expected);
        var current = claim.current();
        if (claim.isVoided() || !current.facts().isOnPaper() || current.transport() != Transport.READY) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "Only a claim that is ready, to a payer that takes it on paper, is mailed");
        }
        claim.queue(null, time.now(current.facts()));
        var mailing = Ids.next();
        current.writtenIn(mailing);
        store.save(claim);
        sent(mailing, ON_PAPER);
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional
    public void requireKnown(UUID claimId) {
        store.get(claimId);
    }

    /** What versions say, by number; in one statement. */
    @Transactional(TxType.MANDATORY)
    public Map<String, ClaimContent> contents(Collection<String> claimNumbers) {
        return store.versionsNumbered(claimNumbers).stream()
                .map(ClaimVersion::content)
                .collect(toMap(ClaimContent::claimNumber, content -> content));
    }

    /** The numbers of the current versions of claims, by id. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, String> numbersOf(Collection<UUID> claimIds) {
        return store.currentNumbers(claimIds);
    }

    /**
     * What a payer told about a claim when it was asked.
     *
     * @param needsBiller somebody has to do something
     */
    public record StatusTold(
            String claimNumber, @Nullable String payerClaimNumber, String detail, boolean needsBiller) {}

    /** A status decides nothing: it is noted, and when it asks for work the claim becomes a biller's. */
    @Transactional(TxType.MANDATORY)
    public void statusTold(Collection<StatusTold> told) {
        var byNumber = lockByNumber(told.stream().map(StatusTold::claimNumber).toList());
        for (var one : told) {
            var claim = byNumber.get(one.claimNumber());
            if (claim != null) {
                var version = versionNumbered(claim, one.claimNumber());
                claim.statusTold(
                        version, one.payerClaimNumber(), one.detail(), one.needsBiller(), time.now(version.facts()));
            }
        }
        var claims = new HashSet<>(byNumber.values());
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    /**
     * The payer's decision about one claim.
     *
     * @param remittanceId the posting that it comes from
     * @param payerId who has decided: another than the version was sent to, where that one has passed the claim on
     */
    public record Decision(
            String claimNumber,
            Adjudication adjudication,
            @Nullable String payerClaimNumber,
            String detail,
            @Nullable UUID remittanceId,
            @Nullable UUID payerId) {
        public Decision(
                String claimNumber, Adjudication adjudication, @Nullable String payerClaimNumber, String detail) {
            this(claimNumber, adjudication, payerClaimNumber, detail, null, null);
        }

        /** The number by which another payer knows the claim is not the one that a correction would name. */
        private boolean isOf(UUID billed) {
            return payerId == null || payerId.equals(billed);
        }
    }

    /** After the money was posted: the decisions, in the order in which the payer gave them. */
    @Transactional(TxType.MANDATORY)
    public void decided(List<Decision> decisions) {
        var byNumber =
                lockByNumber(decisions.stream().map(Decision::claimNumber).toList());
        var claims = new LinkedHashSet<>(byNumber.values());
        var money = ledger.moneyOf(claims.stream().map(Claim::id).toList());
        for (var decision : decisions) {
            var claim = byNumber.get(decision.claimNumber());
            if (claim != null) {
                var version = versionNumbered(claim, decision.claimNumber());
                claim.decided(
                        version,
                        decision.adjudication(),
                        decision.isOf(version.facts().payer().payerId()) ? decision.payerClaimNumber() : null,
                        money.getOrDefault(claim.id(), ClaimMoney.NOTHING),
                        decision.detail(),
                        time.now(version.facts()).from(Source.of("remittance", decision.remittanceId())));
            }
        }
        var forCoder = denials.forCoder(claims.stream().map(Claim::id).toList());
        claims.stream()
                .filter(claim -> forCoder.contains(claim.id()))
                .forEach(claim -> claim.sentToCoder(time.now(claim.current().facts())));
        amendments.afterAnswer(claims);
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    /** Nobody else changes the claim until the end of the transaction. @throws Problem {@code CLAIM_NOT_FOUND} */
    @Transactional(TxType.MANDATORY)
    public void holdClaim(UUID claimId) {
        if (store.allLocked(List.of(claimId)).isEmpty()) {
            throw new Problem(ClaimProblem.CLAIM_NOT_FOUND, "No claim with this id");
        }
    }

    /**
     * Whether a payer's decision about the claim stands, be it that it pays nothing: what it called its own is nobody else's then.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional(TxType.MANDATORY)
    public boolean isDecided(UUID claimId) {
        return switch (store.get(claimId).adjudication()) {
            case NONE, PENDING, UNPROCESSABLE, PREDETERMINATION, REVERSED -> false;
            case PAID, PAID_AT_ZERO, PARTIALLY_PAID, DENIED, FORWARDED, NEEDS_REVIEW -> true;
        };
    }

    /** As {@link #holdClaim}, of many. */
    @Transactional(TxType.MANDATORY)
    public void holdClaims(Collection<UUID> claimIds) {
        store.lock(claimIds);
    }

    /**
     * After a person moved what is owed for a claim.
     *
     * @param step what happened, as the claim's history calls it
     */
    @Transactional(TxType.MANDATORY)
    public void moneyMoved(UUID claimId, String step, String detail) {
        var claims = store.allLocked(List.of(claimId));
        for (var claim : claims) {
            claim.moneyMoved(
                    step,
                    detail,
                    ledger.moneyOf(claimId),
                    time.now(claim.current().facts()));
        }
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    private Map<String, Claim> lockByNumber(Collection<String> claimNumbers) {
        var ids = store.idsOfNumbers(claimNumbers);
        var claims = store.allLocked(new HashSet<>(ids.values())).stream().collect(toMap(Claim::id, claim -> claim));
        var byNumber = new HashMap<String, Claim>();
        ids.forEach((number, id) -> {
            var claim = claims.get(id);
            if (claim != null) {
                byNumber.put(number, claim);
            }
        });
        return byNumber;
    }

    private static ClaimVersion versionNumbered(Claim claim, String claimNumber) {
        return claim.versions().stream()
                .filter(version -> version.claimNumber().equals(claimNumber))
                .findFirst()
                .orElseThrow();
    }

    private static List<ClaimVersion> versionsIn(Claim claim, UUID submissionId) {
        return claim.versions().stream()
                .filter(version -> submissionId.equals(version.submissionId()))
                .toList();
    }
}
