package org.superbill.billing.claim;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.denial.Denials;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.ledger.ClaimMoney;
import org.superbill.billing.ledger.Ledger;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.timeline.TimelineSource;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.NotYet;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

/** What a coding makes of claims and what a biller does with them; each public method is one transaction. */
@ApplicationScoped
public class Claims {
    private static final String FACILITY = "facility";
    private static final String INPATIENT = "inpatient";

    private final ClaimStore store;
    private final ClaimNumbers numbers;
    private final Reference reference;
    private final FactsOfToday today;
    private final CodedTogether together;
    private final CleanClaims clean;
    private final Ledger ledger;
    private final Denials denials;
    private final Authorizations authorizations;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Event<ClaimQueued> queued;
    private final Caller caller;
    private final Amendments amendments;
    private final PatientBilling patientBilling;
    private final List<TimelineSource> timeline;

    Claims(
            ClaimStore store,
            ClaimNumbers numbers,
            Reference reference,
            FactsOfToday today,
            CodedTogether together,
            CleanClaims clean,
            Ledger ledger,
            Denials denials,
            Authorizations authorizations,
            ClaimTelling telling,
            BusinessTime time,
            Event<ClaimQueued> queued,
            Caller caller,
            Amendments amendments,
            PatientBilling patientBilling,
            @All List<TimelineSource> timeline) {
        this.store = store;
        this.numbers = numbers;
        this.reference = reference;
        this.today = today;
        this.together = together;
        this.clean = clean;
        this.ledger = ledger;
        this.denials = denials;
        this.authorizations = authorizations;
        this.telling = telling;
        this.time = time;
        this.queued = queued;
        this.caller = caller;
        this.amendments = amendments;
        this.patientBilling = patientBilling;
        this.timeline = timeline;
    }

    /**
     * Builds and scrubs the claims of coded encounters, or takes amended codings into them, in as many statements for one as for
     * many. An encounter without coverage is the patient's alone and makes no claim; the facility's case of an inpatient stay makes
     * none either, since inpatient bills (DRG, interim) are not made here.
     *
     * @param codings of different encounters
     * @throws NotYet when something that one of them names has not been told yet
     */
    @Transactional
    public void coded(List<EncounterCoded> codings, UUID organization) {
        var billed = codings.stream()
                .filter(coding -> !coding.coverageIds().isEmpty() && !isInpatientBill(coding))
                .toList();
        if (!billed.isEmpty()) {
            together.build(reference.factsOf(organization, billed)).forEach(this::build);
        }
    }

    private static boolean isInpatientBill(EncounterCoded coding) {
        return FACILITY.equals(coding.kind()) && INPATIENT.equals(coding.setting());
    }

    /** A claim for each part of the lines; edits look at the whole before. */
    private void build(ClaimFacts told) {
        var coding = told.encounter();
        reference.remember(coding);
        var claims = store.ofCodingLocked(coding.encounterId(), told.isInstitutional());
        var gathering = claims.stream().filter(Claim::isGathering).findFirst();
        if (gathering.isPresent()) {
            today.of(gathering.get()).ifPresent(facts -> build(facts, facts, gathering.get(), 1, false));
            return;
        }
        var key = claims.isEmpty() ? Gathering.keyOf(told) : Optional.<String>empty();
        if (key.isPresent()) {
            gather(told, key.get());
            return;
        }
        var parts = CodingParts.of(told);
        var known = claims.stream().collect(Collectors.toMap(Claim::part, claim -> claim));
        for (int part = 1; part <= parts.size(); part++) {
            build(parts.get(part - 1), told, known.get(part), part, parts.size() > 1);
        }
        known.values().stream().filter(claim -> claim.part() > parts.size()).forEach(claim -> {
            claim.leftEmpty(coding.version(), codedAt(told));
            keep(claim);
        });
    }

    /** Joins a claim of the patient that gathers for the same period and has not left; the first of them begins one. */
    private void gather(ClaimFacts told, String key) {
        var coding = told.encounter();
        for (var claim :
                store.gatheringLocked(told.patient().patientId(), told.payer().payerId(), key)) {
            var facts = today.joined(claim, coding).filter(claim::canTake);
            if (facts.isPresent()) {
                claim.join(coding.encounterId(), codedAt(told));
                build(facts.get(), facts.get(), claim, 1, false);
                return;
            }
        }
        var first = new Claim(Ids.next(), numbers.next(), told, codedAt(told));
        first.gathers(key);
        build(told, told, first, 1, false);
    }

