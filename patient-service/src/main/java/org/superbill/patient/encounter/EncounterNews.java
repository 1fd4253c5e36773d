package org.superbill.patient.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.events.ClaimSubmitted;
import org.superbill.events.EncounterCoded;
import org.superbill.events.Event;
import org.superbill.patient.encounter.Progress.Claim;
import org.superbill.servicekit.inbox.BatchEventHandler.Told;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.problem.Problem;

/**
 * What coding and billing tell of encounters becomes their status and steps of their journeys. Runs in the transaction of its events.
 * News of an encounter that is over (void, not billable) is kept in its journey and changes nothing.
 */
@ApplicationScoped
public class EncounterNews {
    private static final String SETTLED = "settled";

    private final ProgressStore store;

    EncounterNews(ProgressStore store) {
        this.store = store;
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} when one of them is missing; {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    public void coded(List<Told<EncounterCoded>> news) {
        var encounters = store.locked(ids(news, EncounterCoded::encounterId));
        var steps = new ArrayList<JourneyStep>();
        for (var told : news) {
            coded(of(encounters, told.event().encounterId()), told.event(), told.envelope(), steps);
        }
        store.write(encounters.values(), steps);
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} when one of them is missing; {@code ENCOUNTER_STEP_NOT_ALLOWED} */
    public void submitted(List<Told<ClaimSubmitted>> news) {
        var encounters = store.lockedWithClaims(ids(news, ClaimSubmitted::encounterId));
        var steps = new ArrayList<JourneyStep>();
        for (var told : news) {
            submitted(of(encounters, told.event().encounterId()), told.event(), told.envelope(), steps);
        }
        store.write(encounters.values(), steps);
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} when one of them is missing */
    public void statusChanged(List<Told<ClaimStatusChanged>> news) {
        var encounters = store.lockedWithClaims(ids(news, ClaimStatusChanged::encounterId));
        var steps = new ArrayList<JourneyStep>();
        for (var told : news) {
            statusChanged(of(encounters, told.event().encounterId()), told.event(), told.envelope(), steps);
        }
        store.write(encounters.values(), steps);
    }

    private static void coded(Progress encounter, EncounterCoded news, Envelope envelope, List<JourneyStep> steps) {
        var isFacility = "facility".equals(news.kind());
        if (!isFacility) {
            encounter.coded(
                    news.lines().stream().map(EncounterCoded.Line::lineNumber).toList(), envelope.time());
        }
        var what = (isFacility ? "facility-" : "") + (news.version() == 1 ? "coded" : "coding-amended");
        var detail = "%s, %s, version %d"
                .formatted(
                        Counted.of(news.diagnoses().size(), "diagnosis", "diagnoses"),
                        Counted.of(news.lines().size(), "line", "lines"),
                        news.version());
        steps.add(step(encounter, what, detail, null, envelope));
    }

    private static void submitted(Progress encounter, ClaimSubmitted news, Envelope envelope, List<JourneyStep> steps) {
        encounter.told(new Claim(news.claimId(), false, envelope.time()));
        encounter.submitted(envelope.time());
        var detail = "claim %s, frequency %s".formatted(news.claimNumber(), news.frequency());
        steps.add(step(encounter, "claim-submitted", detail, news.claimId(), envelope));
        closeOrOpen(encounter, envelope, steps);
    }

    private static void statusChanged(
            Progress encounter, ClaimStatusChanged news, Envelope envelope, List<JourneyStep> steps) {
        encounter.told(new Claim(news.claimId(), news.moneyStatus().equals(SETTLED), envelope.time()));
        var detail = "claim %s: transport %s, adjudication %s, money %s"
                .formatted(news.claimNumber(), news.transport(), news.adjudication(), news.moneyStatus());
        steps.add(step(encounter, "claim-status-changed", detail, news.claimId(), envelope));
        closeOrOpen(encounter, envelope, steps);
    }

    private static void closeOrOpen(Progress encounter, Envelope envelope, List<JourneyStep> steps) {
        var before = encounter.status();
        encounter.closeOrOpen();
        if (encounter.status() != before && encounter.status() == EncounterStatus.CLOSED) {
            steps.add(step(encounter, "closed", "the money of all its claims is settled", null, envelope));
        } else if (encounter.status() != before) {
            steps.add(step(encounter, "reopened", "a claim has an open balance again", null, envelope));
        }
    }

    private static JourneyStep step(
            Progress encounter, String step, String detail, @Nullable UUID claimId, Envelope envelope) {
        return new JourneyStep(encounter.encounterId(), envelope.time(), step, detail, claimId, envelope.id());
    }

    private static <E extends Event> List<UUID> ids(List<Told<E>> news, Function<E, UUID> encounterId) {
        return news.stream().map(told -> encounterId.apply(told.event())).toList();
    }

    private static Progress of(Map<UUID, Progress> encounters, UUID encounterId) {
        return Objects.requireNonNull(encounters.get(encounterId));
    }
}
