package org.superbill.coding.cac;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Infarctions and bleedings of the brain with the artery that they come from: one code for artery, cause and side. Source: ICD-10-CM Alphabetic Index, Infarct, cerebral; Hemorrhage, subarachnoid. */
final class Strokes {
    private static final int ARTERY = 3;
    private static final int SIDE = 4;
    private static final Pattern SIDE_WORD = Pattern.compile("(?i)\\b(?:left|right)\\b");

    /** Words of an artery, the place that it has in I60, and whether that code has a side. */
    private record Aneurysm(Pattern artery, String code, boolean sided) {}

    private static final List<Aneurysm> ANEURYSMS = List.of(
            of("anterior communicating", "I602", false),
            of("posterior communicating", "I603", true),
            of("middle cerebral", "I601", true),
            of("internal carotid|carotid siphon|carotid bifurcation|ophthalmic", "I600", true),
            of("basilar", "I604", false),
            of("vertebral", "I605", true));

    private Strokes() {}

    private static Aneurysm of(String artery, String code, boolean sided) {
        return new Aneurysm(
                Pattern.compile("(?i)aneurysm[^.;]{0,60}?\\b(?:" + artery + ")|(?:\\b(?:left|right) )?\\b(?:" + artery
                        + ")(?: \\w+){0,2} aneurysm"),
                code,
                sided);
    }

    static void apply(Candidates codes, ReadNote note) {
        infarction(codes);
        InfarctArteries.apply(codes, note);
        subarachnoid(codes, note);
    }

    private static void infarction(Candidates codes) {
        var infarction = codes.find("I639");
        var closed = codes.find("I660", "I661", "I662");
        if (infarction.isEmpty() || closed.isEmpty()) {
            return;
        }
        var artery = closed.get().code().charAt(ARTERY) - '0' + 1;
        var side = closed.get().code().charAt(SIDE);
        var path = closed.get().mentions().stream()
                .map(Mention::path)
                .toList()
                .toString()
                .toLowerCase(Locale.ROOT);
        var cause = path.contains("thromb") ? '3' : path.contains("embol") ? '4' : '5';
        codes.drop(closed.get());
        codes.replace(
                        infarction.get(),
                        "I63" + cause + artery + side,
                        "Index: infarct, cerebral, due to occlusion of the artery that the note names")
                .seenIn(closed.get().mentions());
    }

    /** The aneurysm that bled is of the bleeding's code. */
    private static void subarachnoid(Candidates codes, ReadNote note) {
        var bleeding = codes.find("I609", "I608", "I607");
        if (bleeding.isEmpty()) {
            return;
        }
        for (var aneurysm : ANEURYSMS) {
            var found = aneurysm.artery().matcher(note.text());
            if (found.find()) {
                var side = SIDE_WORD.matcher(found.group());
                var place = !aneurysm.sided()
                        ? ""
                        : !side.find() ? "0" : side.group().equalsIgnoreCase("right") ? "1" : "2";
                codes.replace(
                        bleeding.get(),
                        aneurysm.code() + place,
                        "Index: hemorrhage, subarachnoid, from the artery that the aneurysm is of");
                codes.dropAll("I671");
                codes.dropAll("I729");
                return;
            }
        }
    }
}
