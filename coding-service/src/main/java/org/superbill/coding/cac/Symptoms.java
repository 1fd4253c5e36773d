package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;

/** Signs and symptoms that belong to a condition of the same note. Source: ICD-10-CM Official Guidelines I.B.4 and I.B.5. */
final class Symptoms {
    private record Integral(List<String> symptoms, List<String> conditions) {}

    private static final List<String> NO_SYMPTOMS =
            List.of("R65", "R57", "R18", "R297", "R29810", "R4182", "R402", "R451", "R4585", "R64", "R33", "R13", "R47", "R56", "R3912", "R3914", "R351");

    private final List<Integral> integral = new ArrayList<>();

    /** @param rows beginnings of symptoms' codes, beginnings of conditions' codes */
    Symptoms(List<String[]> rows) {
        for (var row : rows) {
            integral.add(new Integral(beginnings(row[0]), beginnings(row[1])));
        }
    }

    static Symptoms shipped() {
        return new Symptoms(DataFile.rows("cac/integral.tsv"));
    }

    /** Signs and symptoms proper of chapter 18: not shock, severity of sepsis, findings of imaging and laboratory, or what is a diagnosis by itself. */
    static boolean isSymptom(String code) {
        return code.startsWith("R")
                && code.compareTo("R70") < 0
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
                        condition.get().because("Guidelines I.B.4: " + symptom.code() + " is integral to it and not coded beside it");
                    }
                }
            }
        }
    }

    private static boolean isOneOf(Candidate symptom, List<String> beginnings) {
        return beginnings.stream().anyMatch(symptom::begins);
    }
}
