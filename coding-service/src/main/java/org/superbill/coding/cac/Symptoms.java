package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;

/** Signs and symptoms that belong to a condition of the same note. Source: ICD-10-CM Official Guidelines I.B.4 and I.B.5. */
final class Symptoms {
    private record Integral(List<String> symptoms, List<String> conditions) {}

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
