package org.superbill.coding.codingcase;

import java.util.List;
import java.util.stream.IntStream;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Terminology;
import org.superbill.coding.codecheck.UnrelatedConditions;

/**
 * The codes of a case, all of them.
 *
 * @param diagnoses ICD-10-CM in stored form, principal first
 * @param presentOnAdmission one for each diagnosis, {@code Y}, {@code N}, {@code U}, {@code W} or {@code 1} (exempt); empty but for a
 *     facility's inpatients
 * @param lines the services with their codes
 * @param procedures ICD-10-PCS, principal first; of a facility's inpatient case only
 * @param acknowledgements why warnings are left as they are
 * @param unrelatedConditions pairs that an Excludes1 note keeps apart and that are reported together
 */
public record CaseCoding(
        List<String> diagnoses,
        List<String> presentOnAdmission,
        List<CodedLine> lines,
        List<StayProcedure> procedures,
        List<Acknowledgement> acknowledgements,
        List<UnrelatedConditions> unrelatedConditions) {
    public static final CaseCoding NONE =
            new CaseCoding(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public CaseCoding {
        diagnoses = List.copyOf(diagnoses);
        presentOnAdmission = List.copyOf(presentOnAdmission);
        lines = List.copyOf(lines);
        procedures = List.copyOf(procedures);
        acknowledgements = List.copyOf(acknowledgements);
        unrelatedConditions = List.copyOf(unrelatedConditions);
    }

    List<CodeSet.Diagnosis> forRules() {
        return IntStream.range(0, diagnoses.size())
                .mapToObj(i -> new CodeSet.Diagnosis(
                        Terminology.ICD_10_CM,
                        diagnoses.get(i),
                        presentOnAdmission.isEmpty() ? null : presentOnAdmission.get(i),
                        null))
                .toList();
    }

    boolean isEmpty() {
        return diagnoses.isEmpty() && lines.isEmpty() && procedures.isEmpty();
    }
}
