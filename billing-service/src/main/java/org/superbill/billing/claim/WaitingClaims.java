package org.superbill.billing.claim;

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
     * Those that may leave, by what is known now; the others go back to the biller. Claims of one encounter to its first payer take a fixed
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
        var sentBefore = today.sentBefore(told.values());
        var changed = new ArrayList<Claim>();
        for (var version : waited) {
            var facts = Optional.ofNullable(told.get(version.id()));
            if (facts.isPresent() && renew(version, facts.get(), sentBefore)) {
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
    private Map<UUID, ClaimFacts> told(Collection<ClaimVersion> waited) {
        var told = new HashMap<UUID, ClaimFacts>();
        var simple = waited.stream().filter(WaitingClaims::isSimple).toList();
        if (!simple.isEmpty()) {
            told.putAll(toldOfSimple(simple));
        }
        waited.stream()
                .filter(version -> !isSimple(version))
                .forEach(version -> toldOf(version).ifPresent(facts -> told.put(version.id(), facts)));
        waited.forEach(version -> told.computeIfPresent(
                version.id(), (id, facts) -> facts.with(version.facts().authorizations())));
        return told;
    }

    private Map<UUID, ClaimFacts> toldOfSimple(List<ClaimVersion> simple) {
        var told = new HashMap<UUID, ClaimFacts>();
        try {
            var byCase = reference
                    .factsOf(
                            simple.get(0).facts().organizationId(),
                            simple.stream()
                                    .map(version -> version.facts().encounter())
                                    .toList())
                    .stream()
                    .collect(toMap(WaitingClaims::caseOf, facts -> facts, (one, other) -> one));
            simple.forEach(version -> Optional.ofNullable(byCase.get(caseOf(version.facts())))
                    .ifPresent(facts -> told.put(version.id(), facts)));
        } catch (NotYet e) { // of one of them: each by itself
            simple.forEach(version -> toldOf(version).ifPresent(facts -> told.put(version.id(), facts)));
        }
        return told;
    }

    /** Empty too where something that is named now has not been told yet: then it leaves as it was queued. */
    private Optional<ClaimFacts> toldOf(ClaimVersion version) {
        try {
            return today.of(version.claim());
        } catch (NotYet e) {
            return Optional.empty();
        }
    }

    /** All that one encounter says, to its first payer. */
    private static boolean isSimple(ClaimVersion version) {
        var encounters = version.claim().encounters();
        return version.sequence() == 1 && !encounters.isSplit() && !encounters.isGathering();
    }

    /** The facility's and the professional's are coded apart. */
    private static String caseOf(ClaimFacts facts) {
        return "%s/%s".formatted(facts.encounter().encounterId(), facts.isInstitutional());
    }

    /** @return whether the claim has changed */
    private boolean renew(ClaimVersion version, ClaimFacts facts, Map<UUID, SameDayHistory> sentBefore) {
        var claim = version.claim();
        var moment = time.now(facts);
        if (claim.isToAnotherPayer(facts)) {
            claim.unsent(moment)
                    .hold("The coverage is another payer's by now: release the claim, and submit it to that one");
            return true;
        }
        var findings = findings(version, facts, moment, sentBefore);
        var said = version.facts().with(version.facts().authorizations());
        var same = StoredJson.of(facts).equals(StoredJson.of(said));
        if (same && findings.stream().noneMatch(finding -> finding.stops(version.passedWarnings()))) {
            return false;
        }
        claim.unsent(moment).renewed(facts, findings);
        return true;
    }

    private List<Finding> findings(
            ClaimVersion version, ClaimFacts facts, Moment moment, Map<UUID, SameDayHistory> sentBefore) {
        return isSimple(version)
                ? today.check(
                        version.claim(),
                        facts,
                        moment.today(),
                        sentBefore.getOrDefault(facts.encounter().encounterId(), SameDayHistory.NONE))
                : claims.check(version.claim(), facts, moment);
    }
}
