package org.superbill.coderules.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.superbill.coderules.Contrasts;

/**
 * Finds by their titles the codes of a category that say more of the same condition than another does, or the contrary of it. A title that ends with "unspecified" is said more
 * fully by those that begin as it does: "Chronic obstructive pulmonary disease, unspecified" by "Chronic obstructive pulmonary disease with (acute) exacerbation". One "without"
 * something is contradicted by those that begin alike and go on "with", one "not intractable" by the intractable ones, one "without rupture" by the ruptured.
 * Not of injuries and causes (S00-Y99), whose titles go on with other places, and not of chapter 15, where they go on with the fetus.
 */
final class TitleContrasts {
    private static final Pattern OPEN = Pattern.compile(
            "(,? with)?,? (unspecified|unspecified (stage|severity|degree)|(stage|severity|degree) unspecified)$");

    private static final Pattern WITHOUT = Pattern.compile(",? without ");
    private static final Pattern WITH = Pattern.compile(",? with ");
    private static final Pattern NOT = Pattern.compile(", not ");
    private static final String UNRUPTURED = "rupture";
    private static final String RUPTURED = ", ruptured";
    /** What has none of these needs not be taken apart: most titles. */
    private static final List<String> SAID = List.of("unspecified", "without", ", not ");

    private static final String LEFT_OUT = "OSTVWXY";
    private static final int CATEGORY = 3;

    private TitleContrasts() {}

    /** @param titles by billable code, stored form */
    static Map<String, Contrasts> of(TreeMap<String, String> titles) {
        var found = new HashMap<String, Contrasts>();
        titles.forEach((code, title) -> {
            if (LEFT_OUT.indexOf(code.charAt(0)) < 0 && SAID.stream().anyMatch(title::contains)) {
                var category = code.substring(0, CATEGORY);
                var contrasts = of(title, titles.subMap(category, category + Character.MAX_VALUE));
                if (!contrasts.equals(Contrasts.NONE)) {
                    found.put(code, contrasts);
                }
            }
        });
        return found;
    }

    private static Contrasts of(String title, SortedMap<String, String> category) {
        var open = OPEN.matcher(title);
        var fuller = open.find()
                ? going(
                        category,
                        title.substring(0, open.start()),
                        rest -> rest.startsWith(" ") || rest.startsWith(","))
                : List.<String>of();
        var contrary = new ArrayList<String>();
        var without = WITHOUT.matcher(title);
        while (without.find()) {
            var unruptured = title.substring(without.end()).equals(UNRUPTURED);
            contrary.addAll(going(
                    category,
                    title.substring(0, without.start()),
                    rest -> WITH.matcher(rest).lookingAt() || unruptured && rest.equals(RUPTURED)));
        }
        var not = NOT.matcher(title);
        while (not.find()) {
            var denied = ", " + title.substring(not.end()).split(",")[0];
            contrary.addAll(going(category, title.substring(0, not.start()), rest -> rest.startsWith(denied)));
        }
        return new Contrasts(
                fuller.stream()
                        .filter(code -> !title.equals(category.get(code)))
                        .toList(),
                contrary);
    }

    /** The codes whose titles begin so and go on as wanted. */
    private static List<String> going(SortedMap<String, String> category, String beginning, Predicate<String> on) {
        return category.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith(beginning)
                        && on.test(entry.getValue().substring(beginning.length())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
