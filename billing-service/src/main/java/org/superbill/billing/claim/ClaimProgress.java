package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.ledger.BilledClaim;
import org.superbill.billing.ledger.ChargedLine;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.Ledger;
import org.superbill.events.ClaimSubmitted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What the way to the payer and back does to claims, many at a time, in the caller's transaction and with a fixed number of statements. */
@ApplicationScoped
public class ClaimProgress {
    /** In place of an interchange's number. */
    private static final String ON_PAPER = "paper";

    private final ClaimStore store;
    private final EntityManager entities;
    private final SentLines sentLines;
    private final WaitingClaims waiting;
    private final QueuedTogether queuedTogether;
    private final Ledger ledger;
    private final Outbox outbox;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Amendments amendments;
    private final Authorizations authorizations;
    private final DutiesApart duties;
    private final PersonsMoves moves;

    ClaimProgress(
            ClaimStore store,
            EntityManager entities,
            SentLines sentLines,
            WaitingClaims waiting,
            QueuedTogether queuedTogether,
            Ledger ledger,
            Outbox outbox,
            ClaimTelling telling,
            BusinessTime time,
            Amendments amendments,
            Authorizations authorizations,
            DutiesApart duties,
            PersonsMoves moves) {
        this.store = store;
        this.entities = entities;
        this.sentLines = sentLines;
        this.waiting = waiting;
        this.queuedTogether = queuedTogether;
        this.ledger = ledger;
        this.outbox = outbox;
        this.telling = telling;
        this.time = time;
        this.amendments = amendments;
        this.authorizations = authorizations;
        this.duties = duties;
        this.moves = moves;
    }

    /**
     * What waits for a file.
     *
     * @param mayBeMore whether there may be more than were asked for
     */
    public record Queued(List<ClaimContent> claims, boolean mayBeMore) {
        public Queued {
            claims = List.copyOf(claims);
        }
    }

    /**
     * Takes what waits for a file, oldest first; held until the end of the transaction. What the edits have against it, by what is known now
     * and beside the others, goes back to the biller.
     *
     * @param exceptPayers whose claims wait for their time
     */
    @Transactional(TxType.MANDATORY)
    public Queued takeQueued(int limit, Set<UUID> exceptPayers) {
        var queued = store.queuedLocked(limit, exceptPayers);
        return new Queued(
                queuedTogether.passed(waiting.renewed(queued)).stream()
                        .map(ClaimVersion::content)
                        .toList(),
                queued.size() == limit);
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
        sentLines.written(submissionId);
    }

