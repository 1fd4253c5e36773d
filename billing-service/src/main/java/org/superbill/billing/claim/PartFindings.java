package org.superbill.billing.claim;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * What was found of a whole encounter, as far as it concerns a claim that has a part of its lines. Edits look at the whole, so that an
 * add-on code finds its primary and units are summed up; the limits of one claim are what it was parted for.
 */
final class PartFindings {
    private static final Set<String> LIMITS = Set.of("diagnosis-count", "line-count", "payer-limits");
    private static final Pattern DIAGNOSIS = Pattern.compile("^/encounter/diagnoses/([0-9]+)$");
    private static final Pattern LINE = Pattern.compile("^/encounter/lines/([0-9]+)(/.*)?$");

    private PartFindings() {}

    static List<Finding> of(List<Finding> found, ClaimFacts whole, ClaimFacts part) {
        return found.stream()
                .filter(finding -> !LIMITS.contains(finding.rule()))
                .map(finding -> of(finding, whole.encounter(), part.encounter()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Finding of(Finding finding, EncounterCoded whole, EncounterCoded part) {
        var diagnosis = DIAGNOSIS.matcher(finding.pointer());
        if (diagnosis.matches()) { // a part has those that its lines point to
            var at = part.diagnoses().indexOf(whole.diagnoses().get(Integer.parseInt(diagnosis.group(1))));
            return at < 0 ? null : finding.at("/encounter/diagnoses/" + at);
        }
        var place = LINE.matcher(finding.pointer());
        if (!place.matches()) {
            return finding;
        }
        var number = whole.lines().get(Integer.parseInt(place.group(1))).lineNumber();
        return IntStream.range(0, part.lines().size())
                .filter(at -> part.lines().get(at).lineNumber() == number)
                .mapToObj(at -> finding.at(pointer(at, place)))
                .findFirst()
                .orElse(null);
    }

    private static String pointer(int at, Matcher place) {
        return "/encounter/lines/%d%s".formatted(at, place.group(2) == null ? "" : place.group(2));
    }
}
