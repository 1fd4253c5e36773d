package org.superbill.billing.claim;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.superbill.billing.edits.EditContext;
import org.superbill.billing.edits.EditContexts;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.reference.Authorized;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.Reference;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.inbox.NotYet;

/** What a claim would say today, by what the other services have told since, and what the edits find of it. */
@ApplicationScoped
class FactsOfToday {
    private final Reference reference;
    private final Edits edits;
    private final EditContexts contexts;

    FactsOfToday(Reference reference, Edits edits, EditContexts contexts) {
        this.reference = reference;
        this.edits = edits;
        this.contexts = contexts;
    }

    /**
     * Empty when the encounter was voided, or when its coding names no coverage or leaves nothing for this claim any more. Which lines are its own was decided
     * when the first payer was billed; a claim that has all of them keeps them, and the edits say where that is more than its payer takes.
     */
    Optional<ClaimFacts> of(Claim claim) {
        return of(claim, claim.turn().billingSequence());
    }

    /** @param sequence the turn of the payer, from 1 */
    Optional<ClaimFacts> of(Claim claim, int sequence) {
        var toTheFirst = part(claim);
        return sequence == 1
                ? toTheFirst
                : toTheFirst
                        .filter(facts ->
                                sequence <= facts.encounter().coverageIds().size())
                        .flatMap(facts -> reference.factsOf(facts.organizationId(), facts.encounter(), sequence));
    }

    private Optional<ClaimFacts> part(Claim claim) {
        return whole(claim, 1).flatMap(facts -> partOf(claim, facts));
    }

    private static Optional<ClaimFacts> partOf(Claim claim, ClaimFacts whole) {
        if (!isNewest(claim, whole)) {
            return Optional.empty();
        }
        var parts = claim.encounters().isSplit() ? CodingParts.of(whole) : List.of(whole);
        return claim.part() <= parts.size() ? Optional.of(parts.get(claim.part() - 1)) : Optional.empty();
    }

    /**
     * What a claim would say to its first payer.
     *
     * @param whole all the lines that were coded, of which it has a part or all
     * @param apart what was coded of each encounter, where it bills several
     */
    record Told(ClaimFacts facts, ClaimFacts whole, List<EncounterCoded> apart) {
        Told with(Authorized authorizations) {
            return new Told(facts.with(authorizations), whole, apart);
        }
    }

    /** Of professionals' claims that gather encounters, or have a part of one, by claim; two statements. Those of which nothing can be said are left out. */
    Map<UUID, Told> ofProfessionals(Collection<Claim> claims) {
        var apart = codings(claims);
        apart.values().removeIf(List::isEmpty);
        if (apart.isEmpty()) {
            return Map.of();
        }
        var wholes = reference
                .factsOf(
                        apart.keySet().iterator().next().current().facts().organizationId(),
                        apart.values().stream().map(Gathering::together).toList())
                .stream()
                .collect(toMap(facts -> facts.encounter().encounterId(), facts -> facts, (one, other) -> one));
        var told = new HashMap<UUID, Told>();
        apart.forEach((claim, ofClaim) -> Optional.ofNullable(
                        wholes.get(ofClaim.get(0).encounterId()))
                .ifPresent(whole -> partOf(claim, whole)
                        .ifPresent(facts -> told.put(
                                claim.id(),
                                new Told(facts, whole, claim.encounters().all().size() == 1 ? List.of() : ofClaim)))));
        return told;
    }

    /** What names no coverage is not remembered. The versions of codings that are billed together are not those of one. */
    private static boolean isNewest(Claim claim, ClaimFacts facts) {
        return claim.isGathering() || facts.encounter().version() >= claim.codingVersion();
    }

    /**
     * Of all the lines that were coded of its encounters, of which it may have a part.
     *
     * @param sequence the turn of the payer, from 1
     */
    Optional<ClaimFacts> whole(Claim claim, int sequence) {
        var known = claim.current().facts();
        return claim.isGathering()
                ? reference.factsOf(known.organizationId(), Gathering.together(codings(claim)), sequence)
                : reference.factsOfNewest(known.organizationId(), known.encounter(), sequence);
    }

    /** What was said before, by what is agreed with the payer now. */
    ClaimFacts agreed(ClaimFacts said) {
        return reference.payer(said.payer().payerId()).map(said::with).orElse(said);
    }

    /** What was coded of each of its encounters, with the numbers that its lines have on the claim. */
    List<EncounterCoded> codings(Claim claim) {
        return numbered(claim, reference.codings(claim.encounters().all()));
    }

    /** As {@link #codings(Claim)}, in one statement. */
    private Map<Claim, List<EncounterCoded>> codings(Collection<Claim> claims) {
        var encounters = claims.stream()
                .flatMap(claim -> claim.encounters().all().stream())
                .distinct()
                .toList();
        var known =
                reference.codings(encounters).stream().collect(toMap(EncounterCoded::encounterId, coding -> coding));
        var codings = new LinkedHashMap<Claim, List<EncounterCoded>>();
        claims.forEach(claim -> codings.put(
                claim,
                numbered(
                        claim,
                        claim.encounters().all().stream()
                                .flatMap(encounter -> Stream.ofNullable(known.get(encounter)))
                                .toList())));
        return codings;
    }

    private static List<EncounterCoded> numbered(Claim claim, List<EncounterCoded> codings) {
        var encounters = claim.encounters().all();
        return Gathering.numbered(
                codings,
                codings.stream()
                        .map(coding -> claim.encounters().places().get(encounters.indexOf(coding.encounterId())))
                        .toList());
    }

