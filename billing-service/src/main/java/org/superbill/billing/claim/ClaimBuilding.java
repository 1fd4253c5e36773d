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
import org.superbill.events.EncounterCoded;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PayerChanged;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.inbox.NotYet;

/** What codings and voided encounters make of claims; each public method is one transaction. */
@ApplicationScoped
public class ClaimBuilding {
    private static final String FACILITY = "facility";
    private static final String INPATIENT = "inpatient";

    private final ClaimStore store;
    private final ClaimNumbers numbers;
    private final Reference reference;
    private final FactsOfToday today;
    private final CodedTogether together;
    private final CleanClaims clean;
    private final Authorizations authorizations;
    private final ClaimTelling telling;
    private final BusinessTime time;
    private final Amendments amendments;
    private final PatientBilling patientBilling;

    ClaimBuilding(
            ClaimStore store,
            ClaimNumbers numbers,
            Reference reference,
            FactsOfToday today,
            CodedTogether together,
            CleanClaims clean,
            Authorizations authorizations,
            ClaimTelling telling,
            BusinessTime time,
            Amendments amendments,
            PatientBilling patientBilling) {
        this.store = store;
        this.numbers = numbers;
        this.reference = reference;
        this.today = today;
        this.together = together;
        this.clean = clean;
        this.authorizations = authorizations;
        this.telling = telling;
        this.time = time;
        this.amendments = amendments;
        this.patientBilling = patientBilling;
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
        reference.holdEncounters(
                codings.stream().map(EncounterCoded::encounterId).toList());
        var billed = codings.stream()
                .filter(coding -> !coding.coverageIds().isEmpty() && !isInpatientBill(coding))
                .toList();
        if (!billed.isEmpty()) {
            together.build(reference.factsOf(organization, billed)).forEach(this::build);
        }
        codings.stream()
                .filter(coding -> coding.version() > 1 && coding.coverageIds().isEmpty())
                .forEach(this::uncovered);
    }

    /** Its claims say a coverage that the encounter no longer names: what has not left is kept here, for a biller to decide. */
    private void uncovered(EncounterCoded coding) {
        store.ofCodingLocked(coding.encounterId(), FACILITY.equals(coding.kind())).stream()
                .filter(claim -> !claim.isVoided())
                .forEach(claim -> {
                    var moment = codedAt(claim.current().facts(), coding);
                    var transport = claim.current().transport();
                    if (transport == Transport.READY
                            || transport == Transport.EDITS_FAILED
                            || claim.current().waitsForFile()) {
                        claim.unsent(moment)
                                .hold("The encounter names no coverage any more: release it to bill the patient");
                    } else {
                        claim.news(moment).codingAmended(coding.version());
                    }
                    keep(claim);
                });
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
                claim.gathersWith(claims.get(0));
            }
            build(parts.get(part - 1), whole, claim, part, parts.size() > 1);
        }
        known.values().stream().filter(claim -> claim.part() > parts.size()).forEach(claim -> {
            if (!claim.isVoided()) {
                claim.news(codedAt(whole)).leftEmpty(whole.encounter().version());
            }
            if (!claim.mayBeWithPayer()) {
                authorizations.giveBack(claim.id());
            }
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
                claim.news(codedAt(told)).joined(coding.encounterId());
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
        if (known != null) {
            known.partedWithOthers(split);
            known.news(moment).hasLines();
        }
        if (known != null && (known.isWithLaterPayer() || !known.canTake(facts))) {
            known.news(moment).codingAmended(facts.encounter().version());
            amendments.apply(known, moment);
            keep(known);
            return;
        }
        var claim = known == null ? new Claim(id, numbers.next(), facts, part, moment) : known;
        claim.partedWithOthers(split);
        claim.rebuild(facts);
        if (claim.billedTo() == BilledTo.PATIENT) {
            patientBilling.amended(claim, moment);
        } else if (claim.current().transport() != Transport.HELD) {
            claim.unsent(moment).scrubbed(today.check(facts, whole, moment.today()));
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

    private Claim.Moment codedAt(ClaimFacts facts) {
        return codedAt(facts, facts.encounter());
    }

    private Claim.Moment codedAt(ClaimFacts facts, EncounterCoded coding) {
        return time.now(facts)
                .from(Source.of("event", "encounter-coded/%s/%d".formatted(coding.encounterId(), coding.version())));
    }

    @Transactional
    public void voided(EncounterVoided voided) {
        reference.holdEncounters(List.of(voided.encounterId()));
        reference.remember(voided);
        var claims = store.ofEncounterLocked(voided.encounterId()).stream()
                .collect(Collectors.partitioningBy(claim -> claim.encounterIds().size() > 1));
        claims.getOrDefault(false, List.of()).forEach(claim -> {
            var moment = voidedAt(claim, voided);
            claim.news(moment).voided();
            if (claim.billedTo() == BilledTo.PATIENT) {
                patientBilling.voided(claim, moment);
            }
            amendments.apply(claim, moment);
            authorizations.giveBack(claim.id());
            keep(claim);
        });
        var others = claims.getOrDefault(true, List.of());
        if (!others.isEmpty()) { // they are parts of what several encounters make
            others.forEach(claim -> claim.news(voidedAt(claim, voided)).left(voided.encounterId()));
            today.whole(others.get(0), 1).ifPresent(rest -> build(rest, others));
        }
    }

    private Claim.Moment voidedAt(Claim claim, EncounterVoided voided) {
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
            var coded = claim.codingVersion();
            claim.unsent(moment)
                    .takeAgreement(
                            facts, claim.current().isVoid() ? List.of() : today.check(claim, facts, moment.today()));
            claim.codedAs(coded);
        }
        store.saveAll(waiting);
        telling.statusChanged(waiting);
    }

    private void keep(Claim claim) {
        store.save(claim);
        telling.statusChanged(List.of(claim));
    }
}
