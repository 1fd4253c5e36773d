package org.superbill.billing.claim;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.claim.FactsOfToday.Told;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.inbox.NotYet;

/**
 * Claims that have waited for their file, as those of payers with a schedule do: what they say, and the rules that judge them, may have
 * changed since they were queued. What has waited no longer than a batch takes was judged a moment ago.
 */
@ApplicationScoped
class WaitingClaims {
    private static final Duration OF_A_BATCH = Duration.ofSeconds(30);

    private final ClaimStore store;
    private final Claims claims;
    private final FactsOfToday today;
    private final Reference reference;
    private final ClaimTelling telling;
    private final BusinessTime time;

    WaitingClaims(
            ClaimStore store,
            Claims claims,
            FactsOfToday today,
            Reference reference,
            ClaimTelling telling,
            BusinessTime time) {
        this.store = store;
        this.claims = claims;
        this.today = today;
        this.reference = reference;
        this.telling = telling;
        this.time = time;
    }

    /**
     * Those that may leave, by what is known now; the others go back to the biller. Claims to first payers, but for parts of a facility's, take a fixed
     * number of statements together.
     */
    List<ClaimVersion> renewed(List<ClaimVersion> queued) {
        var waited = queued.stream()
                .filter(version -> !version.isVoid() && hasWaited(version)) // a void says again what was sent
                .toList();
        if (waited.isEmpty()) {
            return queued;
        }
        store.load(waited.stream().map(version -> version.claim().id()).toList()); // with their versions
        var told = told(waited);
        var sentBefore =
                today.sentBefore(told.values().stream().map(Told::whole).toList());
        var changed = new ArrayList<Claim>();
        for (var version : waited) {
            var ofVersion = Optional.ofNullable(told.get(version.id()));
            if (ofVersion.isPresent() && renew(version, ofVersion.get(), sentBefore)) {
                changed.add(version.claim());
            }
        }
        store.saveAll(changed);
        telling.statusChanged(changed);
        return queued.stream().filter(ClaimVersion::waitsForFile).toList();
    }

    private boolean hasWaited(ClaimVersion version) {
        return time.now(version.facts()).at().isAfter(version.transportSince().plus(OF_A_BATCH));
    }

    /** By version, with what is authorized of it; a voided encounter has none, nor one that names no coverage any more: their events have come. */
    private Map<UUID, Told> told(Collection<ClaimVersion> waited) {
        var told = new HashMap<UUID, Told>();
        waited.stream()
                .collect(groupingBy(WaitingClaims::kindOf))
                .forEach((kind, versions) -> told.putAll(told(kind, versions)));
        waited.forEach(version -> told.computeIfPresent(
                version.id(), (id, one) -> one.with(version.facts().authorizations())));
        return told;
    }

    /** How it is asked what a claim would say. */
    private enum Kind {
        /** All that one encounter says, to its first payer. */
        SIMPLE,
        /** What several say, or a part of one; of professionals, to the first payer. */
        TOGETHER,
        /** Each by itself. */
        OTHER
    }

    private static Kind kindOf(ClaimVersion version) {
        var encounters = version.claim().encounters();
        if (version.sequence() > 1) {
            return Kind.OTHER;
        }
        if (!encounters.isSplit() && !encounters.isGathering()) {
            return Kind.SIMPLE;
        }
        return version.claim().isInstitutional() ? Kind.OTHER : Kind.TOGETHER;
    }

    private Map<UUID, Told> told(Kind kind, List<ClaimVersion> versions) {
        try {
            return switch (kind) {
                case SIMPLE -> toldOfSimple(versions);
                case TOGETHER -> toldTogether(versions);
                case OTHER -> toldOfEach(versions);
            };
        } catch (NotYet e) { // of one of them
            return toldOfEach(versions);
        }
    }

    private Map<UUID, Told> toldOfSimple(List<ClaimVersion> simple) {
        var byCase = reference
                .factsOf(
                        simple.get(0).facts().organizationId(),
                        simple.stream()
                                .map(version -> version.facts().encounter())
                                .toList())
                .stream()
                .collect(toMap(WaitingClaims::caseOf, facts -> facts, (one, other) -> one));
        var told = new HashMap<UUID, Told>();
        simple.forEach(version -> Optional.ofNullable(byCase.get(caseOf(version.facts())))
                .ifPresent(facts -> told.put(version.id(), new Told(facts, facts, List.of()))));
        return told;
    }

    private Map<UUID, Told> toldTogether(List<ClaimVersion> versions) {
        var byClaim =
                today.ofProfessionals(versions.stream().map(ClaimVersion::claim).toList());
        var told = new HashMap<UUID, Told>();
        versions.forEach(version ->
                Optional.ofNullable(byClaim.get(version.claim().id())).ifPresent(one -> told.put(version.id(), one)));
        return told;
    }

    /** Nothing of one where something that is named now has not been told yet: then it leaves as it was queued. */
    private Map<UUID, Told> toldOfEach(List<ClaimVersion> versions) {
        var told = new HashMap<UUID, Told>();
        for (var version : versions) {
            try {
                today.of(version.claim())
                        .ifPresent(facts -> told.put(version.id(), today.told(version.claim(), facts)));
            } catch (NotYet e) {
                continue;
            }
        }
        return told;
    }

    /** The facility's and the professional's are coded apart. */
    private static String caseOf(ClaimFacts facts) {
        return "%s/%s".formatted(facts.encounter().encounterId(), facts.isInstitutional());
    }

    /** @return whether the claim has changed */
    private boolean renew(ClaimVersion version, Told told, Map<UUID, SameDayHistory> sentBefore) {
        var claim = version.claim();
        var facts = told.facts();
        var moment = time.now(facts);
        if (claim.isToAnotherPayer(facts)) {
            claim.unsent(moment)
                    .hold("The coverage is another payer's by now: release the claim, and submit it to that one");
            return true;
        }
        var findings = findings(version, told, moment, sentBefore);
        var said = version.facts().with(version.facts().authorizations());
        var same = StoredJson.of(facts).equals(StoredJson.of(said));
        if (same && findings.stream().noneMatch(finding -> finding.stops(version.passedWarnings()))) {
            return false;
        }
        claim.unsent(moment).renewed(facts, findings);
        return true;
    }

    private List<Finding> findings(
            ClaimVersion version, Told told, Moment moment, Map<UUID, SameDayHistory> sentBefore) {
        return kindOf(version) == Kind.OTHER
                ? claims.check(version.claim(), told.facts(), moment)
                : today.check(
                        version.claim(),
                        told,
                        moment.today(),
                        sentBefore.getOrDefault(told.whole().encounter().encounterId(), SameDayHistory.NONE));
    }
}
