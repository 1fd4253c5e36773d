package org.superbill.billing.claim;

import static java.util.stream.Collectors.partitioningBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.authorization.Authorizations;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.ids.Ids;

/** Builds the claims of many new codings with as many statements as for one: of those that are like most. */
@ApplicationScoped
class CodedTogether {
    private final ClaimStore store;
    private final ClaimNumbers numbers;
    private final Reference reference;
    private final FactsOfToday today;
    private final Authorizations authorizations;
    private final CleanClaims clean;
    private final ClaimTelling telling;
    private final BusinessTime time;

    CodedTogether(
            ClaimStore store,
            ClaimNumbers numbers,
            Reference reference,
            FactsOfToday today,
            Authorizations authorizations,
            CleanClaims clean,
            ClaimTelling telling,
            BusinessTime time) {
        this.store = store;
        this.numbers = numbers;
        this.reference = reference;
        this.today = today;
        this.authorizations = authorizations;
        this.clean = clean;
        this.telling = telling;
        this.time = time;
    }

    /**
     * @param all of different encounters
     * @return those that have to be looked at by themselves: their encounter has a claim already, they gather, they make several
     *     claims, or something may be authorized for their patient
     */
    List<ClaimFacts> build(List<ClaimFacts> all) {
        if (all.isEmpty()) {
            return all;
        }
        var billed = store.billed(
                all.stream().map(facts -> facts.encounter().encounterId()).toList());
        var authorized = authorizations.patientsOf(
                all.stream().map(facts -> facts.patient().patientId()).toList());
        var simple = all.stream().collect(partitioningBy(facts -> isSimple(facts, billed, authorized)));
        buildSimple(simple.getOrDefault(true, List.of()));
        return simple.getOrDefault(false, List.of());
    }

    private static boolean isSimple(ClaimFacts facts, Set<UUID> billed, Set<UUID> authorized) {
        return !billed.contains(facts.encounter().encounterId())
                && !authorized.contains(facts.patient().patientId())
                && Gathering.keyOf(facts).isEmpty()
                && CodingParts.of(facts).size() == 1;
    }

    private void buildSimple(Collection<ClaimFacts> all) {
        if (all.isEmpty()) {
            return;
        }
        reference.rememberAll(all.stream().map(ClaimFacts::encounter).toList());
        var payers = clean.payers();
        var sentBefore = today.sentBefore(all);
        var claims = all.stream().map(told -> build(told, payers, sentBefore)).toList();
        store.saveAll(claims);
        telling.statusChanged(claims);
    }

    private Claim build(ClaimFacts told, Set<UUID> payersOfCleanClaims, Map<UUID, SameDayHistory> sentBefore) {
        var facts = authorizations.matchedWithout(told);
        var coding = facts.encounter();
        var moment = time.now(facts)
                .from(Source.of("event", "encounter-coded/%s/%d".formatted(coding.encounterId(), coding.version())));
        var claim = new Claim(Ids.next(), numbers.next(), facts, 1, moment);
        var before = sentBefore.getOrDefault(coding.encounterId(), SameDayHistory.NONE);
        claim.unsent(moment).scrubbed(today.check(facts, moment.today(), before));
        if (claim.current().transport() == Transport.READY
                && !facts.isOnPaper()
                && payersOfCleanClaims.contains(facts.payer().payerId())) {
            clean.queue(claim, facts, moment);
        }
        return claim;
    }
}
