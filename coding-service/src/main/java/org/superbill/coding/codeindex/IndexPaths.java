package org.superbill.coding.codeindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where each term of an index stands: its parent and its path, {@code Pain, joint, knee}; and which term a reference means. */
final class IndexPaths {
    static final int NONE = -1;
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(.*?\\)");

    private final List<IndexTerm> terms;
    private final int[] parents;
    private final String[] paths;
    private final Map<String, Integer> byPath = new HashMap<>();

    /** @param terms in index order, a term before its subterms */
    IndexPaths(List<IndexTerm> terms) {
        this.terms = terms;
        parents = new int[terms.size()];
        paths = new String[terms.size()];
        var open = new ArrayList<Integer>();
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            while (open.size() > term.level()) {
                open.remove(open.size() - 1);
            }
            parents[i] = open.isEmpty() ? NONE : open.get(open.size() - 1);
            paths[i] = parents[i] == NONE ? term.title() : paths[parents[i]] + ", " + term.title();
            open.add(i);
        }
        for (var i = 0; i < paths.length; i++) {
            byPath.putIfAbsent(key(paths[i]), i);
        }
        for (var i = 0; i < paths.length; i++) {
            byPath.putIfAbsent(key(shortPath(i)), i);
        }
    }

    int parent(int term) {
        return parents[term];
    }

    String path(int term) {
        return paths[term];
    }

    /** The nonessential modifiers of the term and of all above it. */
    String modifiers(int term) {
        var all = terms.get(term).modifiers();
        return parents[term] == NONE ? all : (modifiers(parents[term]) + " " + all).strip();
    }

    /** The term that a reference names, {@code Infarct, myocardium}; empty where it names none by its words alone. */
    Optional<Integer> find(String reference) {
        return Optional.ofNullable(byPath.get(key(reference)));
    }

    /** Main terms are printed with their other forms, {@code Abdomen, abdominal}: references use the first. */
    private String shortPath(int term) {
        var titles = new ArrayList<String>();
        for (var i = term; i != NONE; i = parents[i]) {
            titles.add(0, terms.get(i).title().split(",")[0]);
        }
        return String.join(", ", titles);
    }

    private static String key(String path) {
        return CodeIndexStore.words(
                path.indexOf('(') < 0 ? path : IN_PARENTHESES.matcher(path).replaceAll(" "));
    }
}
