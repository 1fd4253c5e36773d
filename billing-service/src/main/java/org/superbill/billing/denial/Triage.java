package org.superbill.billing.denial;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What kind of refusal it is, what caused it and what to do next, from group, CARC and RARC. Pure. The tables {@code carc-work.txt}
 * and {@code rarc-work.txt} beside this class are our own; the codes are numbers of X12's code sources 139 and 411.
 *
 * @param action the next best thing to do, e.g. {@code send-to-coder}, {@code correct-and-resend}, {@code appeal}
 * @param chancePercent how likely it is that the payer then pays, before anything is known of the organization's own outcomes
 * @param unprocessable not decided at all (MA130): no denial, and without a right to appeal
 */
public record Triage(
        DenialCategory category, RootCause rootCause, String action, int chancePercent, boolean unprocessable) {
    static final String SEND_TO_CODER = "send-to-coder";

    private static final String CANNOT_BE_PROCESSED = "MA130";
    /** Reasons that say little without their remark. */
    private static final Set<String> WITH_REMARK = Set.of("16", "96", "97", "252", "A1");

    private static final Triage UNKNOWN = new Triage(DenialCategory.OTHER, RootCause.PAYER, "call-payer", 30, false);
    private static final Map<String, Triage> BY_CARC = read("carc-work.txt");
    private static final Map<String, Triage> BY_RARC = read("rarc-work.txt");

    /** @param groupCode CAS01; PR: the payer says that the patient owes it */
    public static Triage of(String groupCode, String carc, List<String> rarcs) {
        var known = BY_CARC.get(carc);
        var ofRemark = known == null || WITH_REMARK.contains(carc)
                ? rarcs.stream().map(BY_RARC::get).filter(Objects::nonNull).findFirst()
                : Optional.<Triage>empty();
        var triage = ofRemark.orElse(known == null ? UNKNOWN : known);
        if (rarcs.contains(CANNOT_BE_PROCESSED)) {
            return new Triage(
                    triage.category, triage.rootCause, actionInNewClaim(triage.action), triage.chancePercent, true);
        }
        return groupCode.equals("PR") && triage.category == DenialCategory.NON_COVERED
                ? new Triage(triage.category, triage.rootCause, "bill-patient", triage.chancePercent, false)
                : triage;
    }

    /** There is nothing to appeal. */
    private static String actionInNewClaim(String action) {
        return action.equals(SEND_TO_CODER) ? action : "correct-and-resend";
    }

    /** It is for the coder to look at again. */
    public boolean isCodings() {
        return rootCause == RootCause.CODING && action.equals(SEND_TO_CODER);
    }

    private static Map<String, Triage> read(String resource) {
        return ReasonWords.read(resource)
                .map(row -> Map.entry(
                        row[0],
                        new Triage(
                                DenialCategory.fromString(row[1]),
                                RootCause.fromString(row[2]),
                                row[3],
                                Integer.parseInt(row[4]),
                                false)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