    /** Takes claims that no file can carry out of the queue, each with the reason. */
    @Transactional(TxType.MANDATORY)
    public void unwritable(Map<String, String> reasonsByClaimNumber) {
        var byNumber = store.lockedByNumber(reasonsByClaimNumber.keySet());
        reasonsByClaimNumber.forEach((number, reason) -> {
            var claim = byNumber.get(number);
            if (claim != null) {
                var version = claim.versionNumbered(number);
                claim.unsent(time.now(version.facts())).unwritable(version, Edits.unwritable(reason));
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
                claim.fromPayer(version, moment).sent();
                if (version.sequence() == 1) { // a later payer owes what the ones before it have left
                    charges(claim, version, booked.getOrDefault(claim.id(), List.of()), moment)
                            .forEach(entries::add);
                }
                billed.put(
                        claim.id(),
                        new BilledClaim(claim.id(), version.facts().encounter().serviceDate(), moment.today()));
                claim.encounters()
                        .all()
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
                                moment.at(),
                                version.facts().encounter().kind())));
            }
        }
        ledger.post(entries);
        withoutMoves(claims, submissionId, entries);
        store.saveAll(claims);
        ledger.billed(billed.values());
        outbox.publish(told);
        telling.statusChanged(claims);
    }

    /** Where charges have left the books, what persons have given up of them is no credit. */
    private void withoutMoves(List<Claim> claims, UUID submissionId, List<JournalEntry> entries) {
        var lessCharged = entries.stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.CHARGE_REVERSAL)
                .flatMap(entry ->
                        Stream.ofNullable(entry.lines().get(0).reference().claimId()))
                .collect(Collectors.toSet());
        if (lessCharged.isEmpty()) {
            return;
        }
        var byId = claims.stream().collect(Collectors.toMap(Claim::id, claim -> claim));
        var voids = lessCharged.stream()
                .filter(id -> versionsIn(Objects.requireNonNull(byId.get(id)), submissionId).stream()
                        .anyMatch(ClaimVersion::isVoid))
                .collect(Collectors.toSet());
        lessCharged.removeAll(voids);
        var today = time.now(claims.get(0).current().facts()).today();
        var takenBack = new HashMap<>(moves.takeBackAll(voids, today, "A void was sent"));
        takenBack.putAll(moves.takeBackExcess(lessCharged, today, "Less was charged"));
        takenBack.forEach((id, amount) -> {
            var claim = Objects.requireNonNull(byId.get(id));
            claim.note(
                    time.now(claim.current().facts()).from(Source.of("submission", submissionId)),
                    "adjustments-taken-back",
                    "%s that persons had moved is where it was".formatted(amount.dollars()));
        });
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

    /**
     * @param fileId the receiver's file that says it
     * @return the claim numbers that are not ours
     */
    @Transactional(TxType.MANDATORY)
    public Set<String> answered(UUID fileId, List<Answer> answers) {
        var byNumber =
                store.lockedByNumber(answers.stream().map(Answer::claimNumber).toList());
        var unknown = new LinkedHashSet<String>();
        var changed = new LinkedHashSet<Claim>();
        var voidsRejected = new LinkedHashSet<Claim>();
        for (var answer : answers) {
            var claim = byNumber.get(answer.claimNumber());
            if (claim == null) {
                unknown.add(answer.claimNumber());
                continue;
            }
            var version = claim.versionNumbered(answer.claimNumber());
            var moment = time.now(version.facts()).from(Source.of("x12-file", fileId));
            if (claim.fromPayer(version, moment)
                    .answered(answer.step(), answer.rejections(), answer.payerClaimNumber(), answer.detail())) {
                changed.add(claim);
                if (version.isVoid()
                        && answer.step().isRejected()
                        && !claim.turn().areChargesTakenOut()) {
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
            Claim claim, ClaimVersion version, List<ChargedLine> booked, Moment moment) {
        var memo = ChargeEntries.memo(version.claimNumber());
        return version.isVoid()
                ? ChargeEntries.takenBack(claim.id(), version.facts(), booked, moment.today(), memo)
                : ChargeEntries.of(claim.id(), version.facts(), booked, moment.today(), memo);
    }

    /** A void took the charges out of the books when it was sent, and gave authorized units back; the payer has not taken it. */
    private void chargeAgain(Set<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        claims.stream()
                .filter(claim -> !claim.isVoided())
                .forEach(claim -> claim.sent()
                        .chargedFacts()
                        .ifPresent(facts -> authorizations.draw(claim.id(), facts, claim.payersBefore())));
        var booked = ledger.chargesOf(claims.stream().map(Claim::id).toList());
        ledger.post(claims.stream()
                .flatMap(claim -> claim.sent().chargedFacts().stream()
                        .flatMap(facts -> ChargeEntries.of(
                                claim.id(),
                                facts,
                                booked.getOrDefault(claim.id(), List.of()),
                                time.now(facts).today(),
                                null)))
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
                if (versions.stream()
                        .anyMatch(version -> claim.fromPayer(version, time.now(version.facts()))
                                .unacknowledged())) {
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
        store.lockedByNumber(claimNumbers).forEach((number, claim) -> {
            var version = claim.versionNumbered(number);
            if (version.sentAt() != null || version.submissionId() != null) {
                held.put(number, version.content());
            }
        });
        return held;
    }

    /**
     * A claim to a payer on paper was mailed, by itself: it counts as sent.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_DUTIES_APART}
     */
    @Transactional(TxType.MANDATORY)
    public void mailed(UUID claimId, @Nullable Revision expected) {
        var claim = store.getLocked(claimId, expected);
        var current = claim.current();
        if (claim.isVoided() || !claim.isOnPaper() || current.transport() != Transport.READY) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED,
                    "Only a claim that is ready, to a payer that takes it on paper, is mailed");
        }
        duties.requireAnotherThanCoded(claim, current.facts());
        claim.unsent(time.now(current.facts())).queue(null);
        var mailing = Ids.next();
        current.writtenIn(mailing);
        store.save(claim);
        sentLines.written(mailing);
        sent(mailing, ON_PAPER);
    }

    /**
     * What a payer told about a claim when it was asked.
     *
     * @param needsBiller somebody has to do something
     */
    public record StatusTold(
            String claimNumber, @Nullable String payerClaimNumber, String detail, boolean needsBiller) {}

    /**
     * A status decides nothing: it is noted, and when it asks for work the claim becomes a biller's.
     *
     * @param fileId the payer's file that says it
     */
    @Transactional(TxType.MANDATORY)
    public void statusTold(UUID fileId, Collection<StatusTold> told) {
        var byNumber =
                store.lockedByNumber(told.stream().map(StatusTold::claimNumber).toList());
        for (var one : told) {
            var claim = byNumber.get(one.claimNumber());
            if (claim != null) {
                var version = claim.versionNumbered(one.claimNumber());
                claim.fromPayer(version, time.now(version.facts()).from(Source.of("x12-file", fileId)))
                        .statusTold(one.payerClaimNumber(), one.detail(), one.needsBiller());
            }
        }
        var claims = new HashSet<>(byNumber.values());
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    private static List<ClaimVersion> versionsIn(Claim claim, UUID submissionId) {
        return claim.versions().stream()
                .filter(version -> submissionId.equals(version.submissionId()))
                .toList();
    }
}
