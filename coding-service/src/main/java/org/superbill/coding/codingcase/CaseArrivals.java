package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.superbill.coding.codingpolicy.CodingPolicies;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.coding.reference.Reference;
import org.superbill.events.EncounterCompleted;

/** What other services' news makes of coding cases; each public method runs in the transaction of one event. */
@ApplicationScoped
public class CaseArrivals {
    private final CodingCaseStore store;
    private final CaseQueueStore queue;
    private final CaseChecks checks;
    private final CaseRelease release;
    private final CodingPolicies policies;
    private final Reference reference;
    private final Event<CaseReady> ready;
    private final Event<CaseVoided> voided;
    private final Clock clock;

    CaseArrivals(
            CodingCaseStore store,
            CaseQueueStore queue,
            CaseChecks checks,
            CaseRelease release,
            CodingPolicies policies,
            Reference reference,
            Event<CaseReady> ready,
            Event<CaseVoided> voided,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.checks = checks;
        this.release = release;
        this.policies = policies;
        this.reference = reference;
        this.ready = ready;
        this.voided = voided;
        this.clock = clock;
    }

    /** An encounter is completed: its case or cases appear, or go on with the late charges. */
    @Transactional
    public void encounterCompleted(EncounterCompleted encounter) {
        if (store.isVoided(encounter.encounterId())) {
            return;
        }
        var policy = policies.current();
        var due = reference.today().plusDays(policy.times().dueDays());
        var known = store.ofEncounter(encounter.encounterId());
        for (var codingCase : known) {
            codingCase.completedAgain(encounter, due, clock.instant());
            check(codingCase);
            place(codingCase);
        }
        var missing = kinds(encounter, policy);
        known.forEach(codingCase -> missing.remove(codingCase.kind()));
        missing.forEach(kind -> begin(encounter, kind, policy, due));
    }

    private void begin(EncounterCompleted encounter, CaseKind kind, CodingPolicy policy, LocalDate due) {
        var codingCase = new CodingCase(encounter, kind, due, clock.instant());
        check(codingCase);
        store.persist(codingCase);
        if (passes(codingCase, policy)) {
            codingCase.passThrough(clock.instant());
            release.follow(codingCase, policy);
            place(codingCase);
        } else {
            place(codingCase);
            ready.fire(new CaseReady(codingCase.id()));
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

    private void check(CodingCase codingCase) {
        if (codingCase.hasCodes()) {
            checks.check(codingCase);
        }
    }

    /** An encounter was entered in error, whether or not we have heard of its completion. */
    @Transactional
    public void encounterVoided(UUID encounterId) {
        if (!store.isVoided(encounterId)) {
            store.remember(new VoidedEncounter(encounterId));
        }
        store.ofEncounter(encounterId).forEach(known -> known.voided(clock.instant()));
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
        store.ofEncounter(encounterId).stream()
                .filter(known -> known.kind() == kind && known.isReleased())
                .forEach(known -> {
                    known.denied(why, due, clock.instant());
                    check(known);
                    place(known);
                });
    }

    /** A claim of the encounter is with its payer. @param kind of the case that it bills */
    @Transactional
    public void billed(UUID encounterId, CaseKind kind, Instant at) {
        queue.billed(encounterId, kind, at);
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

    /** It is known now, or anew, what a practitioner's specialty is. */
    @Transactional
    public void specialtyKnown(UUID practitionerId) {
        reference.specialtyOf(practitionerId).ifPresent(specialty -> queue.specialty(practitionerId, specialty));
    }

    /** Where a case stands among others: who pays and until when, and whose specialty it is, as far as it is known yet. */
    private void place(CodingCase codingCase) {
        var encounter = codingCase.encounter();
        var coverage = encounter.primaryCoverageId();
        var payer = coverage == null ? null : reference.payerOf(coverage).orElse(null);
        var days = payer == null ? null : reference.filingLimitDays(payer).orElse(null);
        queue.place(
                codingCase.id(),
                payer,
                days == null ? null : encounter.serviceDate().plusDays(days),
                reference.specialtyOf(encounter.practitionerId()).orElse(null));
    }
}
