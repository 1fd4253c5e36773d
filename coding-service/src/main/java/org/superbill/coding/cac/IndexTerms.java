package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Alphabetic Index as terms: a main term with its subterms down to the code; "see" leads on. What the index puts in round brackets may be there or not, and
 * subterms that only say "with" or "due to" are no words.
 */
final class IndexTerms {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]|\\([^)]*\\)");
    private static final Pattern NEC = Pattern.compile("\\b(NEC|NOS)\\b");
    private static final Pattern NODE =
            Pattern.compile("\\bgland or node\\b|\\bnode or gland\\b|\\bnodes?\\b(?=.*\\blymph)");
    private static final int MOST_ALTERNATIVES = 6;
    private static final int MOST_SEEN = 150;
    private static final int SHORTEST_SHARED = 4;

    /** One line of the index. */
    private static final class Node {
        final String term;
        final String code;
        final String see;
        final String seeAlso;
        /** Whether its words name it: of "May (-Hegglin) anomaly" the first does not. */
        final boolean isWhole;

        final List<Node> children = new ArrayList<>();

        Node(String[] row) {
            this.term = row[1];
            this.see = row[2];
            this.seeAlso = row[4];
            this.isWhole = !row[5].contains("(-")
                    && BRACKETS.matcher(row[5]).replaceAll("").isBlank();
            this.code = row[3].replace(".", "").replace("-", "");
        }
    }

    private final Reader reader;
    private final CodeBook book;
    private final List<Node> roots = new ArrayList<>();
    private final Map<String, Node> byFirstWord = new HashMap<>();

    /** @param rows level, term, see, code, see also, nonessential modifiers, in the order of the index */
    IndexTerms(Reader reader, CodeBook book, List<String[]> rows) {
        this.reader = reader;
        this.book = book;
        var path = new ArrayList<Node>();
        for (var row : rows) {
            var level = Integer.parseInt(row[0]);
            var node = new Node(row);
            while (path.size() > level) {
                path.remove(path.size() - 1);
            }
            if (path.isEmpty()) {
                roots.add(node);
                byFirstWord.putIfAbsent(firstWord(node.term), node);
            } else {
                path.get(path.size() - 1).children.add(node);
            }
            path.add(node);
        }
    }

    void addTo(Dictionary.Builder terms) {
        for (var root : roots) {
            add(terms, root, List.of(List.of()), "");
        }
        for (var root : roots) { // behind all that the index has in these words itself
            if (!root.seeAlso.isEmpty() && !root.seeAlso.equals("condition")) {
                under(terms, find(root.seeAlso), root.seeAlso, alternatives(root.term), root.term);
            }
        }
    }

    /** @param before the words of the path so far, in each way that it can be said */
    private void add(Dictionary.Builder terms, Node node, List<List<String>> before, String path) {
        if (isOpen(node.term)) {
            return;
        }
        var said = joined(before, alternatives(node.term));
        var place = path.isEmpty() ? node.term : path + " > " + node.term;
        offer(terms, ofAnySide(node), said, place, path.isEmpty() && node.isWhole ? Source.MAIN_TERM : Source.INDEX);
        if (!node.see.isEmpty()) {
            see(terms, node, node.see, said, place);
        }
        for (var child : node.children) {
            add(terms, child, said, place);
        }
    }

    /** The index gives "finger, index" another code than its left and right one: what they share leads to both. */
    private static String ofAnySide(Node node) {
        var shared = node.code;
        for (var child : node.children) {
            if (isSide(child.term) && !child.code.isEmpty() && !shared.isEmpty()) {
                var length = 0;
                while (length < Math.min(shared.length(), child.code.length())
                        && shared.charAt(length) == child.code.charAt(length)) {
                    length++;
                }
                shared = length < SHORTEST_SHARED ? node.code : shared.substring(0, length);
            }
        }
        return shared;
    }

    private static boolean isSide(String term) {
        var lower = term.toLowerCase(Locale.ROOT);
        return lower.equals("right") || lower.equals("left");
    }

    private void offer(Dictionary.Builder terms, String code, List<List<String>> said, String place) {
        offer(terms, code, said, place, Source.INDEX);
    }

    private void offer(Dictionary.Builder terms, String code, List<List<String>> said, String place, Source source) {
        if (code.isEmpty()
                || code.equals("C801")
                || !TitleTerms.isForTerms(code)
                || book.find(code).isEmpty()) {
            return;
        }
        for (var words : said) {
            terms.add(words, code, isNamed(code) ? source : Source.INDEX, place);
        }
    }

    /** Symptoms, injuries and statuses have main terms that are ordinary words, and so has what is classed with others. */
    private boolean isNamed(String code) {
        return code.charAt(0) <= 'Q' && !book.text(code).startsWith("Other ");
    }

    private void see(Dictionary.Builder terms, Node node, String see, List<List<String>> said, String place) {
        var target = find(see);
        if (target == null || target == node) {
            return;
        }
        offer(terms, target.code, said, place + " (see " + see + ")");
        under(terms, target, see, said, place);
    }

    private void under(
            Dictionary.Builder terms, @Nullable Node target, String see, List<List<String>> said, String place) {
        if (target == null) {
            return;
        }
        var left = MOST_SEEN;
        for (var child : target.children) {
            if (!isOpen(child.term) && !child.code.isEmpty() && left-- > 0) {
                offer(
                        terms,
                        child.code,
                        joined(said, alternatives(child.term)),
                        place + " (see " + see + ", " + child.term + ")");
            }
        }
    }

    private @Nullable Node find(String see) {
        var parts = see.split(",");
        var node = byFirstWord.get(firstWord(parts[0]));
        for (var i = 1; node != null && i < parts.length; i++) {
            node = child(node, firstWord(parts[i]));
        }
        return node;
    }

    private static @Nullable Node child(Node node, String word) {
        for (var child : node.children) {
            if (firstWord(child.term).equals(word)) {
                return child;
            }
        }
        return null;
    }

    private static String firstWord(String term) {
        var bare = BRACKETS.matcher(term).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        var end = 0;
        while (end < bare.length() && bare.charAt(end) != ' ' && bare.charAt(end) != ',') {
            end++;
        }
        return bare.substring(0, end);
    }

    /** "Specified NEC" stands for what is not in the index; the side is found in its own way. */
    private static boolean isOpen(String term) {
        var lower = term.toLowerCase(Locale.ROOT);
        return lower.startsWith("right")
                || lower.startsWith("left")
                || lower.startsWith("bilateral")
                || lower.startsWith("specified")
                || lower.startsWith("meaning")
                || lower.length() == 1 // "Hemoglobin, S": a letter is no word, and hemoglobin alone no disease
                || lower.contains("classified elsewhere");
    }

    /** "Abdomen, abdominal" is one word in two forms; "Disease, heart" would be two: told by their beginnings. */
    private List<List<String>> alternatives(String term) {
        if (term.startsWith("unspecified site")) {
            return List.of(List.of()); // "Glioblastoma, unspecified site": the main term alone
        }
        var bare = NEC.matcher(BRACKETS.matcher(term).replaceAll(" ")).replaceAll(" ");
        bare = NODE.matcher(bare).replaceAll("gland");
        var parts = bare.split(",");
        if (parts.length == 1) {
            return variants(bare);
        }
        if (parts[1].strip().matches("(of|in|with|due|by|or|and|not) .*")) {
            return variants(bare);
        }
        var areForms = true;
        for (var part : parts) {
            areForms &= startAlike(parts[0].strip(), part.strip());
        }
        if (areForms) {
            var each = new ArrayList<List<String>>();
            for (var part : parts) {
                each.addAll(variants(part));
            }
            return each.stream().distinct().limit(MOST_ALTERNATIVES).toList();
        }
        return variants(bare);
    }

    private List<List<String>> variants(String phrase) {
        return TitleTerms.alternatives(phrase).stream()
                .map(reader::termWords)
                .distinct()
                .toList();
    }

    static boolean startAlike(String a, String b) {
        var length = Math.min(4, Math.min(a.length(), b.length()));
        return length >= 3 && a.substring(0, length).equalsIgnoreCase(b.substring(0, length));
    }

    private static List<List<String>> joined(List<List<String>> before, List<List<String>> after) {
        var all = new ArrayList<List<String>>();
        for (var left : before) {
            for (var right : after) {
                var words = new ArrayList<>(left);
                right.stream().filter(word -> !words.contains(word)).forEach(words::add);
                all.add(words);
            }
        }
        return all.size() > MOST_ALTERNATIVES ? all.subList(0, MOST_ALTERNATIVES) : all;
    }
}
