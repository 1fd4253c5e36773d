package org.superbill.patient.encounter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an encounter is on its way to money, by what coding and billing tell. Its rules touch neither what was done nor the desk's
 * steps, so that news needs not load the encounter as a whole.
 */
final class Progress {
    private final UUID encounterId;
    private final int version;
    private final List<Integer> professionalLines;
    private final Map<UUID, Claim> claims = new HashMap<>();
    private final List<Claim> toldClaims = new ArrayList<>();
    private EncounterStatus status;
    private @Nullable Instant submittedAt;
    private boolean hasChanged;

    /**
     * A claim made of the encounter, as far as the encounter needs to know it. Billing owns the claim.
     *
     * @param settled whether its money is
     * @param asOf when that was told, by the clock of the one who told it
     */
    record Claim(UUID id, boolean settled, Instant asOf) {
        /**
         * Submission and status are told on topics of their own: the later of the two is right. That an open claim is open says nothing
         * new, and most news is of that kind.
         */
        private boolean isChangedBy(Claim told) {
            return (settled || told.settled) && !told.asOf.isBefore(asOf);
        }
    }

    /**
     * @param version counts the completions, from 1
     * @param professionalLines the numbers of the services that go on the professional's claim
     * @param submittedAt when the last claim went out, by the clock of the one who told it
     */
    Progress(
            UUID encounterId,
            EncounterStatus status,
            int version,
            List<Integer> professionalLines,
            @Nullable Instant submittedAt) {
        this.encounterId = encounterId;
        this.status = status;
        this.version = version;
        this.professionalLines = List.copyOf(professionalLines);
        this.submittedAt = submittedAt;
    }

    /** A claim that is known already. */
    void knows(Claim claim) {
        claims.put(claim.id, claim);
    }

    /**
     * News travels on several topics: of a coding that is older than the late charges, or than the claim made of it, the status
     * must not fall back. The facility's case of a stay is a journey of its own and says nothing of this status.
     *
     * @param lineNumbers what has been coded
     * @param at when coding told it
     */
    void coded(List<Integer> lineNumbers, Instant at) {
        if (lineNumbers.containsAll(professionalLines) && !status.isFinal()) {
            var isBilledAlready = submittedAt != null && !submittedAt.isBefore(at);
            moveTo(isBilledAlready ? EncounterStatus.BILLED : EncounterStatus.CODED);
        }
    }

    /** @param at when billing told it */
    void submitted(Instant at) {
        if (submittedAt == null || at.isAfter(submittedAt)) {
            submittedAt = at;
            hasChanged = true;
        }
        var waitsForLateCharges = status == EncounterStatus.COMPLETED && version > 1;
        if (!status.isFinal() && !waitsForLateCharges) {
            moveTo(EncounterStatus.BILLED);
        }
    }

    /** A claim of it stands so. */
    void told(Claim claim) {
        var known = claims.get(claim.id);
        if (known == null || known.isChangedBy(claim)) {
            claims.put(claim.id, claim);
            toldClaims.removeIf(earlier -> earlier.id.equals(claim.id));
            toldClaims.add(claim);
        }
    }

    /** Closes when nothing is owed on any claim, and opens again when something is. */
    void closeOrOpen() {
        var isSettled = claims.values().stream().allMatch(Claim::settled);
        if (status == EncounterStatus.BILLED && isSettled) {
            moveTo(EncounterStatus.CLOSED);
        } else if (status == EncounterStatus.CLOSED && !isSettled) {
            moveTo(EncounterStatus.BILLED);
        }
    }

    private void moveTo(EncounterStatus step) {
        var before = status;
        status = before.moveTo(step);
        hasChanged |= status != before;
    }

    UUID encounterId() {
        return encounterId;
    }

    EncounterStatus status() {
        return status;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    /** Whether its status or the time of its submission is another than when it was read. */
    boolean hasChanged() {
        return hasChanged;
    }

    /** The claims that are new or stand otherwise than when they were read. */
    List<Claim> toldClaims() {
        return List.copyOf(toldClaims);
    }
}
