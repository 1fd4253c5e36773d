package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.billing.uncovered.UncoveredEncounters;
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.NotYet;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What codings and voided encounters make of claims; each public method is one transaction. */
@ApplicationScoped
public class ClaimBuilding {
    private static final String FACILITY = "facility";
    private static final String INPATIENT = "inpatient";

    private final ClaimStore store;
    private final ClaimNumbers numbers;
    private final Reference reference;
    private final FactsOfToday today;
    private final CodeCharges charges;
    private final CodedTogether together;
    private final CleanClaims clean;
    private final Authorizations authorizations;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Amendments amendments;
    private final PatientBilling patientBilling;
    private final UncoveredEncounters uncoveredEncounters;

    ClaimBuilding(
            ClaimStore store,
            ClaimNumbers numbers,
            Reference reference,
            FactsOfToday today,
            CodeCharges charges,
            CodedTogether together,
            CleanClaims clean,
            Authorizations authorizations,
            ClaimTelling telling,
            BusinessTime time,
            Amendments amendments,
            PatientBilling patientBilling,
            UncoveredEncounters uncoveredEncounters) {
        this.store = store;
        this.numbers = numbers;
        this.reference = reference;
        this.today = today;
        this.charges = charges;
        this.together = together;
        this.clean = clean;
        this.authorizations = authorizations;
        this.telling = telling;
        this.time = time;
        this.amendments = amendments;
        this.patientBilling = patientBilling;
        this.uncoveredEncounters = uncoveredEncounters;
    }

    /**
     * Builds and scrubs the claims of coded encounters, or takes amended codings into them, in as many statements for one as for
     * many. An encounter without coverage makes no claim and is listed as uncovered; the facility's case of an inpatient stay makes
     * none either, since inpatient bills (DRG, interim) are not made here.
     *
     * @param codings of different encounters
     * @throws NotYet when something that one of them names has not been told yet
     */
    @Transactional
    public void coded(List<EncounterCoded> codings, UUID organization) {
        reference.holdEncounters(
                codings.stream().map(EncounterCoded::encounterId).toList());
        uncoveredEncounters.amended(
                codings.stream().filter(coding -> coding.version() > 1).toList());
        var billed = codings.stream()
                .filter(coding -> !coding.coverageIds().isEmpty() && !isInpatientBill(coding))
                .toList();
        if (!billed.isEmpty()) {
            var told = charges.of(reference.factsOf(organization, billed));
            store.holdGathering(told.stream()
                    .flatMap(facts -> Gathering.keyOf(facts).map(period -> key(facts, period)).stream())
                    .toList());
            together.build(told).forEach(this::build);
        }
        codings.stream()
                .filter(coding -> coding.coverageIds().isEmpty() && !isInpatientBill(coding))
                .forEach(coding -> uncovered(charges.ofPatient(coding), organization));
    }

    /**
     * Its claims say a coverage that the encounter no longer names. What has not left says the new coding and is kept here, for a biller
     * to bill the patient, who owes what is coded now where that was done already. Where something has left, no payer is told the new
     * coding: it is not remembered.
     */
    private void uncovered(EncounterCoded coding, UUID organization) {
        var claims = store.ofCodingLocked(coding.encounterId(), FACILITY.equals(coding.kind())).stream()
                .filter(claim -> !claim.isVoided())
                .toList();
        if (claims.isEmpty()) {
            if (!reference.isVoided(coding.encounterId())) {
                uncoveredEncounters.add(coding);
            }
            return;
        }
        claims.forEach(claim -> keepHere(claim, coding));
        if (claims.stream()
                .allMatch(claim -> claim.isPatientsAfterRejection()
                        || claim.canTake(claim.current().facts()))) {
            var said =
                    coding.coveredBy(claims.get(0).current().facts().encounter().coverageIds());
            reference.remember(said);
            reference.factsOf(organization, said).ifPresent(this::build);
        } else {
            claims.forEach(this::keep);
        }
    }

    private void keepHere(Claim claim, EncounterCoded coding) {
        var moment = codedAt(claim.current().facts(), coding);
        var mayLeave = claim.canTake(claim.current().facts()) || claim.current().waitsForFile();
        if (claim.isPatientsAfterRejection()) {
            return;
        }
        if (claim.current().isVoid() || !mayLeave) {
            claim.news(moment).uncovered(coding.version());
        } else if (claim.turn().billedTo() == BilledTo.PAYER && claim.current().transport() != Transport.HELD) {
            claim.unsent(moment).hold("The encounter names no coverage any more: release it to bill the patient");
        }
    }

