package org.superbill.coderules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.superbill.coderules.CodeSet.Diagnosis;

/** Sets of codes for tests: begins with an office visit of 2 March 2026 without codes. Diagnoses may be written with the dot. */
public final class Sets {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Encounter encounter = Encounter.professional(DAY);
    private List<CodeSet.Service> services;
    private List<Diagnosis> diagnoses = List.of();
    private final List<CodeSet.Line> lines = new ArrayList<>();
    private final List<CodeSet.Procedure> procedures = new ArrayList<>();
    private final List<Acceptance> acceptances = new ArrayList<>();

    private Sets() {}

    public static Sets visit(String... diagnoses) {
        return new Sets().diagnoses(diagnoses);
    }

    public static Sets visitOn(LocalDate day, String... diagnoses) {
        return visit(diagnoses).in(Encounter.professional(day));
    }

    /** Discharged on 2 March 2026, after three days. */
    public static Sets stay(String... diagnoses) {
        return visit(diagnoses).in(Encounter.inpatient(DAY.minusDays(3), DAY));
    }

    public Sets in(Encounter other) {
        encounter = other;
        return this;
    }

    public Sets of(Patient patient) {
        encounter = encounter.of(patient);
        return this;
    }

    public Sets under(Policy policy) {
        encounter = encounter.under(policy);
        return this;
    }

    public Sets diagnoses(String... codes) {
        return diagnoses(Arrays.stream(codes)
                .map(code -> Diagnosis.icd10(Terminology.ICD_10_CM.stored(code)))
                .toList());
    }

    public Sets diagnoses(List<Diagnosis> coded) {
        diagnoses = coded;
        return this;
    }

    /** Present on admission, one letter for each diagnosis; a dash for nothing. */
    public Sets presentOnAdmission(String letters) {
        var reported = new ArrayList<Diagnosis>();
        for (var i = 0; i < diagnoses.size(); i++) {
            var letter = letters.substring(i, i + 1);
            reported.add(new Diagnosis(
                    Terminology.ICD_10_CM, diagnoses.get(i).code(), letter.equals("-") ? null : letter, null));
        }
        return diagnoses(reported);
    }

    public Sets icd11(String... clusters) {
        return diagnoses(Arrays.stream(clusters)
                .map(cluster -> new Diagnosis(Terminology.ICD_11, cluster, null, null))
                .toList());
    }

    public Sets services(CodeSet.Service... entered) {
        services = List.of(entered);
        return this;
    }

    /** One unit, for the first diagnosis. */
    public Sets line(String procedure, String... modifiers) {
        return line(procedure, "1", List.of(1), modifiers);
    }

    public Sets line(String procedure, String units, List<Integer> pointers, String... modifiers) {
        lines.add(new CodeSet.Line(
                lines.size() + 1, procedure, List.of(modifiers), new BigDecimal(units), null, pointers));
        return this;
    }

    public Sets line(CodeSet.Line line) {
        lines.add(line);
        return this;
    }

    public Sets procedure(String code) {
        procedures.add(new CodeSet.Procedure(code, null));
        return this;
    }

    public Sets procedure(String code, LocalDate date) {
        procedures.add(new CodeSet.Procedure(code, date));
        return this;
    }

    public Sets unrelated(String one, String other) {
        acceptances.add(new Acceptance(Terminology.ICD_10_CM.stored(one), Terminology.ICD_10_CM.stored(other)));
        return this;
    }

    public CodeSet build() {
        return new CodeSet(encounter, services, diagnoses, lines, procedures, acceptances);
    }
}
