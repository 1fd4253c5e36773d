package org.superbill.billing.edits;

import org.jspecify.annotations.Nullable;
import org.superbill.events.Sex;

/**
 * Patients that a procedure is for.
 *
 * @param sex null: either
 * @param firstAge in completed years on the date of service
 */
record PatientsOfProcedures(@Nullable Sex sex, int firstAge, int lastAge, String source) {
    static final ProcedureRanges<PatientsOfProcedures> TABLE = ProcedureRanges.read(
            "patients-of-procedures.txt",
            fields -> new PatientsOfProcedures(
                    fields[2].isEmpty() ? null : Sex.valueOf(fields[2]),
                    fields[3].isEmpty() ? 0 : Integer.parseInt(fields[3]),
                    fields[4].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(fields[4]),
                    fields[5]));

    boolean excludes(Sex other) {
        return sex != null && other != Sex.unknown && other != sex;
    }

    boolean excludes(int years) {
        return years < firstAge || years > lastAge;
    }

    String ages() {
        return lastAge == Integer.MAX_VALUE ? firstAge + " and over" : firstAge + " to " + lastAge;
    }
}
