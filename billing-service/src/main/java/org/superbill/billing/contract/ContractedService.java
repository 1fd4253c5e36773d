package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service whose allowed amount is asked for.
 *
 * @param chargeCents for all units; below zero when it is not known
 * @param inFacility whether the place of service is a facility's
 * @param session absent for a service that is asked about by itself
 */
public record ContractedService(
        UUID payerId,
        LocalDate on,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        long chargeCents,
        boolean inFacility,
        @Nullable Session session) {

    /**
     * What else was done, where amounts depend on it: the lines of a claim, or of a coding, by the same practitioner on the same day.
     *
     * @param practitionerId absent for the claim's own
     * @param lineNumber so that two equal lines are two
     */
    public record Session(UUID claimId, @Nullable UUID practitionerId, int lineNumber) {}

    /** By itself. */
    public ContractedService(
            UUID payerId,
            LocalDate on,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            boolean inFacility) {
        this(payerId, on, procedureCode, modifiers, units, chargeCents, inFacility, null);
    }

    public ContractedService {
        modifiers = List.copyOf(modifiers);
    }

    /** Equal for the services of one session; a service by itself is its own. */
    Object sessionKey() {
        return session == null ? this : Arrays.asList(session.claimId, session.practitionerId, on);
    }

    /** Equal for what a practice did on a day, whoever of it did it. */
    Object dayKey() {
        return session == null ? this : List.of(session.claimId, on);
    }

    /** Each begun one counts. */
    int wholeUnits() {
        return Math.max(1, units.setScale(0, RoundingMode.CEILING).intValueExact());
    }

    boolean isCharged() {
        return chargeCents >= 0;
    }
}
