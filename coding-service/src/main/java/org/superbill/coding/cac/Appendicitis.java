package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/** What an acute appendicitis has led to is one code: peritonitis, perforation, abscess, gangrene. Source: Tabular List, K35, with its Excludes1 notes. */
final class Appendicitis {
    private static final Pattern GENERAL = Pattern.compile(
            "(?i)\\b(?:generali[sz]ed|diffuse|purulent generali[sz]ed|four-quadrant|4-quadrant) (?:\\w+ )?peritonitis");
    private static final Pattern LOCAL = Pattern.compile("(?i)\\bperitonitis");
    private static final Pattern PERFORATED = Pattern.compile(
            "(?i)(?<!non)(?<!non-)\\b(?:perforated|ruptured|perforation of the)(?: \\w+){0,3} append|\\bappend\\w+(?: \\w+){0,5} (?:perforat|ruptur)\\w*|\\bperforated and ");
    private static final Pattern ABSCESS = Pattern.compile(
            "(?i)\\b(?:appendic\\w+|peri-?appendic\\w+|pelvic|intra-?abdominal|peritoneal|right lower quadrant|iliac fossa|subphrenic|retrocecal) abscess|\\bappend\\w+ with (?:\\w+ ){0,4}abscess|\\b(?:peritonitis|perforation|and) with (?:an? )?abscess|\\band (?:an? )?abscess");
    private static final Pattern GANGRENE = Pattern.compile("(?i)\\bgangren\\w+");

    private Appendicitis() {}

    static void apply(Candidates codes, ReadNote note) {
        var found = codes.find("K35", "K37");
        if (found.isEmpty() || !codes.has("K35") && !note.has(PERFORATED)) {
            return;
        }
        var general = says(note, GENERAL);
        var local = says(note, LOCAL);
        var perforated = says(note, PERFORATED) || codes.has("K3532", "K3533", "K35201", "K35211");
        var abscess = says(note, ABSCESS);
        var gangrene = says(note, GANGRENE);
        var code = general
                ? "K352" + (abscess ? "1" : "0") + (perforated ? "1" : "9")
                : perforated
                        ? abscess ? "K3533" : "K3532"
                        : abscess ? "K3533" : local ? gangrene ? "K3531" : "K3530" : gangrene ? "K35891" : null;
        if (code == null) {
            return;
        }
        codes.replace(
                found.get(), code, "Tabular List, K35: peritonitis, perforation, abscess and gangrene are of the code");
        for (var said : List.of("K65", "K630", "K631", "K388")) {
            codes.dropAll(said);
        }
        codes.all("K35").stream().filter(other -> !other.code().equals(code)).forEach(codes::drop);
        codes.dropAll("K37");
    }

    private static boolean says(ReadNote note, Pattern what) {
        return note.says(what, 0, note.text().length());
    }
}