    private static boolean isInpatientBill(EncounterCoded coding) {
        return FACILITY.equals(coding.kind()) && INPATIENT.equals(coding.setting());
    }

    private void build(ClaimFacts told) {
        var coding = told.encounter();
        reference.remember(coding);
        var claims = store.ofCodingLocked(coding.encounterId(), told.isInstitutional());
        if (claims.stream().anyMatch(Claim::isGathering)) {
            today.whole(claims.get(0), 1).ifPresent(all -> build(all, claims));
            return;
        }
        var key =
                claims.isEmpty() && CodingParts.of(told).size() == 1 ? Gathering.keyOf(told) : Optional.<String>empty();
        if (key.isPresent()) {
            gather(told, key.get());
        } else {
            build(told, claims);
        }
    }

    /**
     * A claim for each part of the lines; edits look at the whole before.
     *
     * @param claims that have parts of them already; all of them gather, or none
     */
    private void build(ClaimFacts whole, List<Claim> claims) {
        var parts = CodingParts.of(whole);
        var known = claims.stream().collect(Collectors.toMap(Claim::part, claim -> claim));
        for (int part = 1; part <= parts.size(); part++) {
            var claim = known.get(part);
            if (claim == null && !claims.isEmpty() && claims.get(0).isGathering()) {
                claim = new Claim(Ids.next(), numbers.next(), parts.get(part - 1), part, codedAt(whole));
                claim.encounters().gatherWith(claims.get(0).encounters());
            }
            build(parts.get(part - 1), whole, claim, part, parts.size() > 1);
        }
        known.values().stream().filter(claim -> claim.part() > parts.size()).forEach(claim -> {
            if (!claim.isVoided()) {
                claim.news(codedAt(whole)).leftEmpty(whole.encounter().version());
                if (claim.turn().billedTo() == BilledTo.PATIENT) {
                    patientBilling.voided(claim, codedAt(whole));
                }
                amendments.apply(claim, codedAt(whole));
            }
            authorizations.giveBack(claim.id());
            keep(claim);
        });
    }

    /**
     * Joins a claim of the patient that gathers for the same period and has not left, and with it the further claims of the same
     * encounters, so that an amendment finds all of them; the first encounter of a period begins one.
     */
    private void gather(ClaimFacts told, String period) {
        var coding = told.encounter();
        for (var claim : store.gatheringLocked(key(told, period))) {
            var facts = today.joined(claim, coding).filter(claim::canBeJoined);
            if (facts.isPresent()) {
                var parts = store.ofCodingLocked(claim.encounterId(), false);
                parts.forEach(part -> part.news(codedAt(told)).joined(coding.encounterId()));
                build(facts.get(), parts);
                return;
            }
        }
        var first = new Claim(Ids.next(), numbers.next(), told, codedAt(told));
        first.encounters().gathers(period);
        build(told, told, first, 1, false);
    }

    /**
     * One of the encounters that an unsent claim gathers gets a claim of its own, which gathers nothing.
     *
     * @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}
     */
    @Transactional
    void apart(UUID claimId, Revision expected, UUID encounterId, String reason) {
        reference.holdEncounters(List.of(encounterId));
        var claim = store.getLocked(claimId, expected);
        NextAllowed.of(claim).require(NextAllowed.BILL_APART);
        if (!claim.encounters().all().contains(encounterId)) {
            throw new Problem(ClaimProblem.CLAIM_STEP_NOT_ALLOWED, "The claim does not bill this encounter");
        }
        var moment = time.now(claim.current().facts());
        var organization = claim.current().facts().organizationId();
        var parts = store.ofCodingLocked(claim.encounterId(), false);
        parts.forEach(part -> part.news(moment).apart(encounterId, reason));
        store.saveAll(parts);
        today.whole(parts.get(0), 1).ifPresent(rest -> build(rest, parts));
        reference.codings(List.of(encounterId)).stream()
                .flatMap(coding -> reference.factsOf(organization, coding).stream())
                .forEach(facts -> build(facts, List.of()));
    }

