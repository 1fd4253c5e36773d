package org.superbill.billing.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCoded;

/**
 * A facility's diagnoses as its claim parts them: external causes (ICD-10-CM V00 to Y99) have a place of their own, HI*ABN and form locator 72. First those that were
 * coded, then those that were only said with the encounter; each once, and twelve at most: what was coded beyond them stays among the others. Source: 005010X223A2, loop 2300,
 * HI; CMS Claims Processing Manual, chapter 25, section 75.6.
 *
 * @param diagnoses the principal first
 */
public record FacilityDiagnoses(List<Coded> diagnoses, List<Coded> externalCauses) {
    private static final int MOST_EXTERNAL_CAUSES = 12;

    /** @param presentOnAdmission of an inpatient only */
    public record Coded(String code, @Nullable String presentOnAdmission) {}

    public static FacilityDiagnoses of(EncounterCoded encounter) {
        var diagnoses = new ArrayList<Coded>();
        var causes = new ArrayList<Coded>();
        var present = encounter.presentOnAdmission();
        for (int at = 0; at < encounter.diagnoses().size(); at++) {
            var coded = new Coded(
                    encounter.diagnoses().get(at), present == null || at >= present.size() ? null : present.get(at));
            var isCause = at > 0 && isExternalCause(coded.code()) && causes.size() < MOST_EXTERNAL_CAUSES;
            (isCause ? causes : diagnoses).add(coded);
        }
        var stay = encounter.details().institutional();
        if (stay != null && stay.externalCauses() != null) {
            stay.externalCauses().stream()
                    .filter(code -> !encounter.diagnoses().contains(code))
                    .distinct()
                    .limit(MOST_EXTERNAL_CAUSES - causes.size())
                    .forEach(code -> causes.add(new Coded(code, null)));
        }
        return new FacilityDiagnoses(List.copyOf(diagnoses), List.copyOf(causes));
    }

    private static boolean isExternalCause(String code) {
        return code.compareTo("V") >= 0 && code.compareTo("Z") < 0;
    }
}
