package org.superbill.coding.codingscore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is meant by each of the codes of a list: one of those that are right, each of which is meant once. */
final class Meant {
    private static final int CATEGORY_LENGTH = 3;

    private final List<String> coded;
    private final List<@Nullable String> meant = new ArrayList<>();
    private final List<String> missing;

    /** A code that is right means itself. Of the others one means what is missing of its category (in ICD-10-PCS its table), else what is missing at its place. */
    Meant(List<String> coded, List<String> right) {
        this.coded = coded;
        missing = new ArrayList<>(right);
        coded.forEach(code -> meant.add(missing.remove(code) ? code : null));
        for (var i = 0; i < coded.size(); i++) {
            var category = category(coded.get(i));
            replace(i, candidate -> category(candidate).equals(category));
        }
        for (var i = 0; i < Math.min(coded.size(), right.size()); i++) {
            replace(i, right.get(i)::equals);
        }
    }

    private void replace(int place, Predicate<String> isIt) {
        if (meant.get(place) == null) {
            missing.stream().filter(isIt).findFirst().ifPresent(instead -> {
                meant.set(place, instead);
                missing.remove(instead);
            });
        }
    }

    private static String category(String code) {
        return code.substring(0, Math.min(CATEGORY_LENGTH, code.length()));
    }

    /** Null where nothing is: the code should not be there. */
    @Nullable
    String by(int place) {
        return meant.get(place);
    }

    /** As {@link #by}; of a code that is there once too often itself. */
    @Nullable
    String pointedTo(int place) {
        return meant.get(place) == null && meant.contains(coded.get(place)) ? coded.get(place) : meant.get(place);
    }

    /** What nothing means. */
    List<String> missing() {
        return missing;
    }
}
