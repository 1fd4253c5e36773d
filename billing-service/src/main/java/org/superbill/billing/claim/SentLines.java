package org.superbill.billing.claim;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.edits.SameDayHistory.SentLine;
import org.superbill.billing.edits.SentBefore;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** What was already sent for the patients of claims: fetched for a whole batch with one statement, so that the edits see records only. */
@ApplicationScoped
public class SentLines implements SentBefore {
    private final SentLineStore store;

    SentLines(SentLineStore store) {
        this.store = store;
    }

    /** When the file is written: what it carries leaves any moment. */
    @Transactional(TxType.MANDATORY)
    void written(UUID submissionId) {
        store.keep(submissionId);
    }

    /** What a former system has sent counts like our own. */
    @Transactional(TxType.MANDATORY)
    void takenOver(Collection<UUID> claimIds) {
        store.keepTakenOver(claimIds);
    }

    @Override
    @Transactional
    public SameDayHistory before(ClaimFacts facts) {
        return before(List.of(facts)).getOrDefault(facts.encounter().encounterId(), SameDayHistory.NONE);
    }

    @Override
    @Transactional
    public Map<UUID, SameDayHistory> before(Collection<ClaimFacts> claims) {
        var found = forPatients(claims);
        var histories = new HashMap<UUID, SameDayHistory>();
        for (var facts : claims) {
            var lines = besides(facts, found.getOrDefault(facts.patient().patientId(), List.of()));
            if (!lines.isEmpty()) {
                histories.put(facts.encounter().encounterId(), new SameDayHistory(lines));
            }
        }
        return histories;
    }

    /** All that files carry for the patients of claims on their days, and on those that a global period reaches from them; by patient. */
    @Transactional(TxType.MANDATORY)
    Map<UUID, List<SentLineStore.Found>> forPatients(Collection<ClaimFacts> claims) {
        var days = claims.stream()
                .filter(facts -> !facts.encounter().lines().isEmpty())
                .collect(toMap(facts -> facts.patient().patientId(), SentLines::days, SentLines::together));
        return days.isEmpty() ? Map.of() : store.find(days.values());
    }

    /** The lines of a version, as they will be found when it is in a file. */
    static List<SentLineStore.Found> of(ClaimVersion version) {
        var facts = version.facts();
        var encounter = facts.encounter();
        return encounter.lines().stream()
                .map(line -> new SentLineStore.Found(
                        facts.patient().patientId(),
                        encounter.encounterId(),
                        version.claim().encounters().isSplit(),
                        new SentLine(
                                version.claim().id(),
                                version.claimNumber(),
                                facts.payer().payerId(),
                                line.practitionerId() == null ? encounter.practitionerId() : line.practitionerId(),
                                facts.isInstitutional(),
                                line.lineNumber(),
                                line.procedureCode(),
                                line.modifiers(),
                                line.units(),
                                line.chargeCents(),
                                line.serviceDate(),
                                line.details() == null ? null : line.details().through())))
                .toList();
    }

    /** What of the lines sent for the patient stands beside the claim, each service once: several payers in turn may have a claim for it. */
    static List<SentLine> besides(ClaimFacts facts, List<SentLineStore.Found> found) {
        var own = ownClaims(facts, found);
        var services = new LinkedHashMap<Service, SentLine>();
        for (var one : found) {
            if (!own.contains(one.line().claimId())) {
                var service = new Service(
                        one.encounterId(),
                        one.line().institutional(),
                        one.line().lineNumber());
                var samePayer = one.line().payerId().equals(facts.payer().payerId());
                services.merge(service, one.line(), (known, other) -> samePayer ? other : known);
            }
        }
        return List.copyOf(services.values());
    }

    private record Service(UUID encounterId, boolean institutional, int lineNumber) {}

    /** Earlier versions of the claim itself, and the same services to other payers; but not the other parts of an encounter that one claim could not take. */
    private static Set<UUID> ownClaims(ClaimFacts facts, List<SentLineStore.Found> found) {
        var encounter = facts.encounter().encounterId();
        var numbers = facts.encounter().lines().stream()
                .map(EncounterCoded.Line::lineNumber)
                .collect(toSet());
        return found.stream()
                .filter(one -> one.encounterId().equals(encounter)
                        && (!one.part()
                                || one.line().institutional() != facts.isInstitutional()
                                || numbers.contains(one.line().lineNumber())))
                .map(one -> one.line().claimId())
                .collect(toSet());
    }

    private static SentLineStore.Days days(ClaimFacts facts) {
        var dates = facts.encounter().lines().stream()
                .map(EncounterCoded.Line::serviceDate)
                .toList();
        return new SentLineStore.Days(
                facts.patient().patientId(),
                dates.stream().min(LocalDate::compareTo).orElseThrow().minusDays(SameDayHistory.DAYS_BEFORE),
                facts.encounter().lines().stream()
                        .map(SentLines::lastDay)
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .plusDays(SameDayHistory.DAYS_AFTER));
    }

    private static LocalDate lastDay(EncounterCoded.Line line) {
        var through = line.more().through();
        return through == null || through.isBefore(line.serviceDate()) ? line.serviceDate() : through;
    }

    /** Two claims of one patient in a batch: the days of both. */
    private static SentLineStore.Days together(SentLineStore.Days one, SentLineStore.Days other) {
        return new SentLineStore.Days(
                one.patientId(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }
}
