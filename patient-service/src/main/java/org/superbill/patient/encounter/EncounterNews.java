package org.superbill.patient.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.events.ClaimSubmitted;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.inbox.BatchEventHandler.Told;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.problem.Problem;

/**
 * What coding and billing tell of an encounter becomes its status and a step of its journey. Runs in the transaction of its events.
 * News of an encounter that is over (void, not billable) is kept in its journey and changes nothing.
 */
@ApplicationScoped
public class EncounterNews {
    private static final String SETTLED = "settled";

    private final EncounterStore store;

    EncounterNews(EncounterStore store) {
        this.store = store;
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} */
    public void coded(EncounterCoded news, Envelope envelope) {
        var encounter = store.getForUpdate(news.encounterId());
        var lineNumbers =
                news.lines().stream().map(EncounterCoded.Line::lineNumber).toList();
        var isFacility = "facility".equals(news.kind());
        if (!isFacility) {
            encounter.coded(lineNumbers, envelope.time());
        }
        store.add(new JourneyStep(
                encounter.id(),
                envelope.time(),
                (isFacility ? "facility-" : "") + (news.version() == 1 ? "coded" : "coding-amended"),
                "%s, %s, version %d"
                        .formatted(
                                Counted.of(news.diagnoses().size(), "diagnosis", "diagnoses"),
                                Counted.of(news.lines().size(), "line", "lines"),
                                news.version()),
                null,
                envelope.id()));
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} */
    public void submitted(ClaimSubmitted news, Envelope envelope) {
        var encounter = store.getForUpdate(news.encounterId());
        var claims = tell(encounter, store.claims(encounter.id()), news.claimId(), false, envelope);
        encounter.submitted(envelope.time());
        store.add(new JourneyStep(
                encounter.id(),
                envelope.time(),
                "claim-submitted",
                "claim %s, frequency %s".formatted(news.claimNumber(), news.frequency()),
                news.claimId(),
                envelope.id()));
        closeOrOpen(encounter, claims, envelope);
    }

    /** @throws Problem {@code ENCOUNTER_NOT_FOUND} when one of them is missing */
    public void statusChanged(List<Told<ClaimStatusChanged>> news) {
        var ids = news.stream().map(told -> told.event().encounterId()).toList();
        var encounters = store.getForUpdate(ids);
        var claims = store.claims(ids);
        news.forEach(told -> {
            var encounterId = told.event().encounterId();
            statusChanged(
                    Objects.requireNonNull(encounters.get(encounterId)),
                    claims.getOrDefault(encounterId, List.of()),
                    told.event(),
                    told.envelope());
        });
    }

    private void statusChanged(
            Encounter encounter, List<EncounterClaim> before, ClaimStatusChanged news, Envelope envelope) {
        var claims = tell(encounter, before, news.claimId(), news.moneyStatus().equals(SETTLED), envelope);
        store.add(new JourneyStep(
                encounter.id(),
                envelope.time(),
                "claim-status-changed",
                "claim %s: transport %s, adjudication %s, money %s"
                        .formatted(news.claimNumber(), news.transport(), news.adjudication(), news.moneyStatus()),
                news.claimId(),
                envelope.id()));
        closeOrOpen(encounter, claims, envelope);
    }

    /** All claims of the encounter, with what was told of this one. */
    private List<EncounterClaim> tell(
            Encounter encounter, List<EncounterClaim> before, UUID claimId, boolean settled, Envelope envelope) {
        var claims = new ArrayList<>(before);
        claims.stream()
                .filter(claim -> claim.claimId().equals(claimId))
                .findFirst()
                .ifPresentOrElse(claim -> claim.told(settled, envelope.time()), () -> {
                    var claim = new EncounterClaim(claimId, encounter.id(), settled, envelope.time());
                    store.add(claim);
                    claims.add(claim);
                });
        return claims;
    }

    private void closeOrOpen(Encounter encounter, List<EncounterClaim> claims, Envelope envelope) {
        var before = encounter.status();
        encounter.settled(claims.stream().allMatch(EncounterClaim::isSettled));
        if (encounter.status() != before && encounter.status() == EncounterStatus.CLOSED) {
            step(encounter, "closed", "the money of all its claims is settled", envelope);
        } else if (encounter.status() != before) {
            step(encounter, "reopened", "a claim has an open balance again", envelope);
        }
    }

    private void step(Encounter encounter, String step, String detail, Envelope envelope) {
        store.add(new JourneyStep(encounter.id(), envelope.time(), step, detail, null, envelope.id()));
    }
}
