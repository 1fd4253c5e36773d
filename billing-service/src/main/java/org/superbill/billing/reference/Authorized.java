package org.superbill.billing.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the payer has authorized of a claim, and what it had to and did not.
 *
 * @param lines those that an authorization was found for
 * @param missing those that need one and have none
 * @param numberNotOnFile that was said with the encounter, for REF*G1
 */
public record Authorized(
        List<Line> lines, List<Missing> missing, @Nullable String numberNotOnFile) {
    public static final Authorized NOTHING = new Authorized(List.of(), List.of(), null);

    public Authorized {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /**
     * A line with its authorization.
     *
     * @param kind {@code authorization} (REF*G1) or {@code referral} (REF*9F)
     * @param serviceIndex which of its services, from 0
     * @param units that the line takes of it
     */
    public record Line(
            int lineNumber, UUID authorizationId, String number, String kind, int serviceIndex, BigDecimal units) {
        public boolean isReferral() {
            return "referral".equals(kind);
        }
    }

    /** @param why what does not match, as the end of a sentence */
    public record Missing(int lineNumber, String why) {}

    /** The one number that all lines of this kind share, which then stands on the claim; else each line names its own. */
    public Optional<String> numberOfClaim(boolean referral) {
        var numbers = lines.stream()
                .filter(line -> line.isReferral() == referral)
                .map(Line::number)
                .distinct()
                .toList();
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    public Optional<Line> ofLine(int lineNumber, boolean referral) {
        return lines.stream()
                .filter(line -> line.lineNumber() == lineNumber && line.isReferral() == referral)
                .findFirst();
    }
}
