package org.superbill.billing.feeschedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;

/** What dated lists of prices have in common. */
public final class DatedPrices {
    private DatedPrices() {}

    /** What is wrong between dates and prices, each being right by itself. @param pointer of the prices */
    public static List<FieldError> contradictions(
            LocalDate from, @Nullable LocalDate to, List<PricedCode> prices, String pointer) {
        var errors = new ArrayList<FieldError>();
        if (to != null && to.isBefore(from)) {
            errors.add(new FieldError("/effectiveTo", "before-start", "must not be before effectiveFrom"));
        }
        var known = new HashSet<String>();
        for (int at = 0; at < prices.size(); at++) {
            var price = prices.get(at);
            if (!known.add(price.procedureCode() + " " + price.modifierKey())) {
                errors.add(new FieldError(
                        "%s/%d".formatted(pointer, at), "duplicate", "has the code and modifiers of another one"));
            }
        }
        return errors;
    }

    public static boolean inForce(LocalDate on, LocalDate from, @Nullable LocalDate to) {
        return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }
}