    private static ClaimStore.GatheringKey key(ClaimFacts facts, String period) {
        return new ClaimStore.GatheringKey(
                facts.patient().patientId(), facts.payer().payerId(), period);
    }

    private void build(ClaimFacts told, ClaimFacts whole, @Nullable Claim known, int part, boolean split) {
        var id = known == null ? Ids.next() : known.id();
        var facts = clean.isSubmitted(told) ? authorizations.matchedToDraw(told, id) : authorizations.matched(told, id);
        var moment = codedAt(facts);
        if (known != null) {
            known.encounters().partedWithOthers(split);
            known.news(moment).hasLines();
            amendments.hasLinesAgain(known, moment);
        }
        if (known != null && known.isPatientsAfterRejection()) {
            known.next(moment).chargedAnew(facts);
        } else if (known != null && (known.turn().isOfLaterPayer() || !known.canTake(facts))) {
            known.news(moment).codingAmended(facts.encounter().version());
            amendments.apply(known, moment);
            keep(known);
            return;
        }
        var claim = known == null ? new Claim(id, numbers.next(), facts, part, moment) : known;
        claim.encounters().partedWithOthers(split);
        claim.rebuild(facts);
        if (claim.turn().billedTo() == BilledTo.PATIENT) {
            patientBilling.amended(claim, moment);
        } else if (claim.current().transport() != Transport.HELD) {
            claim.unsent(moment).scrubbed(today.check(claim, facts, whole, moment.today()));
        }
        var leaves = clean.leaves(claim, facts);
        if (leaves) {
            clean.queue(claim, facts, moment);
        }
        keep(claim);
        if (leaves) {
            authorizations.draw(claim.id(), facts, claim.payersBefore());
        }
    }

    private Moment codedAt(ClaimFacts facts) {
        return codedAt(facts, facts.encounter());
    }

    private Moment codedAt(ClaimFacts facts, EncounterCoded coding) {
        return time.now(facts)
                .from(Source.of("event", "encounter-coded/%s/%d".formatted(coding.encounterId(), coding.version())));
    }

    @Transactional
    public void voided(EncounterVoided voided) {
        reference.holdEncounters(List.of(voided.encounterId()));
        reference.remember(voided);
        uncoveredEncounters.voided(voided.encounterId());
        var claims = store.ofEncounterLocked(voided.encounterId()).stream()
                .collect(Collectors.partitioningBy(
                        claim -> claim.encounters().all().size() > 1));
        claims.getOrDefault(false, List.of()).forEach(claim -> {
            var moment = voidedAt(claim, voided);
            claim.news(moment).voided();
            if (claim.turn().billedTo() == BilledTo.PATIENT) {
                patientBilling.voided(claim, moment);
            }
            amendments.apply(claim, moment);
            authorizations.giveBack(claim.id());
            keep(claim);
        });
        var others = claims.getOrDefault(true, List.of());
        if (!others.isEmpty()) { // they are parts of what several encounters make
            others.forEach(claim -> claim.news(voidedAt(claim, voided)).left(voided.encounterId()));
            store.saveAll(others); // so that what was sent of them is found as their own
            today.whole(others.get(0), 1).ifPresent(rest -> build(rest, others));
        }
    }

    private Moment voidedAt(Claim claim, EncounterVoided voided) {
        return time.now(claim.current().facts())
                .from(Source.of("event", "encounter-voided/%s".formatted(voided.encounterId())));
    }

    /** What waits for a file to this payer leaves by what is agreed with it now: another receiver, ISA15, or not at all. */
    @Transactional
    public void agreed(PayerChanged payer) {
        var waiting = store.waitingLocked(payer.payerId()).stream()
                .filter(claim -> claim.current().waitsForFile()
                        && !claim.current().facts().payer().equals(payer))
                .toList();
        for (var claim : waiting) {
            var facts = claim.current().facts().with(payer);
            var moment = time.now(facts).from(Source.of("event", "payer-changed/" + payer.payerId()));
            claim.unsent(moment).takeAgreement(facts, today.check(claim, facts, moment.today()));
        }
        store.saveAll(waiting);
        telling.statusChanged(waiting);
    }

    private void keep(Claim claim) {
        store.save(claim);
        telling.statusChanged(List.of(claim));
    }
}