    private void build(ClaimFacts told, ClaimFacts whole, @Nullable Claim known, int part, boolean split) {
        var id = known == null ? Ids.next() : known.id();
        var facts = clean.isSubmitted(told) ? authorizations.matchedToDraw(told, id) : authorizations.matched(told, id);
        var moment = codedAt(facts);
        if (known != null && (known.isWithLaterPayer() || !known.canTake(facts))) {
            known.codingAmended(facts.encounter().version(), moment);
            amendments.apply(known, moment);
            keep(known);
            return;
        }
        var claim = known == null ? new Claim(id, numbers.next(), facts, part, moment) : known;
        claim.partedWithOthers(split);
        claim.rebuild(facts);
        if (claim.billedTo() == BilledTo.PATIENT) {
            patientBilling.amended(claim, moment.today());
        } else if (claim.current().transport() != Transport.HELD) {
            claim.scrubbed(today.check(facts, whole, moment.today()), moment);
        }
        var leaves = clean.leaves(claim, facts);
        if (leaves) {
            clean.queue(claim, facts, moment);
        }
        keep(claim);
        if (leaves) {
            authorizations.draw(claim.id(), facts);
        }
    }

    private Claim.Moment codedAt(ClaimFacts facts) {
        var coding = facts.encounter();
        return time.now(facts)
                .from(Source.of("event", "encounter-coded/%s/%d".formatted(coding.encounterId(), coding.version())));
    }

    @Transactional
    public void voided(EncounterVoided voided) {
        reference.remember(voided);
        store.ofEncounterLocked(voided.encounterId()).forEach(claim -> {
            var moment = time.now(claim.current().facts())
                    .from(Source.of("event", "encounter-voided/%s".formatted(voided.encounterId())));
            if (claim.encounterIds().size() > 1) {
                claim.leave(voided.encounterId(), moment);
                without(claim, moment);
                return;
            }
            claim.encounterVoided(moment);
            if (claim.billedTo() == BilledTo.PATIENT) {
                patientBilling.voided(claim, moment.today());
            }
            amendments.apply(claim, moment);
            authorizations.giveBack(claim.id());
            keep(claim);
        });
    }

    /** One of its encounters is no longer billed: it says the rest, or waits for a biller where it has left. */
    private void without(Claim claim, Claim.Moment moment) {
        var facts = today.of(claim);
        if (facts.isPresent() && claim.canTake(facts.get())) {
            build(facts.get(), facts.get(), claim, 1, false);
            return;
        }
        claim.codingAmended(claim.current().facts().encounter().version() + 1, moment);
        amendments.apply(claim, moment);
        keep(claim);
    }

    /**
     * Scrubs the claim with the facts of today; without an error it waits for the next file to its payer (on paper: to be printed),
     * else its findings say what to fix.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED},
     *     {@code CLAIM_DUTIES_APART}
     */
    @Transactional
    ClaimView submit(UUID claimId, @Nullable Revision expected, @Nullable String clearinghouseClaimNumber) {
        var claim = store.getLocked(claimId, expected);
        if (!claim.current().isVoid()) {
            requireNotVoided(claim);
        }
        if (claim.current().transport() == Transport.HELD
                || claim.billedTo() == BilledTo.PATIENT
                || !claim.current().transport().isUnsent()) {
            throw new Problem(
                    ClaimProblem.CLAIM_STEP_NOT_ALLOWED, NextAllowed.of(claim).why());
        }
        var facts = claim.current().isVoid()
                ? claim.current().facts()
                : authorizations.matchedToDraw(factsOfToday(claim), claimId);
        if (claim.isGathering()) {
            today.codings(claim).forEach(this::requireAnotherThanCoded);
        } else {
            requireAnotherThanCoded(facts.encounter());
        }
        var moment = time.now(facts);
        if (claim.current()
                .isVoid()) { // says again what was sent: nothing can be wrong with it that would keep the payer's money
            // here
            claim.scrubbed(List.of(), moment);
        } else {
            claim.turnTo(facts, payerOwesAll(claim), moment);
            claim.scrubbed(check(claim, facts, moment), moment);
        }
        if (claim.current().transport() == Transport.READY) {
            if (claim.current().isVoid()) {
                authorizations.giveBack(claimId);
            } else {
                authorizations.draw(claimId, facts);
            }
            if (!facts.isOnPaper()) { // which is printed and mailed by a person
                claim.queue(clearinghouseClaimNumber, moment);
                queued.fire(new ClaimQueued(facts.organizationId()));
            }
        }
        return changed(claim);
    }

    /** Where the coding says that the organization keeps the duties apart. */
    private void requireAnotherThanCoded(EncounterCoded coding) {
        if (Boolean.TRUE.equals(coding.dutiesApart()) && caller.subject().equals(coding.codedBy())) {
            throw new Problem(ClaimProblem.CLAIM_DUTIES_APART, "Whoever coded the encounter does not bill it");
        }
    }

