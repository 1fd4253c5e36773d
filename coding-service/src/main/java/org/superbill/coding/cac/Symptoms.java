package org.superbill.coding.cac;

import java.util.List;
import org.superbill.coding.notetext.SectionKind;

/** Signs and symptoms that belong to a condition of the same note. Source: ICD-10-CM Official Guidelines I.B.4 and I.B.5. */
final class Symptoms {
    private record Integral(List<String> symptoms, List<String> conditions) {}

    private static final List<String> OTHER_SYMPTOMS = List.of("L29", "M255", "M791", "M796", "M545", "M549", "H53");

    /** Chronic conditions that most patients of an age have and that explain nothing. */
    private static final List<String> BACKGROUND =
            List.of("I10", "I11", "I12", "I13", "E78", "E66", "E03", "F17", "E119", "N400", "M81", "K219");

    private static final List<String> NO_SYMPTOMS = List.of(
            "R65", "R57", "R18", "R297", "R29810", "R4182", "R402", "R451", "R4585", "R64", "R33", "R13", "R47", "R56",
            "R3912", "R3914", "R351", "R5081");

    private final List<Integral> integral;
    private final List<Integral> systems;

    /**
     * @param integral rows of beginnings of symptoms' codes and beginnings of the codes of conditions that they are integral to
     * @param systems the same by body system, for what is likely
     */
    Symptoms(List<String[]> integral, List<String[]> systems) {
        this.integral = rows(integral);
        this.systems = rows(systems);
    }

    static Symptoms shipped() {
        return new Symptoms(DataFile.rows("cac/integral.tsv"), DataFile.rows("cac/systems.tsv"));
    }

    private static List<Integral> rows(List<String[]> rows) {
        return rows.stream()
                .map(row -> new Integral(beginnings(row[0]), beginnings(row[1])))
                .toList();
    }

    /** Whether the note names a disease of today of the body system that the symptom is of. */
    boolean isExplained(Candidate symptom, Candidates codes) {
        if (!isSymptom(symptom.code())) {
            return false;
        }
        if (codes.all().stream().anyMatch(other -> isDisease(other) && isConcluded(other))) {
            return true; // what the provider concluded is not among the symptoms that are told before
        }
        for (var row : systems) {
            if (row.symptoms().stream().anyMatch(symptom::begins)
                    && codes.all().stream().anyMatch(other -> isDisease(other) && isOneOf(other, row.conditions()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConcluded(Candidate candidate) {
        return candidate.mentions().stream().anyMatch(mention -> mention.section() == SectionKind.ASSESSMENT);
    }

    private static boolean isDisease(Candidate candidate) {
        return candidate.code().charAt(0) != 'R'
                && candidate.code().charAt(0) != 'Z'
                && BACKGROUND.stream().noneMatch(candidate::begins)
                && candidate.mentions().stream()
                        .anyMatch(mention ->
                                mention.assertion() != Assertion.HISTORICAL && mention.section() != SectionKind.PAST);
    }

    /** Signs and symptoms proper of chapter 18: not shock, severity of sepsis, findings of imaging and laboratory, or what is a diagnosis by itself. */
    static boolean isSymptom(String code) {
        return (code.startsWith("R") && code.compareTo("R70") < 0
                        || OTHER_SYMPTOMS.stream().anyMatch(code::startsWith))
                && NO_SYMPTOMS.stream().noneMatch(code::startsWith);
    }

    private static List<String> beginnings(String field) {
        return List.of(field.replace(".", "").split(" "));
    }

    void dropIntegral(Candidates codes) {
        for (var row : integral) {
            var condition = codes.find(row.conditions().toArray(String[]::new));
            if (condition.isEmpty()) {
                continue;
            }
            for (var beginning : row.symptoms()) {
                for (var symptom : codes.all(beginning)) {
                    if (!isOneOf(symptom, row.conditions())) {
                        codes.drop(symptom);
                        condition
                                .get()
                                .because("Guidelines I.B.4: " + symptom.code()
                                        + " is integral to it and not coded beside it");
                    }
                }
            }
        }
    }

    private static boolean isOneOf(Candidate symptom, List<String> beginnings) {
        return beginnings.stream().anyMatch(symptom::begins);
    }
}
