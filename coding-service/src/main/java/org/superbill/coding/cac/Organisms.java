package org.superbill.coding.cac;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The organism of an infection has a code of its own only where the infection's code does not name it. Source: ICD-10-CM Official Guidelines I.B.2, categories B95-B97. */
final class Organisms {
    /** Infections whose codes name no organism: beside one of them the organism is said. */
    private static final List<String> OF_ANY = List.of(
            "N1", "N3", "N4", "N7", "L0", "K6", "K8", "K57", "K35", "M00", "M86", "M46", "T81", "T82", "T83", "T84",
            "T85", "J86", "J95", "J18", "J98", "G0", "I3", "H", "O", "P", "E11", "E10");

    private static final Map<String, String> UNSPECIFIED_SITE =
            Map.of("A4901", "B9561", "A4902", "B9562", "A491", "B955", "A493", "B960");

    private static final Set<String> NO_NAMES = Set.of("other", "unspecified", "group", "as", "the", "cause");

    private Organisms() {}

    static boolean isOne(String code) {
        return code.startsWith("B95") || code.startsWith("B96") || code.startsWith("B97");
    }

    static void apply(Candidates codes, CodeBook book) {
        ofAnInfection(codes);
        for (var organism : codes.all()) {
            if (!isOne(organism.code())) {
                continue;
            }
            var name = name(book.text(organism.code()));
            var isNamed = codes.all().stream()
                    .anyMatch(other -> other != organism
                            && book.text(other.code()).toLowerCase(Locale.ROOT).contains(name));
            var isNeeded =
                    codes.all().stream().anyMatch(other -> OF_ANY.stream().anyMatch(other::begins));
            if (isNamed && (!isNeeded || isOnlySaidWith(organism, name, codes, book))) {
                codes.drop(organism);
            }
        }
    }

    /** An infection "of unspecified site" by an organism has its site where the note names another infection. Source: Tabular List, A49, Excludes1. */
    private static void ofAnInfection(Candidates codes) {
        if (codes.all().stream().noneMatch(other -> OF_ANY.stream().anyMatch(other::begins))) {
            return;
        }
        UNSPECIFIED_SITE.forEach((code, organism) -> codes.find(code)
                .ifPresent(infection -> codes.replace(
                        infection,
                        organism,
                        "Tabular List, A49: the infection has a site, the organism is coded beside it")));
    }

    /** In no other sentence than the infection that names it: it is of no other. */
    private static boolean isOnlySaidWith(Candidate organism, String name, Candidates codes, CodeBook book) {
        return organism.mentions().stream()
                .allMatch(mention -> codes.all().stream()
                        .filter(other -> other != organism
                                && book.text(other.code())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(name))
                        .flatMap(other -> other.mentions().stream())
                        .anyMatch(other -> other.sentence() == mention.sentence()));
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
