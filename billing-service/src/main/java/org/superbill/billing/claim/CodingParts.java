package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FacilityDiagnoses;
import org.superbill.events.EncounterCoded;

/**
 * What a coding makes more than one claim of: the lines and diagnoses that the guides and the payer let one claim have (005010X222A1: 50
 * lines, 12 diagnoses; 005010X223A2: 999 and 25, beside which external causes have a place of their own). Diagnoses that no line
 * points to are left out first, and no claim exists only to carry them: of several claims each has those that its lines point to,
 * in the coding's order. Lines keep their numbers and their order.
 */
final class CodingParts {
    private final EncounterCoded coding;
    private final boolean institutional;
    private final int count;
    private final int mostDiagnoses;
    private final int mostLines;

    private CodingParts(ClaimFacts facts) {
        coding = facts.encounter();
        institutional = facts.isInstitutional();
        count = facts.diagnosisCount();
        var terms = facts.payer().profile().agreed();
        mostDiagnoses = least(institutional ? 25 : 12, terms.mostDiagnoses());
        mostLines = least(institutional ? 999 : 50, terms.mostLines());
    }

    private static int least(int guide, @Nullable Integer payer) {
        return payer == null ? guide : Math.min(guide, payer);
    }

    /** One claim's facts for each part, in the order of the lines; the same facts when one claim takes all. */
    static List<ClaimFacts> of(ClaimFacts facts) {
        var parts = new CodingParts(facts).parts();
        return parts.size() == 1 && parts.get(0).equals(facts.encounter())
                ? List.of(facts)
                : parts.stream().map(facts::with).toList();
    }

    private List<EncounterCoded> parts() {
        if (count <= mostDiagnoses && coding.lines().size() <= mostLines || isBeyondUs()) {
            return List.of(coding);
        }
        var parts = new ArrayList<EncounterCoded>();
        var lines = new ArrayList<EncounterCoded.Line>();
        var pointed = new TreeSet<Integer>();
        for (var line : coding.lines()) {
            var together = new TreeSet<>(pointed);
            together.addAll(line.diagnosisPointers());
            if (!lines.isEmpty() && (lines.size() == mostLines || !institutional && together.size() > mostDiagnoses)) {
                parts.add(part(lines, pointed, false));
                lines = new ArrayList<>();
                together = new TreeSet<>(line.diagnosisPointers());
            }
            lines.add(line);
            pointed = together;
        }
        parts.add(part(lines, pointed, parts.isEmpty()));
        return IntStream.range(0, parts.size())
                .mapToObj(at -> at == 0 || coding.claimDetails() == null
                        ? parts.get(at)
                        : parts.get(at).saying(coding.details().patientPaid(null))) // once: it was paid once
                .toList();
    }

    /** What is wrong in another way is for the edits to say, of the whole. */
    private boolean isBeyondUs() {
        return coding.lines().isEmpty()
                || coding.lines().stream()
                        .anyMatch(line -> line.diagnosisPointers().size() > mostDiagnoses
                                || line.diagnosisPointers().stream()
                                        .anyMatch(pointer -> pointer < 1
                                                || pointer > coding.diagnoses().size()));
    }

    /** An external cause of a facility's coding, which takes none of the room of the diagnoses. */
    private boolean isApart(int place) {
        return institutional
                && FacilityDiagnoses.of(coding).externalCauses().stream()
                        .anyMatch(
                                cause -> cause.code().equals(coding.diagnoses().get(place - 1)));
    }

    /**
     * With the diagnoses that its lines point to, in the coding's order.
     *
     * @param whole it has all lines: then, and where lines point to nothing, with as many others as there is room for
     */
    private EncounterCoded part(List<EncounterCoded.Line> lines, TreeSet<Integer> pointed, boolean whole) {
        var kept = new TreeSet<>(pointed);
        var takesOthers = whole || pointed.isEmpty();
        for (int place = 1; takesOthers && place <= coding.diagnoses().size(); place++) {
            if (isApart(place) || kept.stream().filter(other -> !isApart(other)).count() < mostDiagnoses) {
                kept.add(place);
            }
        }
        var places = List.copyOf(kept);
        var present = coding.presentOnAdmission();
        return coding.with(
                places.stream().map(place -> coding.diagnoses().get(place - 1)).toList(),
                lines.stream()
                        .map(line -> line.pointing(line.diagnosisPointers().stream()
                                .map(pointer -> places.indexOf(pointer) + 1)
                                .toList()))
                        .toList(),
                present == null
                        ? null
                        : IntStream.range(0, places.size())
                                .filter(at -> places.get(at) <= present.size())
                                .mapToObj(at -> present.get(places.get(at) - 1))
                                .toList());
    }
}
