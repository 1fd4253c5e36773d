package org.superbill.coding.visit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Visits at which nobody but staff saw the patient, or nothing was done but an injection: they have no level of a practitioner. Source: NCCI Policy Manual, chapter I, section D,
 * and chapter XI, section B (an injection includes what staff do for it; 99211 is not reported beside it).
 */
final class StaffVisits {
    private static final Pattern BY_STAFF = Pattern.compile(
            "(?i)\\b(?:nurse|RN|LPN|LVN|MA|shot|injection)(?: clinic| only|-only)? visit\\b|\\b(?:given|administered|injected|done|performed|placed|drawn) by (?:the |our |an? )?(?:clinic |office )?(?:nurse|RN|LPN|LVN|MA|medical assistant|staff)\\b"
                    + "|\\b(?:nurse|RN|LPN|LVN|MA|medical assistant) (?:gave|administered|injected|placed)\\b");

    private static final Pattern EVALUATED = Pattern.compile(
            "(?i)\\bexam(?:ination|ined)?\\b|\\bPE\\b|\\bHPI\\b|\\bassess(?:ment|ed)\\b|\\bA/?P\\b|\\bimpression\\b|\\bplan\\b|\\bdiagnos|\\bseen by (?:dr|the (?:doctor|physician|provider))|\\bminutes?\\b|\\breview(?:ed)?\\b"
                    + "|\\bdiscuss|\\bcounsel|\\bstart|\\bcontinue|\\bincreas|\\bdecreas|\\bprescri|\\brefill|\\blungs?\\b|\\bBP\\b|\\bc/o\\b|\\bcomplain|\\bpresent(?:s|ed)\\b|\\breports?\\b|\\bdenies\\b|\\bpain\\b|\\bcough|\\bfever"
                    + "|\\bx \\d|\\bstable\\b|\\bworse|\\bimprov|\\bcontrolled\\b|\\bfollow[- ]?up for\\b|\\bf/u\\b|\\border");

    private StaffVisits() {}

    /** @param services that were given at it */
    static boolean isOne(Visit visit, List<Procedure> services) {
        var given = !services.isEmpty() && services.stream().allMatch(StaffVisits::isGiven);
        return (given || BY_STAFF.matcher(visit.text()).find())
                && !EVALUATED.matcher(visit.text()).find();
    }

    /** A vaccine, a drug, or what it takes to give one. */
    private static boolean isGiven(Procedure service) {
        return service.system().equals("hcpcs")
                || service.code().startsWith("90")
                || service.code().equals("96372");
    }
}
