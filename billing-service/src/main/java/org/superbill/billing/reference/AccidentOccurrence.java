package org.superbill.billing.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.superbill.events.ClaimDetails;

/**
 * How a facility's claim tells of an accident: by an occurrence code of its kind with its day. One that was said with the encounter stands; without one it follows from cause, state and
 * insurer where these tell: that nobody is liable (05), or somebody who is not known here, no data says. Source: NUBC, form locators 31 to 34, occurrence codes 01 to 06; 005010X223A2, loop 2300, HI*BH.
 */
public final class AccidentOccurrence {
    private static final Set<String> KINDS = Set.of("01", "02", "03", "04", "05", "06");

    private static final String MEDICAL_COVERAGE = "01";
    private static final String NO_FAULT = "02";
    private static final String TORT_LIABILITY = "03";
    private static final String EMPLOYMENT = "04";

    /** Where no-fault auto insurance is compulsory, or can be chosen. Source: Insurance Information Institute, background on no-fault auto insurance. */
    private static final Set<String> NO_FAULT_STATES =
            Set.of("FL", "HI", "KS", "KY", "MA", "MI", "MN", "NJ", "NY", "ND", "PA", "PR", "UT");

    private AccidentOccurrence() {}

    /** Occurrence codes with their days, that of the accident among them. */
    public static List<ClaimDetails.Occurrence> withIt(ClaimFacts facts) {
        var details = facts.encounter().details();
        var stay = details.institutional();
        var said = stay == null || stay.occurrences() == null ? List.<ClaimDetails.Occurrence>of() : stay.occurrences();
        var accident = details.accident();
        if (accident == null
                || accident.causes().isEmpty()
                || accident.date() == null
                || said.stream().anyMatch(occurrence -> isOfAccident(occurrence.code()))) {
            return said;
        }
        var kind = kind(facts, accident);
        if (kind.isEmpty()) {
            return said;
        }
        var all = new ArrayList<>(said);
        all.add(new ClaimDetails.Occurrence(kind.get(), accident.date(), null));
        return List.copyOf(all);
    }

    /** @param code of an occurrence */
    public static boolean isOfAccident(String code) {
        return KINDS.contains(code);
    }

    private static Optional<String> kind(ClaimFacts facts, ClaimDetails.Accident accident) {
        if (accident.causes().contains("employment")) {
            return Optional.of(EMPLOYMENT);
        }
        var isInsured = isInsuredBy(facts, "AM");
        if (isInsured
                && accident.causes().contains("auto")
                && accident.state() != null
                && NO_FAULT_STATES.contains(accident.state())) {
            return Optional.of(NO_FAULT);
        }
        if (isInsuredBy(facts, "LM")) {
            return Optional.of(TORT_LIABILITY);
        }
        return isInsured ? Optional.of(MEDICAL_COVERAGE) : Optional.empty();
    }

    /** @param indicator SBR09 of the payer that is billed, or of one before or after it */
    private static boolean isInsuredBy(ClaimFacts facts, String indicator) {
        var others = facts.otherCoverages();
        return Stream.concat(
                        Stream.of(facts.payer().claimFilingIndicator()),
                        others == null ? Stream.of() : others.stream().map(OtherCoverage::claimFilingIndicator))
                .anyMatch(indicator::equals);
    }
}
