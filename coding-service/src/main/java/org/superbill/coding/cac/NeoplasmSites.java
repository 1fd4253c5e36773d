package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the sites of the Neoplasm Table are said. */
final class NeoplasmSites {
    private NeoplasmSites() {}

    /** The words of a path of the table, in each way that it can be said. */
    static List<List<String>> words(Reader reader, String path) {
        var parts = path.split(" > ");
        var said = new ArrayList<List<String>>();
        said.add(List.of());
        for (var i = 1; i < parts.length; i++) { // the first is "Neoplasm, neoplastic"
            var next = new ArrayList<List<String>>();
            for (var form : forms(parts[i])) {
                var words = reader.termWords(form);
                for (var before : said) {
                    var joined = new ArrayList<>(before);
                    words.stream().filter(word -> !joined.contains(word)).forEach(joined::add);
                    next.add(joined);
                }
            }
            said = next.size() > 6 ? new ArrayList<>(next.subList(0, 6)) : next;
        }
        var all = new ArrayList<List<String>>(said);
        for (var words : said) {
            if (words.size() > 1 && words.contains("skin") && words.contains("basal")) {
                all.add(words.stream().filter(word -> !word.equals("skin")).toList());
            }
        }
        return all;
    }

    private static List<String> forms(String part) {
        var bare = part.toLowerCase(Locale.ROOT).replaceAll("\\b(nec|nos|unspecified)\\b", " ");
        var parts = bare.split(",");
        for (var form : parts) {
            if (!IndexTerms.startAlike(parts[0].strip(), form.strip())) {
                return List.of(bare);
            }
        }
        return parts.length > 1 ? List.of(parts) : TitleTerms.alternatives(bare);
    }
}
