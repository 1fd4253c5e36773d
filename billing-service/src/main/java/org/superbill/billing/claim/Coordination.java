package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim to a later payer says besides its facts: who has paid before, and what (837 loops 2320, 2330 and 2430).
 *
 * @param sequence of the payer that is billed: 2 secondary, 3 tertiary
 * @param insuranceType SBR05, why Medicare is not the primary payer; absent for other payers
 * @param priorPayers in their order, each of which has decided
 */
public record Coordination(int sequence, @Nullable String insuranceType, List<PriorPayer> priorPayers) {
    private static final String[] RESPONSIBILITY = {"P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"};

    public Coordination {
        priorPayers = List.copyOf(priorPayers);
    }

    /** The date of the newest decision before; absent when none is told. */
    @Nullable
    LocalDate lastDecidedOn() {
        return priorPayers.stream()
                .map(PriorPayer::decidedOn)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** SBR01 of the payer in this turn, from 1. */
    public static String responsibility(int sequence) {
        return sequence >= 1 && sequence <= RESPONSIBILITY.length ? RESPONSIBILITY[sequence - 1] : "U";
    }
}