    /** The same of a claim that bills several; else nothing. */
    List<EncounterCoded> gathered(Claim claim) {
        return claim.encounters().all().size() == 1 ? List.of() : codings(claim);
    }

    /** What versions to first payers that wait for their file say, as they were queued, by version; of several encounters, or parts of one, two statements more. */
    Map<UUID, Told> queued(Collection<ClaimVersion> versions) {
        var together = together(versions.stream()
                .map(ClaimVersion::claim)
                .filter(claim -> !claim.isInstitutional()
                        && (claim.encounters().isSplit()
                                || claim.encounters().all().size() > 1))
                .distinct()
                .toList());
        return versions.stream().collect(toMap(ClaimVersion::id, version -> {
            var claim = version.claim();
            var facts = version.facts();
            var known = together.get(claim.id());
            return known == null
                    ? queuedAlone(claim, facts)
                    : new Told(facts, claim.encounters().isSplit() ? known.whole() : facts, known.apart());
        }));
    }

    /** Where something that is named now has not been told yet, by what it says itself: the others wait for nothing. */
    private Told queuedAlone(Claim claim, ClaimFacts facts) {
        try {
            return told(claim, facts);
        } catch (NotYet e) {
            return new Told(facts, facts, gathered(claim));
        }
    }

    /** Of a claim by itself. */
    Told told(Claim claim, ClaimFacts facts) {
        return new Told(facts, wholeOf(claim, facts), gathered(claim));
    }

    private Map<UUID, Told> together(Collection<Claim> claims) {
        try {
            return claims.isEmpty() ? Map.of() : ofProfessionals(claims);
        } catch (NotYet e) { // of one of them: each by itself
            return Map.of();
        }
    }

    /** What a claim would say with another encounter; empty when it cannot say both, or not on one claim. */
    Optional<ClaimFacts> joined(Claim claim, EncounterCoded coding) {
        var known = claim.current().facts();
        var codings = new ArrayList<>(codings(claim));
        if (codings.isEmpty() || !Gathering.fit(codings.get(0), coding)) {
            return Optional.empty();
        }
        codings.addAll(
                Gathering.numbered(List.of(coding), List.of(claim.encounters().nextPlace())));
        return reference
                .factsOf(
                        known.organizationId(),
                        Gathering.together(codings),
                        claim.turn().billingSequence())
                .filter(facts -> CodingParts.of(facts).size() == 1);
    }

    /** Of a claim with a part of the lines, what concerns it of the whole. */
    List<Finding> check(Claim claim, ClaimFacts facts, LocalDate today) {
        return check(claim, facts, wholeOf(claim, facts), today);
    }

    /** @param whole all the lines that were coded, of which the facts have a part or all */
    List<Finding> check(Claim claim, ClaimFacts facts, ClaimFacts whole, LocalDate today) {
        return check(claim, facts, whole, () -> gathered(claim), known -> contexts.of(known, today));
    }

    /** The same of a claim that waits for its file, beside what is told of others. */
    List<Finding> check(Claim claim, Told told, LocalDate today, SameDayHistory others) {
        return check(claim, told.facts(), told.whole(), told::apart, known -> contexts.of(known, today, others));
    }

    private ClaimFacts wholeOf(Claim claim, ClaimFacts facts) {
        return claim.encounters().isSplit()
                ? whole(claim, claim.turn().billingSequence()).orElse(facts)
                : facts;
    }

    /** A void says again what was sent: nothing can be wrong with it that would keep the payer's money here, unless the payer takes none. */
    private List<Finding> check(
            Claim claim,
            ClaimFacts facts,
            ClaimFacts whole,
            Supplier<List<EncounterCoded>> apart,
            Function<ClaimFacts, EditContext> contextOf) {
        var current = claim.current();
        var leaves = current.transport().isUnsent() || current.waitsForFile();
        var refused = leaves ? refused(current, facts) : List.<Finding>of();
        if (leaves && current.isVoid()) {
            return refused;
        }
        var found = check(facts, whole, apart.get(), known -> {
            var context = contextOf.apply(known);
            return context.with(ClaimFiling.next(claim, context.filing()));
        });
        return Stream.concat(found.stream(), refused.stream()).toList();
    }

    /** What is wrong with a version that replaces another or takes it back. */
    private static List<Finding> refused(ClaimVersion version, ClaimFacts facts) {
        var found = new ArrayList<Finding>();
        if (!version.isTakenBy(facts.payer())) {
            found.add(Edits.correctionNotTaken(version.frequency()));
        }
        if (ChangeReason.isAskedFor(facts, version.frequency()) && !version.saysWhyItChanges()) {
            found.add(Edits.changeReasonMissing(version.frequency()));
        }
        return found;
    }

    private List<Finding> check(
            ClaimFacts part,
            ClaimFacts whole,
            List<EncounterCoded> apart,
            Function<ClaimFacts, EditContext> contextOf) {
        if (part.encounter().lines().size() == whole.encounter().lines().size()) {
            return edits.check(part, apart, contextOf.apply(part));
        }
        var known = whole.with(part.authorizations());
        return PartFindings.of(edits.check(known, apart, contextOf.apply(known)), whole, part);
    }

    /** What was sent before for the patients of many claims, by encounter. */
    Map<UUID, SameDayHistory> sentBefore(Collection<ClaimFacts> claims) {
        return contexts.sentBefore(claims);
    }

    /** With what was sent before. */
    List<Finding> check(ClaimFacts facts, LocalDate today, SameDayHistory sentBefore) {
        return edits.check(facts, contexts.of(facts, today, sentBefore));
    }
}