    /**
     * Passes a warning that needs a reason; without another finding that stops it, the claim is ready.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED}, {@code CLAIM_WARNING_NOT_FOUND}
     */
    @Transactional
    ClaimView passWarning(UUID claimId, @Nullable Revision expected, String rule, String pointer, String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        claim.pass(
                rule,
                pointer,
                reason,
                caller.subject(),
                time.now(claim.current().facts()));
        return changed(claim);
    }

    /**
     * What a version of a claim says; of the current one where no version is named.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public ClaimFacts facts(UUID claimId, @Nullable Integer version) {
        var claim = store.get(claimId);
        return version == null
                ? claim.current().facts()
                : claim.version(version).facts();
    }

    /**
     * The day on which a version left; empty when it has not.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    public Optional<LocalDate> sentOn(UUID claimId, int version) {
        var sent = store.get(claimId).version(version);
        return Optional.ofNullable(sent.sentAt())
                .map(at -> LocalDate.ofInstant(
                        at, ZoneId.of(sent.facts().organization().timeZone())));
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED} */
    @Transactional
    ClaimView hold(UUID claimId, @Nullable Revision expected, String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        claim.hold(reason, time.now(claim.current().facts()));
        return changed(claim);
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_VOIDED} */
    @Transactional
    ClaimView release(UUID claimId, @Nullable Revision expected, String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        var facts = claim.current().facts();
        var moment = time.now(facts);
        claim.release(reason, claim.current().isVoid() ? List.of() : check(claim, facts, moment), moment);
        return changed(claim);
    }

    /**
     * Makes the next version from the facts of today; it is then submitted like the first.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_CORRECTION_NOT_ACCEPTED}, {@code CLAIM_VOIDED}
     */
    @Transactional
    ClaimView correct(UUID claimId, @Nullable Revision expected, @Nullable String reason) {
        var claim = store.getLocked(claimId, expected);
        requireNotVoided(claim);
        var facts = authorizations.matched(factsOfToday(claim), claimId);
        var moment = time.now(facts);
        claim.correct(facts, reason, payerOwesAll(claim), moment);
        claim.scrubbed(check(claim, facts, moment), moment);
        return changed(claim);
    }

    @Transactional
    ClaimView get(UUID claimId) {
        return view(store.get(claimId));
    }

    @Transactional
    Page<ClaimView> list(ClaimFilter filter, PageRequest page) {
        var claims = store.list(filter, page.afterId(), page.fetch());
        var money = ledger.moneyOf(claims.stream().map(Claim::id).toList());
        var views = claims.stream()
                .map(claim -> ClaimView.inList(claim, money.getOrDefault(claim.id(), ClaimMoney.NOTHING)))
                .toList();
        return Page.of(views, page, ClaimView::id);
    }

    @Transactional
    ClaimHistory history(UUID claimId) {
        var claim = store.get(claimId);
        return ClaimHistory.of(
                claim.id(),
                store.history(claimId).stream().map(HistoryEntry::view).toList(),
                timeline.stream().flatMap(source -> source.of(claimId).stream()));
    }

    ClaimFacts factsOfToday(Claim claim) {
        return today.of(claim).orElseThrow(Claims::voidedProblem);
    }

    /** What the payer has decided left nothing in the books. */
    boolean payerOwesAll(Claim claim) {
        return claim.wasSent() && ledger.owesAll(claim.payerId(), claim.id());
    }

    /** Of a claim to a later payer also what the payers before it have decided; its filing limit runs from their decision. */
    List<Finding> check(Claim claim, ClaimFacts facts, Claim.Moment moment) {
        return LaterPayerFindings.of(
                today.check(claim, facts, moment.today()),
                facts,
                claim.current().coordination(),
                moment.today());
    }

    static void requireNotVoided(Claim claim) {
        if (claim.isVoided()) {
            throw voidedProblem();
        }
    }

    static Problem voidedProblem() {
        return new Problem(ClaimProblem.CLAIM_VOIDED, "The encounter of this claim was voided");
    }

    ClaimView changed(Claim claim) {
        keep(claim);
        return view(claim);
    }

    void keep(Claim claim) {
        keep(List.of(claim));
    }

    private void keep(List<Claim> claims) {
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    private ClaimView view(Claim claim) {
        if (!claim.isInBooks()) { // then neither books nor denials know it
            return ClaimView.of(claim, ClaimMoney.NOTHING, Map.of(), List.of());
        }
        return ClaimView.of(
                claim, ledger.moneyOf(claim.id()), ledger.paidByLine(claim.id()), denials.ofClaim(claim.id()));
    }
}
