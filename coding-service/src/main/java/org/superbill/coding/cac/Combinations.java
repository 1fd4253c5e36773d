package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conditions that have one code together, or a code that presumes the other: what the classification's "with" and the chapters' guidelines say. Source: ICD-10-CM
 * Official Guidelines I.A.15, I.B.9 and section I.C.
 */
final class Combinations {
    private static final String WITH = "Guidelines I.A.15: the classification presumes the link between the two";

    private static final int WEDGE = 5;
    private static final String PATHOLOGICAL = "Guidelines I.C.13.d.2: osteoporosis with current pathological fracture";

    /** Two codes that stand beside each other become one, or the first changes: first, second, what becomes, whether the second goes. */
    private record Pair(String first, String second, String becomes, boolean secondGoes, String reason) {}

    private static final List<Pair> PAIRS = DataFile.rows("cac/pairs.tsv").stream()
            .map(row -> new Pair(row[0], row[1], row[2], row[3].equals("goes"), row[4]))
            .toList();

    /** The kidney at the end: chronic kidney disease of stage 5, and end stage renal disease. */
    private static final Set<String> LAST_STAGES = Set.of("N185", "N186");

    private static final Pattern THYROID_TREATED = Pattern.compile(
            "(?i)radio-?iod\\w+|radioactive iodine|iodine[- ]?131|\\bI-?131|thyroidectomy|thyroid (?:ablation|surgery)");
    private static final int PLACE = 4;
    private static final int FAR_BEHIND = 70;
    private static final Pattern FROM_BLEEDING = Pattern.compile(
            "(?i)^[^.;]{0,12}(?:(?:due|secondary|related|attributed) to|from|caused by|2/2|d/t) [^.;]{0,30}(?:menorrhag|metrorrhag|bleed|blood loss|ha?emorrhag|ha?emorrhoid|melena|ha?ematochezia|epistaxis|(?:heavy|excessive|prolonged) (?:menses|menstrua\\w*|periods?|menstrual))");
    private static final Pattern FROM_BLOOD_LOSS = Pattern.compile(
            "(?i)^[^.;]{0,12}(?:(?:due|secondary|related|attributed) to|from|caused by|2/2|d/t) (?!acute)[^.;]{0,20}blood loss");
    private static final Pattern ALCOHOL = Pattern.compile("(?i)alcohol|etoh|ethanol");
    private static final Pattern INFECTED_NECROSIS =
            Pattern.compile("(?i)infected (?:\\w+ )?necros|infection of (?:the )?(?:\\w+ )?necros");
    private static final Pattern NECROSIS = Pattern.compile(
            "(?i)necroti[sz]ing (?:\\w+ )?pancreatitis|pancreatic necrosis|necrosis of (?:the )?pancrea|necrosis of (?:about |approximately |around )?\\d+ ?(?:%|percent)|infected (?:\\w+ )?necros");

    private static final Pattern OF_ANOTHER_CAUSE = Pattern.compile(
            "(?i)pancreatitis[^.;]{0,20}(?:due|secondary) to (?:\\w+ )?(?:hypertriglycerid|hyperlipid|hypercalc)\\w+|(?:hypertriglycerid\\w+|hypercalc\\w+)[- ]induced (?:\\w+ )?pancreatitis");

    private static final Pattern SEPTIC_SHOCK = Pattern.compile("(?i)\\bseptic(?:a?emic)? shock");
    private static final Pattern SEVERE_SEPSIS = Pattern.compile("(?i)\\bsevere sepsis");
    private static final Pattern NONRHEUMATIC = Pattern.compile("(?i)\\bnon-?rheumatic");

    /** Infections that an organism may be of. */
    private static final List<String> INFECTIONS = List.of(
            "A41", "G00", "I33", "J1", "J20", "J85", "J86", "K57", "K61", "K63", "K65", "K81", "K83", "L0", "M00",
            "M86", "N10", "N12", "N136", "N30", "N39", "N41", "N45", "N70", "T802", "T814", "T827", "T835", "T845",
            "T847", "T857");

    private Combinations() {}

