package org.superbill.coderules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a set with what is known of its procedure on its date of service.
 *
 * @param index its position in the lines, from 0
 * @param fact null when no release has the procedure
 */
public record KnownLine(
        int index,
        CodeSet.Line line,
        LocalDate date,
        @Nullable CodeFact fact) {
    public String code() {
        return line.procedureCode();
    }

    /** A facility's line may be told by its revenue code alone (837I, SV202, which is situational). */
    public boolean hasNoProcedure() {
        return code().isEmpty();
    }

    public List<String> modifiers() {
        return line.modifiers();
    }

    public String pointer(String field) {
        return "/lines/%d/%s".formatted(index, field);
    }

    /** Of one of its modifiers or pointers, from 0. */
    public String pointer(String field, int position) {
        return pointer(field) + "/" + position;
    }
}
