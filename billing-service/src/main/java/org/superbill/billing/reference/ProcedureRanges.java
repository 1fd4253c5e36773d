package org.superbill.billing.reference;

import java.util.Collection;

/** Procedures as profiles and authorizations name them: a code, or the first and the last of a range with a hyphen between. */
public final class ProcedureRanges {
    private ProcedureRanges() {}

    public static boolean contain(Collection<String> ranges, String procedureCode) {
        for (var range : ranges) {
            var hyphen = range.indexOf('-');
            if (hyphen < 0
                    ? range.equals(procedureCode)
                    : procedureCode.compareTo(range.substring(0, hyphen)) >= 0
                            && procedureCode.compareTo(range.substring(hyphen + 1)) <= 0) {
                return true;
            }
        }
        return false;
    }
}
