package org.superbill.coderules.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * Contact with a disease that the patient has. Those of Z20 that stand for one disease; a patient with one sexually transmitted disease or hepatitis may have met another. Source: the
 * Excludes1 note at Z20 (diagnosed current infectious or parasitic disease), which names no codes; guideline I.A.12.a.
 */
final class ContactWithDiagnosed implements CodeRule {
    private static final Rule RULE = new Rule(
            "contact-with-diagnosed",
            Severity.ERROR,
            "ICD-10-CM Tabular List, Excludes1 note at Z20 (diagnosed current infectious or parasitic disease); Official Guidelines for Coding and Reporting, section I.A.12.a (Excludes1)",
            "No contact with a disease is coded beside the disease",
            "Leave the contact out: the diagnosed disease says it.");

    private static final Map<String, String> DISEASES = Map.of(
            "Z203", "A82",
            "Z204", "B06",
            "Z206", "B20",
            "Z20810", "A22",
            "Z20811", "A39",
            "Z20820", "B01",
            "Z20821", "A925",
            "Z20822", "U071");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var contact : set.diagnoses()) {
            var disease = DISEASES.get(contact.code());
            for (var other : disease == null ? List.<KnownDiagnosis>of() : set.diagnoses()) {
                if (other.code().startsWith(disease)) {
                    found.accept(RULE.finding(
                            List.of(contact.pointer(), other.pointer()),
                            "%s is contact with the disease that %s says is there"
                                    .formatted(contact.written(), other.written()),
                            RULE.fix(),
                            contact.written(),
                            other.written()));
                }
            }
        }
    }
}