    static void apply(Candidates codes, ReadNote note) {
        KidneyStages.apply(codes, note);
        VaricoseVeins.apply(codes, note);
        Lymphomas.apply(codes, note);
        Appendicitis.apply(codes, note);
        BesideOthers.apply(codes, note);
        sepsis(codes, note);
        alcohol(codes, note);
        for (var pair : PAIRS) {
            pair(codes, pair);
        }
        valves(codes, note);
        contrast(codes);
        HeartFailures.apply(codes, note);
        hypertension(codes);
        dementia(codes);
        obstructive(codes);
        osteoporosis(codes, note);
        lupus(codes);
        Strokes.apply(codes, note);
        Infarctions.apply(codes, note);
        neutropenia(codes, note);
        thyroid(codes, note);
        pancreas(codes, note);
        bloodLoss(codes, note);
        fracturesOfTumors(codes);
    }

    /** Diseases of several valves are of chapter 9's rheumatic ones where the record says nothing else. Source: Tabular List, I08, includes. */
    private static void valves(Candidates codes, ReadNote note) {
        if (note.has(NONRHEUMATIC)) {
            return;
        }
        var mitral = codes.find("I05", "I34");
        var aortic = codes.find("I06", "I35");
        var tricuspid = codes.find("I07", "I36");
        var code = mitral.isPresent() && aortic.isPresent()
                ? tricuspid.isPresent() ? "I083" : "I080"
                : mitral.isPresent() && tricuspid.isPresent()
                        ? "I081"
                        : aortic.isPresent() && tricuspid.isPresent() ? "I082" : null;
        if (code != null) {
            for (var valve : List.of(mitral, aortic, tricuspid)) {
                valve.ifPresent(one ->
                        codes.replace(one, code, "Tabular List, I08: several valves, not said to be nonrheumatic"));
            }
        }
    }

    /** Tabular List, N14.11: use additional code for the adverse effect. */
    private static void contrast(Candidates codes) {
        codes.find("N1411")
                .filter(kidney -> kidney.mentions().stream()
                        .anyMatch(mention ->
                                mention.path().toLowerCase(Locale.ROOT).contains("contrast")))
                .ifPresent(kidney -> codes.add("T508X5A", kidney.mentions())
                        .because("Tabular List, N14.11: use additional code for the adverse effect of the contrast"));
    }

    /** An iron deficiency of which the note says that bleeding brought it about. Source: index, Anemia, iron deficiency, secondary to blood loss. */
    private static void bloodLoss(Candidates codes, ReadNote note) {
        codes.find("D509")
                .filter(low -> isFollowedBy(low, note, FROM_BLEEDING))
                .ifPresent(low -> codes.replace(
                        low, "D500", "Index: anemia, iron deficiency, secondary to blood loss (chronic)"));
        codes.find("D649")
                .filter(low -> isFollowedBy(low, note, FROM_BLOOD_LOSS))
                .ifPresent(low -> codes.replace(low, "D500", "Index: anemia, due to blood loss (chronic)"));
    }

    private static boolean isFollowedBy(Candidate candidate, ReadNote note, Pattern words) {
        return candidate.mentions().stream().anyMatch(mention -> {
            var end = mention.end();
            return words.matcher(note.text().substring(end, Math.min(note.text().length(), end + FAR_BEHIND)))
                    .find();
        });
    }

    /** "Alcohol" is no alcoholic: a level in the blood makes nobody dependent. */
    private static void alcohol(Candidates codes, ReadNote note) {
        for (var dependence : codes.all("F1020")) {
            if (dependence.mentions().stream()
                    .allMatch(mention -> ALCOHOL.matcher(note.text().substring(mention.start(), mention.end()))
                            .matches())) {
                codes.drop(dependence);
            }
        }
    }

    /** What became of an inflamed pancreas stands in the fifth place. Source: Tabular List, K85. */
    private static void pancreas(Candidates codes, ReadNote note) {
        for (var inflamed : codes.all("K85")) {
            var code = inflamed.code();
            if (code.length() == PLACE + 1 && code.endsWith("0") && note.has(NECROSIS)) {
                codes.replace(
                        inflamed,
                        code.substring(0, PLACE) + (note.has(INFECTED_NECROSIS) ? '2' : '1'),
                        "Tabular List, K85: the necrosis, and whether it was infected, is of the code");
            }
        }
        if (note.has(OF_ANOTHER_CAUSE)) {
            for (var inflamed : codes.all("K859")) {
                codes.replace(
                        inflamed,
                        "K858" + inflamed.code().substring(PLACE),
                        "Index: pancreatitis, acute, specified NEC: the record says what it is due to");
            }
        }
    }

