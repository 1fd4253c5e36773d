package org.superbill.coderules;

import org.jspecify.annotations.Nullable;

/**
 * An ICD-10-PCS code of a set with what is known of it on the day of discharge.
 *
 * @param index its position in the procedures, from 0
 * @param fact null when no release has the code
 */
public record KnownProcedure(
        int index, CodeSet.Procedure procedure, @Nullable CodeFact fact) {
    public String code() {
        return procedure.code();
    }

    public String pointer() {
        return "/procedures/" + index;
    }
}
