package org.superbill.billing.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which a payer knows a claim (CLP07), which a replacement or void names in REF*F8. A payer that decides a claim in parts (MA15) may know each by a number of its own, and which of them it wants is its to say. Pure.
 *
 * @param newest what it said last
 * @param parts that of each part, the newest last; empty where it has decided the whole under one number
 */
record PayersNumbers(@Nullable String newest, List<String> parts) {
    PayersNumbers(@Nullable String newest, @Nullable List<String> parts) {
        this.newest = newest;
        this.parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** One for the whole claim. */
    static PayersNumbers of(@Nullable String number) {
        return new PayersNumbers(number, List.of());
    }

    /** @param part which part of the claim is decided under the number, from 1; null where the whole is */
    PayersNumbers with(String number, @Nullable Integer part) {
        if (part == null) {
            return of(number);
        }
        var numbers = new ArrayList<String>();
        if (part > 1) {
            numbers.addAll(all());
            numbers.remove(number);
        }
        numbers.add(number);
        return new PayersNumbers(number, numbers);
    }

    /** Those of parts that were taken back are none any more; the only one stays, for it names what the payer had. */
    PayersNumbers without(Collection<String> takenBack) {
        var left = new ArrayList<>(parts);
        left.removeAll(takenBack);
        return left.isEmpty() ? of(newest) : new PayersNumbers(left.get(left.size() - 1), left);
    }

    boolean names(String number) {
        return all().contains(number);
    }

    boolean isAmbiguous() {
        return parts.size() > 1;
    }

    /** What a replacement or void names; null where there is none, or several. */
    @Nullable
    String only() {
        return isAmbiguous() ? null : newest;
    }

    /** @param meant which of several a person means; null for the only one */
    @Nullable
    String named(@Nullable String meant) {
        return meant != null && isAmbiguous() && parts.contains(meant) ? meant : only();
    }

    /** For who reads it. */
    @Nullable
    String inWords() {
        return isAmbiguous() ? String.join(", ", parts) : newest;
    }

    private List<String> all() {
        return parts.isEmpty() && newest != null ? List.of(newest) : parts;
    }
}
