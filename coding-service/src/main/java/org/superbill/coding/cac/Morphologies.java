package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a growth is called says its behavior and its tissue: "Leiomyosarcoma (see also Neoplasm, connective tissue, malignant)", "Sarcoma, osteogenic (see Neoplasm, bone,
 * malignant)", "Seminoma, specified site (see Neoplasm, malignant, by site)". Source: Alphabetic Index.
 */
final class Morphologies {
    private static final Pattern SEE = Pattern.compile("(?:also )?neoplasm, ?(.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|'s\\b");
    private static final Pattern BEHAVIOR =
            Pattern.compile(",? ?\\b(malignant|in situ|benign|uncertain behavior)\\b|,? ?by site|,? ?\\bNEC\\b");
    private static final int REACH = 4;

    /** Which of the table's columns a behavior is. */
    private static final Map<String, Integer> COLUMNS =
            Map.of("malignant", 1, "in situ", 3, "benign", 4, "uncertain behavior", 5);

    /** Lists of the table that lead to another. */
    private static final Map<String, String> TISSUES = Map.of("cartilage", "bone", "salivary gland", "");

    /** Main terms whose own codes go by site in the index. */
    private static final Set<String> OTHERWISE =
            Set.of("polyp", "cyst", "disease", "ulcer", "dermatosis", "dermoid", "mesothelioma", "melanoma", "mole");

    /**
     * @param column of the Neoplasm Table
     * @param tissue whose list of sites in the table is its own; empty where it goes by the organ
     */
    record Kind(int column, String tissue) {}

    /** @param modifiers words that stand before the name */
    private record Rule(List<String> modifiers, Kind kind) {}

    private final Map<String, List<Rule>> byName = new HashMap<>();

    /** @param rows level, term, see, code, see also, in the order of the index */
    Morphologies(Reader reader, List<String[]> rows) {
        var name = "";
        for (var row : rows) {
            if (row[0].equals("0")) {
                var words = words(reader, row[1].split(",")[0]);
                name = words.size() == 1 && !OTHERWISE.contains(words.get(0)) ? words.get(0) : "";
                add(name, List.of(), row);
            } else if (row[0].equals("1") && row[1].startsWith("specified site")) {
                addIfNone(name, row);
            } else if (row[0].equals("1")) {
                add(name, words(reader, row[1]), row);
            }
        }
        byName.values()
                .forEach(rules -> rules.sort(
                        Comparator.comparingInt((Rule rule) -> rule.modifiers().size())
                                .reversed()));
    }

    private static List<String> words(Reader reader, String term) {
        return reader.termWords(BRACKETS.matcher(term).replaceAll(" "));
    }

    private void addIfNone(String name, String[] row) {
        if (byName.getOrDefault(name, List.of()).stream()
                .noneMatch(rule -> rule.modifiers().isEmpty())) {
            add(name, List.of(), row);
        }
    }

    private void add(String name, List<String> modifiers, String[] row) {
        var kind = kind(row[2].isEmpty() ? row[4] : row[2]);
        if (kind != null && !name.isEmpty()) {
            byName.computeIfAbsent(name, unseen -> new ArrayList<>()).add(new Rule(modifiers, kind));
        }
    }

    private static @Nullable Kind kind(String see) {
        var neoplasm = SEE.matcher(see.toLowerCase(Locale.ROOT));
        if (!neoplasm.matches()) {
            return null;
        }
        var behavior = BEHAVIOR.matcher(neoplasm.group(1));
        while (behavior.find()) {
            var column = COLUMNS.get(String.valueOf(behavior.group(1)));
            if (column != null) {
                var tissue = BEHAVIOR.matcher(neoplasm.group(1)).replaceAll("").strip();
                return new Kind(column, TISSUES.getOrDefault(tissue, tissue));
            }
        }
        return null;
    }

    /** The tissues that have a list of their own. */
    Set<String> tissues() {
        return byName.values().stream()
                .flatMap(List::stream)
                .map(rule -> rule.kind().tissue())
                .filter(tissue -> !tissue.isEmpty())
                .collect(Collectors.toSet());
    }

    /** @return what the growth that is named here is, or null when the word names none */
    @Nullable
    Kind kind(Reading reading, int head) {
        for (var rule : byName.getOrDefault(reading.get(head).word(), List.of())) {
            if (rule.modifiers().stream().allMatch(word -> isBefore(reading, head, word))) {
                return rule.kind();
            }
        }
        return null;
    }

    private static boolean isBefore(Reading reading, int head, String word) {
        for (var i = head - 1; i >= Math.max(0, head - REACH) && reading.get(i).cost() <= 1; i--) {
            if (reading.get(i).word().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
