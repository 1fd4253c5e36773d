package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.SameDayHistory;

/**
 * What claims that wait for a file mean to each other: when they were queued, the edits saw of other claims only what had been written
 * into files. The first stands; what comes after it is judged beside it.
 */
@ApplicationScoped
class QueuedTogether {
    private final ClaimStore store;
    private final SentLines sentLines;
    private final FactsOfToday today;
    private final ClaimTelling telling;
    private final BusinessTime time;

    QueuedTogether(ClaimStore store, SentLines sentLines, FactsOfToday today, ClaimTelling telling, BusinessTime time) {
        this.store = store;
        this.sentLines = sentLines;
        this.today = today;
        this.telling = telling;
        this.time = time;
    }

    /**
     * Those that may leave, with a fixed number of statements; the others go back to the biller with what was found.
     *
     * @param queued in the order in which they were queued
     */
    List<ClaimVersion> passed(List<ClaimVersion> queued) {
        var judged = queued.stream()
                .filter(version ->
                        !version.isVoid() && version.sequence() == 1) // a later payer is told the same services
                .toList();
        var before =
                sentLines.forPatients(judged.stream().map(ClaimVersion::facts).toList());
        var several = patientsOfSeveral(judged);
        var beside = judged.stream()
                .filter(version -> several.contains(patient(version)) || before.containsKey(patient(version)))
                .toList();
        if (beside.isEmpty()) {
            return queued;
        }
        store.load(beside.stream().map(version -> version.claim().id()).toList()); // with their versions
        var stopped = stopped(beside, before);
        store.saveAll(stopped.keySet());
        telling.statusChanged(stopped.keySet());
        return queued.stream()
                .filter(version -> !stopped.containsKey(version.claim()))
                .toList();
    }

    private static UUID patient(ClaimVersion version) {
        return version.facts().patient().patientId();
    }

    private static Set<UUID> patientsOfSeveral(Collection<ClaimVersion> versions) {
        var seen = new HashSet<UUID>();
        var several = new HashSet<UUID>();
        versions.forEach(version -> {
            if (!seen.add(patient(version))) {
                several.add(patient(version));
            }
        });
        return several;
    }

    private Map<Claim, List<Finding>> stopped(
            List<ClaimVersion> versions, Map<UUID, List<SentLineStore.Found>> before) {
        var known = new HashMap<UUID, List<SentLineStore.Found>>();
        before.forEach((patient, lines) -> known.put(patient, new ArrayList<>(lines)));
        var told = today.queued(versions);
        var stopped = new HashMap<Claim, List<Finding>>();
        for (var version : versions) {
            var others = known.computeIfAbsent(patient(version), id -> new ArrayList<>());
            var claim = version.claim();
            var findings = findings(
                    version,
                    Objects.requireNonNull(told.get(version.id())),
                    new SameDayHistory(SentLines.besides(version.facts(), strange(claim, version, others))));
            if (findings.isEmpty()) {
                others.addAll(SentLines.of(version));
            } else {
                stopped.put(claim, findings);
                claim.unsent(time.now(version.facts())).stoppedByOthers(findings);
            }
        }
        return stopped;
    }

    /** The parts of an encounter that one claim could not take are judged as the whole that they are. */
    private static List<SentLineStore.Found> strange(
            Claim claim, ClaimVersion version, List<SentLineStore.Found> lines) {
        var encounter = version.facts().encounter().encounterId();
        return claim.encounters().isSplit()
                ? lines.stream()
                        .filter(line -> !line.encounterId().equals(encounter))
                        .toList()
                : lines;
    }

    /** All that is found of it, when the others make something of that which keeps it from leaving; else nothing. */
    private List<Finding> findings(ClaimVersion version, FactsOfToday.Told told, SameDayHistory others) {
        if (others.lines().isEmpty()) {
            return List.of();
        }
        var day = time.now(version.facts()).today();
        var beside = today.check(version.claim(), told, day, others);
        if (beside.stream().noneMatch(finding -> finding.stops(version.passedWarnings()))) {
            return List.of();
        }
        var alone = today.check(version.claim(), told, day, SameDayHistory.NONE);
        return beside.stream().anyMatch(finding -> !alone.contains(finding) && finding.stops(version.passedWarnings()))
                ? beside
                : List.of();
    }
}
