package org.superbill.billing.claimcheck;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.problem.FieldError;

/**
 * Where a claim that somebody gives ends to be one: a number of a billion digits or a hundred thousand lines is not checked, but refused.
 * What a claim may only not be sent with is for the edits to say.
 */
final class ClaimBounds {
    /** More than any claim has (837I: 999), so that the edit that counts them speaks first. */
    private static final int MOST_LINES = 1_000;

    private static final int MOST_CODES = 1_000;
    /** Digits before and after the decimal point. Source: 005010X222A1, SV104, at most 15 characters. */
    private static final int MOST_DIGITS = 15;

    private static final int LAST_YEAR = 9999;

    private final List<FieldError> beyond = new ArrayList<>();

    private ClaimBounds() {}

    /** Pointers go from the claim. */
    static List<FieldError> beyond(ClaimFacts facts) {
        var bounds = new ClaimBounds();
        bounds.look(facts);
        return bounds.beyond;
    }

    /** JSON takes years of four digits only; the parameters of an address take others too. */
    static boolean isBeyond(@Nullable LocalDate day) {
        return day != null && (day.getYear() < 0 || day.getYear() > LAST_YEAR);
    }

    private void look(ClaimFacts facts) {
        var encounter = facts.encounter();
        zone(facts.organization().timeZone());
        count("/encounter/diagnoses", encounter.diagnoses(), MOST_CODES);
        if (encounter.procedures() != null) {
            count("/encounter/procedures", encounter.procedures(), MOST_CODES);
        }
        if (count("/encounter/lines", encounter.lines(), MOST_LINES)) {
            for (var i = 0; i < encounter.lines().size(); i++) {
                line("/encounter/lines/" + i, encounter.lines().get(i));
            }
        }
    }

    private void line(String pointer, EncounterCoded.Line line) {
        if (hasTooManyDigits(line.units())) {
            add(pointer + "/units", "has too many digits");
        }
        if (line.chargeCents() > Cents.MOST.value() || line.chargeCents() < -Cents.MOST.value()) {
            add(pointer + "/chargeCents", "is more than a claim can say");
        }
        count(pointer + "/modifiers", line.modifiers(), MOST_CODES);
        count(pointer + "/diagnosisPointers", line.diagnosisPointers(), MOST_CODES);
    }

    private static boolean hasTooManyDigits(BigDecimal number) {
        return number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS;
    }

    private boolean count(String pointer, List<?> list, int most) {
        if (list.size() > most) {
            add(pointer, "has more than %d".formatted(most));
            return false;
        }
        return true;
    }

    private void zone(String name) {
        try {
            var unused = ZoneId.of(name);
        } catch (DateTimeException noZone) {
            add("/organization/timeZone", "is no time zone");
        }
    }

    private void add(String pointer, String message) {
        beyond.add(new FieldError(pointer, "out-of-bounds", message));
    }
}