    /** A thyroid that was taken out or irradiated. Source: index, Hypothyroidism, postsurgical, postirradiation. */
    private static void thyroid(Candidates codes, ReadNote note) {
        if (note.has(THYROID_TREATED)) {
            codes.find("E039")
                    .ifPresent(low -> codes.replace(
                            low, "E890", "Index: hypothyroidism, after surgery or irradiation of the thyroid"));
            codes.find("E890").ifPresent(low -> codes.dropAll("E050")); // which was treated so
        }
    }

    /** A pathological fracture with a tumor in the bone is of the tumor. Source: index, Fracture, pathological, due to, neoplastic disease; Guidelines I.C.2.l.6. */
    private static void fracturesOfTumors(Candidates codes) {
        if (!codes.has("C795", "C40", "C41", "C900")) {
            return;
        }
        for (var fracture : codes.all("M844")) {
            codes.replace(
                    fracture,
                    "M845" + fracture.code().substring(PLACE),
                    "Index: fracture, pathological, due to neoplastic disease");
        }
        var wedge = new ArrayList<>(codes.all("M485"));
        if (!codes.has("V", "W1")) {
            codes.all("S").stream().filter(Combinations::isWedge).forEach(wedge::add);
        }
        for (var collapse : wedge) {
            codes.replace(
                    collapse,
                    "M8458X" + collapse.code().charAt(collapse.code().length() - 1),
                    "Index: fracture, pathological, due to neoplastic disease");
        }
    }

    /** Tabular List, D70: use additional code for the fever, and for the adverse effect of the chemotherapy. */
    private static void neutropenia(Candidates codes, ReadNote note) {
        codes.find("D70").ifPresent(neutropenia -> {
            if (neutropenia.mentions().stream()
                    .anyMatch(mention -> note.text()
                            .substring(mention.start(), mention.end())
                            .toLowerCase(Locale.ROOT)
                            .matches("(?s).*(?:febrile|fever).*"))) {
                codes.add("R5081", neutropenia.mentions())
                        .because("Tabular List, D70: use additional code for the fever");
            }
            if (neutropenia.begins("D701")) {
                codes.add("T451X5A", neutropenia.mentions())
                        .because("Tabular List, D70.1: use additional code for the adverse effect");
            }
        });
    }

    /** Organs that lupus has taken have codes of it. */
    private static void lupus(Candidates codes) {
        if (codes.has("M32")) {
            codes.find("I319", "I309", "I313").ifPresent(heart -> codes.replace(heart, "M3212", WITH));
            codes.find("N05", "N08", "N04").ifPresent(kidney -> codes.replace(kidney, "M3214", WITH));
            if (codes.has("M321")) {
                codes.all("M329").forEach(codes::drop);
            }
        }
    }

    private static void pair(Candidates codes, Pair pair) {
        var first = codes.find(pair.first());
        var second = codes.find(pair.second());
        if (first.isEmpty() || second.isEmpty() || first.get() == second.get()) {
            return;
        }
        var another = pair.second().startsWith("B9") && hasAnotherInfection(codes, first.get());
        if (another && !isSaidTogether(first.get(), second.get())) {
            return; // whose organism it is, the record does not say
        }
        if (pair.secondGoes() && !another) {
            codes.dropAll(pair.second());
        }
        if (!first.get().code().equals(pair.becomes())) {
            codes.replace(first.get(), pair.becomes(), pair.reason())
                    .seenIn(second.get().mentions());
        }
    }

    private static boolean hasAnotherInfection(Candidates codes, Candidate infection) {
        return codes.all().stream()
                .anyMatch(other -> other != infection
                        && INFECTIONS.stream().anyMatch(other::begins)
                        && !other.code().startsWith(infection.code().substring(0, 2)));
    }

    private static boolean isSaidTogether(Candidate one, Candidate other) {
        return one.mentions().stream()
                .anyMatch(mention ->
                        other.mentions().stream().anyMatch(beside -> beside.sentence() == mention.sentence()));
    }

