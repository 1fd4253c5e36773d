package org.superbill.coding.cac;

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

    private static final String PATHOLOGICAL = "Guidelines I.C.13.d.2: osteoporosis with current pathological fracture";

    private static final String BLEEDING =
            "Guidelines I.A.15: hemorrhage with the ulcer or lesion is presumed to come from it";

    /** Two codes that stand beside each other become one, or the first changes: first, second, what becomes, whether the second goes. */
    private record Pair(String first, String second, String becomes, boolean secondGoes, String reason) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("R110", "R1110", "R112", true, "Nausea with vomiting is one code"),
            new Pair("R160", "R161", "R162", true, "Hepatomegaly with splenomegaly is one code"),
            new Pair(
                    "I2510",
                    "I200",
                    "I25110",
                    true,
                    "Guidelines I.C.9.b: angina with coronary atherosclerosis is one code"),
            new Pair(
                    "I2510",
                    "I2089",
                    "I25118",
                    true,
                    "Guidelines I.C.9.b: angina with coronary atherosclerosis is one code"),
            new Pair(
                    "I2510",
                    "I209",
                    "I25119",
                    true,
                    "Guidelines I.C.9.b: angina with coronary atherosclerosis is one code"),
            new Pair(
                    "I259",
                    "I209",
                    "I25119",
                    true,
                    "Guidelines I.C.9.b: angina with coronary atherosclerosis is one code"),
            new Pair(
                    "J449",
                    "J189",
                    "J440",
                    false,
                    "Index: disease, lung, obstructive, with lower respiratory infection"),
            new Pair(
                    "J449",
                    "J13",
                    "J440",
                    false,
                    "Index: disease, lung, obstructive, with lower respiratory infection"),
            new Pair(
                    "J449",
                    "J15",
                    "J440",
                    false,
                    "Index: disease, lung, obstructive, with lower respiratory infection"),
            new Pair("J449", "J20", "J440", false, "Index: disease, lung, obstructive, with acute bronchitis"),
            new Pair("K8020", "K811", "K8010", true, "Calculus of gallbladder with chronic cholecystitis is one code"),
            new Pair("K8020", "K810", "K8000", true, "Calculus of gallbladder with acute cholecystitis is one code"),
            new Pair("K8020", "K819", "K8010", true, "Calculus of gallbladder with cholecystitis is one code"),
            new Pair("N201", "N1330", "N132", true, "Index: hydronephrosis with ureteral calculus"),
            new Pair("N200", "N1330", "N132", true, "Index: hydronephrosis with renal calculus"),
            new Pair("A419", "B9620", "A4151", true, "Index: sepsis, Escherichia coli"),
            new Pair("A419", "B9562", "A4102", true, "Index: sepsis, Staphylococcus aureus, methicillin resistant"),
            new Pair("A419", "B9561", "A4101", true, "Index: sepsis, Staphylococcus aureus, methicillin susceptible"),
            new Pair("I8500", "K70", "I8510", false, "Index: varix, esophagus, in cirrhosis of liver"),
            new Pair("I8500", "K74", "I8510", false, "Index: varix, esophagus, in cirrhosis of liver"),
            new Pair("I8501", "K70", "I8511", false, "Index: varix, esophagus, in cirrhosis of liver, bleeding"),
            new Pair("I8501", "K74", "I8511", false, "Index: varix, esophagus, in cirrhosis of liver, bleeding"),
            new Pair("K7030", "R188", "K7031", true, "Alcoholic cirrhosis with ascites is one code"),
            new Pair(
                    "I10",
                    "I517",
                    "I119",
                    true,
                    "Guidelines I.C.9.a: heart disease with hypertension is presumed hypertensive"),
            new Pair("G309", "F0390", "F0280", true, "Index: dementia in Alzheimer's disease"),
            new Pair("E6601", "E669", "E6601", true, "The more specific of the two"),
            new Pair("I480", "I4891", "I480", true, "The more specific of the two"),
            new Pair("D509", "D649", "D509", true, "The more specific of the two"),
            new Pair("N049", "N0620", "N0420", true, "Nephrotic syndrome with membranous nephropathy is one code"),
            new Pair("N049", "N052", "N0420", true, "Nephrotic syndrome with membranous nephropathy is one code"),
            new Pair("N049", "N0621", "N0421", true, "Nephrotic syndrome with membranous nephropathy is one code"),
            new Pair("N049", "N0622", "N0422", true, "Nephrotic syndrome with membranous nephropathy is one code"),
            new Pair("J90", "C450", "J910", false, "Index: effusion, pleura, malignant, with the tumor of the pleura"),
            new Pair("J90", "C782", "J910", false, "Index: effusion, pleura, malignant, with the tumor of the pleura"),
            new Pair("R188", "C786", "R180", false, "Index: ascites, malignant, with the tumor of the peritoneum"),
            new Pair("I10", "E24", "I152", false, "Index: hypertension, secondary, due to endocrine disorders"),
            new Pair("I10", "D350", "I152", false, "Index: hypertension, secondary, due to endocrine disorders"),
            new Pair("I10", "E26", "I152", false, "Index: hypertension, secondary, due to endocrine disorders"),
            new Pair("I10", "I701", "I150", false, "Index: hypertension, secondary, renovascular"),
            new Pair("N049", "N050", "N040", true, "Nephrotic syndrome with minor change is one code"),
            new Pair("N049", "N051", "N041", true, "Nephrotic syndrome with focal sclerosis is one code"),
            new Pair("N400", "R33", "N401", false, "Hyperplasia of prostate with lower urinary tract symptoms"),
            new Pair("N400", "R35", "N401", false, "Hyperplasia of prostate with lower urinary tract symptoms"),
            new Pair("N400", "R391", "N401", false, "Hyperplasia of prostate with lower urinary tract symptoms"),
            new Pair(
                    "R339",
                    "N401",
                    "R338",
                    false,
                    "Retention of urine with hyperplasia of prostate, which is coded first"),
            new Pair("G510", "I6", "R29810", false, "Facial weakness of a stroke is coded as its sign"),
            new Pair("R579", "A4", "R6521", false, "Shock with sepsis is septic shock"),
            new Pair("K5000", "K56", "K50012", true, "Crohn's disease with intestinal obstruction is one code"),
            new Pair("K5090", "K56", "K50912", true, "Crohn's disease with intestinal obstruction is one code"),
            new Pair("K5190", "K56", "K51912", true, "Ulcerative colitis with intestinal obstruction is one code"),
            new Pair("K5000", "K625", "K50011", true, "Crohn's disease with rectal bleeding is one code"),
            new Pair("K5090", "K625", "K50911", true, "Crohn's disease with rectal bleeding is one code"),
            new Pair("K5190", "K625", "K51911", true, "Ulcerative colitis with rectal bleeding is one code"),
            new Pair("O721", "O622", "O721", true, "Hemorrhage of uterine atony after birth is one code"),
            new Pair("N132", "N390", "N136", true, "Index: hydronephrosis, with infection"),
            new Pair("N132", "N10", "N136", true, "Index: hydronephrosis, with infection"),
            new Pair("N132", "N12", "N136", true, "Index: hydronephrosis, with infection"),
            new Pair("A419", "B961", "A4159", true, "Index: sepsis, gram-negative, other specified"),
            new Pair("A419", "B964", "A4159", true, "Index: sepsis, gram-negative, other specified"),
            new Pair("J101", "J13", "J1008", false, "Index: influenza, with pneumonia that is specified"),
            new Pair("J101", "J15", "J1008", false, "Index: influenza, with pneumonia that is specified"),
            new Pair("J101", "J189", "J1000", true, "Index: influenza, with pneumonia"),
            new Pair("K269", "K92", "K264", true, BLEEDING),
            new Pair("K259", "K92", "K254", true, BLEEDING),
            new Pair("K279", "K92", "K274", true, BLEEDING),
            new Pair("K2970", "K92", "K2971", true, BLEEDING),
            new Pair("K31819", "K92", "K31811", true, BLEEDING),
            new Pair("J189", "B953", "J13", true, "Index: pneumonia, pneumococcal"),
            new Pair("J189", "B961", "J150", true, "Index: pneumonia, Klebsiella"),
            new Pair("J189", "B965", "J151", true, "Index: pneumonia, Pseudomonas"),
            new Pair("J189", "B963", "J14", true, "Index: pneumonia, Hemophilus influenzae"),
            new Pair("A419", "B965", "A4152", true, "Index: sepsis, Pseudomonas"),
            new Pair("A419", "B951", "A401", true, "Index: sepsis, Streptococcus, group B"),
            new Pair("A419", "B953", "A403", true, "Index: sepsis, Streptococcus, pneumoniae"),
            new Pair("A419", "B952", "A4181", true, "Index: sepsis, Enterococcus"),
            new Pair("I469", "I49", "I462", false, "Index: arrest, cardiac, due to cardiac condition"),
            new Pair("I469", "I21", "I462", false, "Index: arrest, cardiac, due to cardiac condition"),
            new Pair(
                    "Z98891",
                    "O",
                    "O34219",
                    false,
                    "Guidelines I.C.15: in a pregnancy the scar is a code of chapter 15"),
            new Pair("G629", "T3", "G620", false, "Index: polyneuropathy, drug-induced"),
            new Pair("G629", "T4", "G620", false, "Index: polyneuropathy, drug-induced"),
            new Pair("D649", "C", "D630", false, "Guidelines I.A.15: anemia in neoplastic disease"),
            new Pair("D649", "N18", "D631", false, "Guidelines I.A.15: anemia in chronic kidney disease"));

    /** The kidney at the end: chronic kidney disease of stage 5, and end stage renal disease. */
    private static final Set<String> LAST_STAGES = Set.of("N185", "N186");

    private static final Pattern THYROID_TREATED = Pattern.compile(
            "(?i)radio-?iod\\w+|radioactive iodine|iodine[- ]?131|\\bI-?131|thyroidectomy|thyroid (?:ablation|surgery)");
    private static final int PLACE = 4;
    private static final int FAR_BEHIND = 70;
    private static final Pattern FROM_BLEEDING = Pattern.compile(
            "(?i)^[^.;]{0,12}(?:due|secondary) to [^.;]{0,30}(?:menorrhag|metrorrhag|bleed|blood loss|hemorrhag|melena)");
    private static final Pattern INFECTED_NECROSIS =
            Pattern.compile("(?i)infected (?:\\w+ )?necros|infection of (?:the )?(?:\\w+ )?necros");
    private static final Pattern NECROSIS = Pattern.compile(
            "(?i)necroti[sz]ing (?:\\w+ )?pancreatitis|pancreatic necrosis|necrosis of (?:the )?pancrea|infected (?:\\w+ )?necros");

    private Combinations() {}

    static void apply(Candidates codes, ReadNote note) {
        sepsis(codes);
        for (var pair : PAIRS) {
            pair(codes, pair);
        }
        valves(codes);
        contrast(codes);
        hypertension(codes);
        dementia(codes);
        obstructive(codes);
        osteoporosis(codes, note);
        lupus(codes);
        strokes(codes);
        neutropenia(codes, note);
        thyroid(codes, note);
        pancreas(codes, note);
        bloodLoss(codes, note);
        fracturesOfTumors(codes);
    }

    /** Diseases of several valves are of chapter 9's rheumatic ones where the record says nothing else. Source: Tabular List, I08, includes. */
    private static void valves(Candidates codes) {
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
                .filter(low -> low.mentions().stream().anyMatch(mention -> {
                    var end = mention.end();
                    return FROM_BLEEDING
                            .matcher(note.text()
                                    .substring(end, Math.min(note.text().length(), end + FAR_BEHIND)))
                            .find();
                }))
                .ifPresent(low -> codes.replace(
                        low, "D500", "Index: anemia, iron deficiency, secondary to blood loss (chronic)"));
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
    }

    /** A thyroid that was taken out or irradiated. Source: index, Hypothyroidism, postsurgical, postirradiation. */
    private static void thyroid(Candidates codes, ReadNote note) {
        if (note.has(THYROID_TREATED)) {
            codes.find("E039").ifPresent(low -> {
                codes.replace(low, "E890", "Index: hypothyroidism, after surgery or irradiation of the thyroid");
                codes.all("E050").forEach(codes::drop); // which was treated so
            });
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
        for (var collapse : codes.all("M485")) {
            codes.replace(
                    collapse,
                    "M8458X" + collapse.code().charAt(collapse.code().length() - 1),
                    "Index: fracture, pathological, due to neoplastic disease");
        }
    }

    /** An infarction with the artery that is closed: one code for artery, cause and side. Source: index, Infarct, cerebral, due to. */
    private static void strokes(Candidates codes) {
        var infarction = codes.find("I639");
        var closed = codes.find("I660", "I661", "I662");
        if (infarction.isEmpty() || closed.isEmpty()) {
            return;
        }
        var artery = closed.get().code().charAt(3) - '0' + 1;
        var side = closed.get().code().charAt(4);
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
        if (pair.secondGoes()) {
            codes.dropAll(pair.second());
        }
        if (!first.get().code().equals(pair.becomes())) {
            codes.replace(first.get(), pair.becomes(), pair.reason())
                    .seenIn(second.get().mentions());
        }
    }

    /** Guidelines I.C.9.a: heart failure and chronic kidney disease are presumed to come from the hypertension. */
    private static void hypertension(Candidates codes) {
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
    private static void sepsis(Candidates codes) {
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
        for (var collapse : codes.all("M485")) {
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

    /** The reason that a presumed link is given with. */
    static String with() {
        return WITH;
    }
}
