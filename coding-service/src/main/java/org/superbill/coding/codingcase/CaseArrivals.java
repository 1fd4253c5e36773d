package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.reference.Reference;
import org.superbill.events.EncounterCompleted;

/** What other services' news makes of coding cases; each public method runs in the transaction of its events. */
@ApplicationScoped
public class CaseArrivals {
    private final CodingCaseStore store;
    private final CaseQueueStore queue;
    private final CasePlaces places;
    private final CaseChecks checks;
    private final CaseRelease release;
    private final CaseTasks tasks;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Event<CasesReady> ready;
    private final Event<CaseVoided> voided;
    private final Clock clock;

    CaseArrivals(
            CodingCaseStore store,
            CaseQueueStore queue,
            CasePlaces places,
            CaseChecks checks,
            CaseRelease release,
            CaseTasks tasks,
            CodingPolicies policies,
            Reference reference,
            Event<CasesReady> ready,
            Event<CaseVoided> voided,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.places = places;
        this.checks = checks;
        this.release = release;
        this.tasks = tasks;
        this.policies = policies;
        this.reference = reference;
        this.ready = ready;
        this.voided = voided;
        this.clock = clock;
    }

    /**
     * Encounters are completed: their cases appear, or go on with the late charges. In as many statements for all as for one.
     *
     * @param encounters none of them twice
     */
    @Transactional
    public void encountersCompleted(List<EncounterCompleted> encounters) {
        var ids = encounters.stream().map(EncounterCompleted::encounterId).toList();
        store.holdEncounters(ids);
        var voidedOnes = store.voided(ids);
        var known = store.ofEncounters(ids);
        var policy = policies.current();
        var due = reference.today().plusDays(policy.times().dueDays());
        var goingOn = new ArrayList<CodingCase>();
        var fresh = new ArrayList<CodingCase>();
        for (var encounter : encounters) {
            if (!voidedOnes.contains(encounter.encounterId())) {
                var there = known.getOrDefault(encounter.encounterId(), List.of());
                there.forEach(codingCase ->
                        tasks.cameLate(codingCase, codingCase.completedAgain(encounter, due, clock.instant())));
                goingOn.addAll(there);
                fresh.addAll(missing(there, encounter, policy, due));
            }
        }
        goOn(goingOn);
        begin(fresh, policy);
    }

    private List<CodingCase> missing(
            List<CodingCase> there, EncounterCompleted encounter, CodingPolicy policy, LocalDate due) {
        var kinds = kinds(encounter, policy);
        there.forEach(codingCase -> kinds.remove(codingCase.kind()));
        return kinds.stream()
                .map(kind -> new CodingCase(encounter, kind, due, clock.instant()))
                .toList();
    }

    private void goOn(List<CodingCase> cases) {
        check(cases);
        places.of(cases).forEach(queue::place);
        tellReady(cases);
    }

    /** Each is written once, as all that has come of it by then. */
    private void begin(List<CodingCase> cases, CodingPolicy policy) {
        check(cases);
        var found = places.of(cases);
        for (var codingCase : cases) {
            codingCase.standsAt(Objects.requireNonNull(found.get(codingCase.id())));
            if (passes(codingCase, policy)) {
                codingCase.passThrough(clock.instant());
            }
            store.persist(codingCase);
        }
        release.follow(cases, policy);
        tellReady(cases);
    }

    private void tellReady(List<CodingCase> cases) {
        tellReadyOnes(cases.stream()
                .filter(codingCase -> codingCase.holder().isFree() && codingCase.isOpen())
                .map(CodingCase::id)
                .toList());
    }

    private void tellReadyOnes(List<UUID> cases) {
        if (!cases.isEmpty()) {
            ready.fire(new CasesReady(cases));
        }
    }

    private static boolean passes(CodingCase codingCase, CodingPolicy policy) {
        return codingCase.hasCodes()
                && PassThroughRules.pass(
                        policy.passThrough(),
                        codingCase.encounter().setting(),
                        codingCase.encounter().chargeCents(),
                        codingCase.coding().lines().stream()
                                .map(CodedLine::procedureCode)
                                .toList(),
                        codingCase.findings());
    }

    private static Set<CaseKind> kinds(EncounterCompleted encounter, CodingPolicy policy) {
        return CareSetting.of(encounter.setting()).isStay() && policy.facilityCases()
                ? EnumSet.allOf(CaseKind.class)
                : EnumSet.of(CaseKind.PROFESSIONAL);
    }

    private void check(List<CodingCase> cases) {
        checks.check(cases.stream().filter(CodingCase::hasCodes).toList());
    }

    /** An encounter was entered in error, whether or not we have heard of its completion. */
    @Transactional
    public void encounterVoided(UUID encounterId) {
        store.holdEncounters(List.of(encounterId));
        if (!store.isVoided(encounterId)) {
            store.remember(new VoidedEncounter(encounterId));
        }
        var known = store.ofEncounter(encounterId);
        known.forEach(codingCase -> codingCase.voided(clock.instant()));
        tasks.voided(known);
        voided.fire(new CaseVoided(encounterId));
    }

    /**
     * A payer has refused something that is for the coder to look at: the case that was told to billing goes on as its next version. One that
     * is in work already sees the amended claim anyway.
     *
     * @param kind of the case that the claim bills
     * @param why the codes of the refusal, e.g. {@code CO-11}
     */
    @Transactional
    public void denied(UUID encounterId, CaseKind kind, String why) {
        var due = reference.today().plusDays(policies.current().times().dueDays());
        var reopened = store.ofEncounter(encounterId).stream()
                .filter(known -> known.kind() == kind && known.progress().is(CaseStatus.RELEASED))
                .toList();
        reopened.forEach(known -> known.denied(why, due, clock.instant()));
        goOn(reopened);
    }

    /** Claims are with their payers. */
    @Transactional
    public void billed(List<CaseBilled> claims) {
        queue.billed(claims);
    }

    /** It is known now, or anew, which payer a coverage is with. */
    @Transactional
    public void coverageKnown(UUID coverageId) {
        reference.payerOf(coverageId).ifPresent(payer -> {
            queue.payerOfCoverage(coverageId, payer);
            reference.filingLimitDays(payer).ifPresent(days -> queue.filingLimit(payer, days));
        });
    }

    /** It is known now, or anew, until when a payer takes claims. */
    @Transactional
    public void filingLimitKnown(UUID payerId) {
        reference.filingLimitDays(payerId).ifPresent(days -> queue.filingLimit(payerId, days));
    }

    /** It is known now, or anew, what a practitioner's specialty is: whom cases fit that nobody has may be another. */
    @Transactional
    public void specialtyKnown(UUID practitionerId) {
        reference.specialtyOf(practitionerId).ifPresent(specialty -> {
            if (queue.specialty(practitionerId, specialty)) {
                tellReadyOnes(queue.freeOf(practitionerId));
            }
        });
    }
}