    /** Guidelines I.C.9.a: heart failure and chronic kidney disease are presumed to come from the hypertension. */
    private static void hypertension(Candidates codes) {
        if (!codes.has("I10", "I11", "I12", "I13", "I15", "O")) {
            codes.find("I16")
                    .ifPresent(crisis -> codes.add("I10", crisis.mentions())
                            .because("Guidelines I.C.9.a.10: code also the hypertensive disease of the crisis"));
        }
        var hypertension = codes.find("I10", "I11", "I12", "I13");
        if (hypertension.isEmpty()) {
            return;
        }
        var failure = codes.find("I50");
        var kidney = codes.find("N18");
        var last = kidney.isPresent() && LAST_STAGES.contains(kidney.get().code());
        var code = kidney.isPresent()
                ? failure.isPresent() ? last ? "I132" : "I130" : last ? "I120" : "I129"
                : failure.isPresent() ? "I110" : null;
        if (code != null) {
            var combined = codes.replace(
                    hypertension.get(),
                    code,
                    "Guidelines I.C.9.a: heart failure and chronic kidney disease with hypertension are presumed hypertensive");
            failure.ifPresent(other -> combined.seenIn(other.mentions()));
            kidney.ifPresent(other -> combined.seenIn(other.mentions()));
        }
    }

    private static void dementia(Candidates codes) {
        for (var disease : codes.all()) {
            if (!codes.has("F01", "F02", "F03")
                    && !disease.begins("F")
                    && disease.mentions().stream()
                            .anyMatch(mention -> mention.path().startsWith("Dementia"))) {
                codes.add("F0280", disease.mentions()).because("Index: dementia in another disease is two codes");
            }
        }
        if (!codes.has("G30", "G20", "G31")) {
            return;
        }
        for (var dementia : codes.all("F03")) {
            codes.replace(
                    dementia,
                    "F02" + dementia.code().substring(3).replaceFirst("^9", "8"), // of unknown severity: F03.9-, F02.8-
                    "Code first the disease that the dementia comes from");
        }
    }

    private static void obstructive(Candidates codes) {
        if (codes.has("J440", "J441")) {
            codes.dropAll("J449");
        }
    }

    /** Guidelines I.C.1.d: severe sepsis is coded beside the infection; a shock of it is severe sepsis. */
    private static void sepsis(Candidates codes, ReadNote note) {
        var ofInfection = codes.find(
                "A40", "A41", "A427", "A483", "A021", "A227", "A267", "A327", "A392", "A393", "A394", "A5486", "B377");
        ofInfection.ifPresent(systemic -> {
            if (note.says(SEPTIC_SHOCK, 0, note.text().length())) {
                codes.add("R6521", systemic.mentions())
                        .because(
                                "Guidelines I.C.1.d.2: the shock of a sepsis has a code of its own beside the infection's");
            } else if (!codes.has("R652")
                    && note.says(SEVERE_SEPSIS, 0, note.text().length())) {
                codes.add("R6520", systemic.mentions())
                        .because("Guidelines I.C.1.d.1.b: severe sepsis has a code of its own beside the infection's");
            }
        });
        codes.find("R6521").ifPresent(shock -> codes.dropAll("R6520"));
        var severe = codes.find("R652");
        if (severe.isPresent() && !codes.has("A40", "A41", "B377", "T8144")) {
            codes.add("A419", severe.get().mentions())
                    .because("Guidelines I.C.1.d.1.b: the systemic infection is coded first");
        }
    }

    /** Guidelines I.C.13.d: a fracture that a healthy bone would have withstood, with known osteoporosis, is pathological. */
    private static void osteoporosis(Candidates codes, ReadNote note) {
        var bone = codes.find("M810", "M818", "M816");
        if (bone.isEmpty()) {
            return;
        }
        var wedge = new ArrayList<>(codes.all("M485"));
        if (!codes.has("V", "W1")) {
            codes.all("S").stream().filter(Combinations::isWedge).forEach(wedge::add);
        }
        for (var collapse : wedge) {
            codes.drop(bone.get());
            codes.replace(
                            collapse,
                            (bone.get().begins("M810") ? "M8008X" : "M8088X")
                                    + collapse.code().charAt(collapse.code().length() - 1),
                            PATHOLOGICAL)
                    .seenIn(bone.get().mentions());
        }
        if (!note.says("pathological") && !note.says("pathologic")) {
            return;
        }
        for (var fracture : codes.all("M844")) {
            var code = "M800" + fracture.code().substring(4);
            codes.drop(bone.get());
            codes.replace(fracture, code, PATHOLOGICAL).seenIn(bone.get().mentions());
        }
    }

    /** A wedge compression of a vertebra, which a healthy one does not suffer without an accident. */
    private static boolean isWedge(Candidate fracture) {
        return (fracture.begins("S220") || fracture.begins("S320"))
                && fracture.code().length() > WEDGE
                && fracture.code().charAt(WEDGE) == '0';
    }

    /** The reason that a presumed link is given with. */
    static String with() {
        return WITH;
    }
}
