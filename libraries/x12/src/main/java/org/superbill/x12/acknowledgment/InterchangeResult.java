package org.superbill.x12.acknowledgment;

import java.util.List;
import java.util.Set;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.X12Error;

/**
 * What was found in one interchange.
 *
 * @param errors of the interchange itself, ISA and IEA
 */
public record InterchangeResult(Interchange interchange, List<GroupResult> groups, List<X12Error> errors) {
    /** Notes that do not make an interchange unreadable: a count, a date, a time, the wish for a TA1. */
    private static final Set<String> HARMLESS = Set.of("014", "015", "019", "021");

    public InterchangeResult {
        groups = List.copyOf(groups);
        errors = List.copyOf(errors);
    }

    public AcknowledgmentCode code() {
        if (errors.isEmpty()) {
            return AcknowledgmentCode.ACCEPTED;
        }
        return errors.stream().allMatch(error -> HARMLESS.contains(error.code()))
                ? AcknowledgmentCode.ACCEPTED_WITH_ERRORS
                : AcknowledgmentCode.REJECTED;
    }

    /** The TA1 that answers it. A sender asks for it with ISA14; of a rejected interchange there is nothing else to send. */
    public InterchangeAcknowledgment acknowledgment() {
        var worst = errors.stream()
                .map(X12Error::code)
                .filter(code -> !HARMLESS.contains(code))
                .findFirst()
                .or(() -> errors.stream().map(X12Error::code).findFirst());
        return InterchangeAcknowledgment.of(interchange, code().code(), worst.orElse("000"));
    }
}
