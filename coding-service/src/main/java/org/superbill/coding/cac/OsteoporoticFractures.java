package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A fracture that a healthy bone would have withstood, of a patient with known osteoporosis, is of the osteoporosis, whatever broke it. Source: ICD-10-CM Official Guidelines
 * I.C.13.d.2; Tabular List, M80; index, Fracture, pathological, due to osteoporosis.
 */
final class OsteoporoticFractures {
    private static final String WHY = "Guidelines I.C.13.d.2: osteoporosis with current pathological fracture";
    private static final Pattern OF_LITTLE = Pattern.compile(
            "(?i)\\b(?:fragility|insufficiency|low[- ]energy|low[- ]impact|osteoporotic|pathologic(?:al)?) (?:[\\w-]+ ){0,4}?fractures?\\b|\\bfractures?\\b[^.;]{0,40}(?:due|secondary|related) to (?:[\\w-]+ ){0,3}osteoporosis"
                    + "|\\b(?:fall|fell) from (?:a )?standing height");

    /** Where it is, by the words that stand about the fracture: the fifth and sixth characters, and whether it has a side. */
    private record Site(Pattern words, String place, boolean sided) {
        Site(String words, String place, boolean sided) {
            this(Pattern.compile("(?i)\\b(?:" + words + ")"), place, sided);
        }
    }

    private static final List<Site> SITES = List.of(
            new Site("vertebra|spine|spinal|lumbar|thoracic|[LT]-?\\d{1,2}\\b", "8X", false),
            new Site("hip\\b|femur|femoral|intertrochanter|trochanter", "5", true),
            new Site("humer", "2", true),
            new Site("wrist|radius|radial|ulna|forearm|colles", "3", true),
            new Site("pelvi|pubic|sacr|acetabul|ischi|ilium", "B", true),
            new Site("ankle|foot|metatars|calcane|toe", "7", true),
            new Site("tibia|fibula|lower leg", "6", true),
            new Site("shoulder|clavic|scapul", "1", true),
            new Site("hand\\b|finger|metacarp", "4", true));

    /** The places of the same bones among the injuries. */
    private static final Map<String, String> OF_INJURIES = Map.ofEntries(
            Map.entry("S220", "8X"),
            Map.entry("S320", "8X"),
            Map.entry("S321", "B"),
            Map.entry("S323", "B"),
            Map.entry("S324", "B"),
            Map.entry("S325", "B"),
            Map.entry("S420", "1"),
            Map.entry("S421", "1"),
            Map.entry("S422", "2"),
            Map.entry("S423", "2"),
            Map.entry("S424", "2"),
            Map.entry("S52", "3"),
            Map.entry("S62", "4"),
            Map.entry("S72", "5"),
            Map.entry("S82", "6"),
            Map.entry("S92", "7"));

    private OsteoporoticFractures() {}

    static void apply(Candidates codes, ReadNote note, CodeBook book) {
        var bone = codes.find("M810", "M818", "M816").orElse(null);
        placeWhatIsNamed(codes, note, book);
        if (bone == null || !note.says(OF_LITTLE, 0, note.text().length())) {
            return;
        }
        var family = bone.begins("M810") ? "M800" : "M808";
        var made = new ArrayList<Candidate>();
        for (var fracture : List.copyOf(codes.all("S"))) {
            var place = OF_INJURIES.entrySet().stream()
                    .filter(entry -> fracture.begins(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (place.isPresent() && isFracture(fracture, book)) {
                var side = side(fracture.mentions(), note);
                var code = code(
                        family,
                        place.get(),
                        side,
                        fracture.code().charAt(fracture.code().length() - 1));
                if (book.isBillable(code)) {
                    made.add(codes.replace(fracture, code, WHY).seenIn(bone.mentions()));
                }
            }
        }
        if (made.isEmpty() && !codes.has("M80", "M844", "M845", "M485")) {
            var said = OF_LITTLE.matcher(note.text());
            if (said.find()) {
                var start = note.text().lastIndexOf('.', said.start()) + 1;
                var behind = note.text().indexOf('.', said.end());
                var sentence =
                        note.text().substring(start, behind < 0 ? note.text().length() : behind);
                made.add(codes.add(located(family, sentence, book), bone.mentions())
                        .because(WHY));
            }
        }
        if (!made.isEmpty()) {
            codes.drop(bone);
        }
    }

    /** "Osteoporotic fracture of the right hip": the words themselves name no place. */
    private static void placeWhatIsNamed(Candidates codes, ReadNote note, CodeBook book) {
        for (var family : List.of("M800", "M808")) {
            for (var nowhere : List.copyOf(codes.all(family + "0XA"))) {
                var sentence = note.sentences().get(nowhere.mentions().get(0).sentence());
                var code = located(family, note.text().substring(sentence.start(), sentence.end()), book);
                if (!code.equals(nowhere.code())) {
                    codes.replace(nowhere, code, WHY);
                }
            }
        }
    }

    private static String located(String family, String sentence, CodeBook book) {
        return SITES.stream()
                .filter(site -> site.words().matcher(sentence).find())
                .findFirst()
                .map(site -> code(family, site.place(), Side.of(sentence.toLowerCase(Locale.ROOT)), 'A'))
                .filter(book::isBillable)
                .orElse(family + "0XA");
    }

    private static boolean isFracture(Candidate injury, CodeBook book) {
        return book.text(injury.code()).toLowerCase(Locale.ROOT).contains("fracture");
    }

    private static Side side(List<Mention> mentions, ReadNote note) {
        return mentions.stream()
                .map(note::side)
                .filter(side -> side != Side.NONE)
                .findFirst()
                .orElse(Side.NONE);
    }

    private static String code(String family, String place, Side side, char phase) {
        if (place.equals("8X")) {
            return family + place + phase;
        }
        var number = side == Side.RIGHT ? "1" : side == Side.LEFT ? "2" : "9";
        return family + place + number + phase;
    }
}
