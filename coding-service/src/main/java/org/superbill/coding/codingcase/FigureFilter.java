package org.superbill.coding.codingcase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of which cases figures are told; what is null is not asked for.
 *
 * @param coder subject
 * @param specialty beginning of a provider taxonomy code
 */
public record FigureFilter(
        @Nullable String coder,
        @Nullable String specialty,
        @Nullable UUID payerId) {

    /** @param coderColumn the coder of a row */
    Conditions conditions(String coderColumn) {
        return new Conditions("true")
                .and(coderColumn + " = :coder", "coder", coder)
                .and("starts_with(specialty, :specialty)", "specialty", specialty)
                .and("payer_id = :payer", "payer", payerId);
    }
}
