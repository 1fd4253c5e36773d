package org.superbill.coding.cac;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The organism of an infection has a code of its own only where the infection's code does not name it. Source: ICD-10-CM Official Guidelines I.B.2, categories B95-B97. */
final class Organisms {
    /** Infections whose codes name no organism: beside one of them the organism is said. */
    private static final List<String> OF_ANY = List.of(
            "N1", "N3", "N4", "N7", "L0", "K6", "K8", "K57", "K35", "M00", "M86", "M46", "T81", "T82", "T83", "T84",
            "T85", "J86", "J95", "J18", "G0", "I3", "H", "O", "P", "E11", "E10");

    private static final Set<String> NO_NAMES = Set.of("other", "unspecified", "group", "as", "the", "cause");

    private Organisms() {}

    static void apply(Candidates codes, CodeBook book) {
        for (var organism : codes.all()) {
            if (!organism.begins("B95") && !organism.begins("B96") && !organism.begins("B97")) {
                continue;
            }
            var name = name(book.text(organism.code()));
            var isNamed = codes.all().stream()
                    .anyMatch(other -> other != organism
                            && book.text(other.code()).toLowerCase(Locale.ROOT).contains(name));
            var isNeeded =
                    codes.all().stream().anyMatch(other -> OF_ANY.stream().anyMatch(other::begins));
            if (isNamed && !isNeeded) {
                codes.drop(organism);
            }
        }
    }

    /** "Pseudomonas (aeruginosa) … as the cause of …" is known by its first name. */
    private static String name(String title) {
        for (var word : title.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (word.length() > 3 && !NO_NAMES.contains(word)) {
                return word;
            }
        }
        return title.toLowerCase(Locale.ROOT);
    }
}
