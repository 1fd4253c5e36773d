package org.superbill.billing.claim;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.edits.SameDayHistory;
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

    /** When the file leaves. */
    @Transactional(TxType.MANDATORY)
    void sent(UUID submissionId) {
        store.keep(submissionId);
    }

    @Override
    @Transactional
    public SameDayHistory before(ClaimFacts facts) {
        return before(List.of(facts)).getOrDefault(facts.encounter().encounterId(), SameDayHistory.NONE);
    }

    @Override
    @Transactional
    public Map<UUID, SameDayHistory> before(Collection<ClaimFacts> claims) {
        var days = claims.stream()
                .filter(facts -> !facts.encounter().lines().isEmpty())
                .collect(toMap(facts -> facts.patient().patientId(), SentLines::days, SentLines::together));
        var found = days.isEmpty() ? Map.<UUID, List<SentLineStore.Found>>of() : store.find(days.values());
        var histories = new HashMap<UUID, SameDayHistory>();
        for (var facts : claims) {
            var encounter = facts.encounter().encounterId();
            var lines = found.getOrDefault(facts.patient().patientId(), List.of()).stream()
                    .filter(line -> !line.encounterId().equals(encounter))
                    .map(SentLineStore.Found::line)
                    .toList();
            if (!lines.isEmpty()) {
                histories.put(encounter, new SameDayHistory(lines));
            }
        }
        return histories;
    }

    private static SentLineStore.Days days(ClaimFacts facts) {
        var dates = facts.encounter().lines().stream()
                .map(EncounterCoded.Line::serviceDate)
                .toList();
        return new SentLineStore.Days(
                facts.patient().patientId(),
                dates.stream().min(LocalDate::compareTo).orElseThrow().minusDays(SameDayHistory.DAYS_BEFORE),
                dates.stream().max(LocalDate::compareTo).orElseThrow().plusDays(SameDayHistory.DAYS_AFTER));
    }

    /** Two claims of one patient in a batch: the days of both. */
    private static SentLineStore.Days together(SentLineStore.Days one, SentLineStore.Days other) {
        return new SentLineStore.Days(
                one.patientId(),
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }
}
