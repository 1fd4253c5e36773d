package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coding.cac.DataFile;

/**
 * Medical decision making of an office visit from its note: problems addressed, data, risk. Source: CPT evaluation and management guidelines, table of medical
 * decision making.
 */
final class DecisionMaking {
    private static final Pattern WORSE = Pattern.compile(
            "(?i)exacerbat|worsen|uncontrolled|not (?:at goal|controlled|well controlled)|flare|progress(?:ing|ion)|still suppressed|increase|\\bw/? ?hyperglycemia|hyperglycemia|decompensat|failed");
    private static final Pattern SEVERE = Pattern.compile(
            "(?i)severe exacerbation|life[- ]threatening|threat to life|acute (?:on chronic )?(?:(?:hypoxi\\w+|hypoxa?emic|hypercapnic|hypercarbic)(?: and)? )*respiratory failure|stemi|septic|suicidal ideation with plan|acute mi\\b");
    private static final Pattern SYSTEMIC = Pattern.compile("(?i)pyelonephritis|pneumonia|colitis|sepsis");
    private static final Pattern UNCERTAIN_PROGNOSIS =
            Pattern.compile("(?i)breast (?:mass|lump)|lung nodule|unexplained weight loss");
    private static final Pattern PRESCRIPTION = Pattern.compile(
            "(?i)\\b\\d+(?:\\.\\d+)? ?(?:mg|mcg|units?|u)\\b|\\brx\\b|prescri|\\brefill|(?:start(?:ed|ing)?|continue|increase) (?!exercis|walk|diet|suddenly|after|with|when|in\\b|on\\b|at\\b|to\\b|yesterday|today|last|this|about|a\\b|the\\b|physical|PT\\b|stretch|ice|rest|fluids?|water|activit|hydrat|current (?:diet|activ)|same (?:diet|activ)|monitor|follow|observ|weight|fiber|school|work|breast|supportive|conservative|home exercise)[a-z]+|titrat|\\b[a-z]*(?:pril|sartan|olol|dipine|statin|thiazide|thalidone|formin|gliptin|gliflozin|glutide|prazole|oxetine|traline|pram|azepam|cillin|mycin|floxacin|cycline|profen|lukast|terol|solone|sone|semide|triptan|bapentin|gabalin|thyroxine|insulin|warfarin|xaban|allopurinol|colchicine|bupropion|trazodone|methotrexate|glipizide|spironolactone)\\b (?:was |were |has been |dose )?(?:added|started|increased|decreased|doubled|reduced|stopped|discontinued|changed|switched|restarted|resumed|initiated|continued)|\\b(?:added|add|starting|increased|decreased|doubled|stopped|restarted|initiated) [a-z]*(?:pril|sartan|olol|dipine|statin|thiazide|thalidone|formin|gliptin|gliflozin|glutide|prazole|oxetine|traline|pram|azepam|cillin|mycin|floxacin|cycline|lukast|solone|sone|semide|triptan|bapentin|gabalin|thyroxine|insulin|warfarin|xaban)\\b|adjust(?:ed)? (?:dose|insulin)|\\bx ?\\d+ ?d(?:ays)?\\b");
    private static final Pattern SURGERY = Pattern.compile(
            "(?i)\\b(?:elective|major) surgery\\b|\\b(?:scheduled?|plan(?:ned)?|proceed|consented|booked) (?:(?:for|with|to|a|an|elective|right|left|total|laparoscopic) ){0,4}(?:surgery|\\w+(?:ectomy|plasty|rrhaphy)|\\w*laryngoscopy|arthroscopy|(?:knee|hip) replacement)\\b");
    private static final Pattern MONITORED = Pattern.compile(
            "(?i)monitor(?:ing)? for toxicity|drug monitoring|toxicity monitoring|decision (?:regarding|about) (?:hospitali|emergency major surgery)|admit(?:ted)? to hospital|direct admission|DNR discuss");
    /** A decision on hospital care. Source: CPT, table of medical decision making, high risk: decision regarding hospitalization or escalation of hospital-level care. */
    private static final Pattern HOSPITAL = Pattern.compile(
            "(?i)\\b(?:called|calling|activated) (?:911|EMS|an ambulance)\\b|\\b(?:911|EMS|ambulance) (?:was |were )?(?:called|activated|summoned)"
                    + "|\\b(?:sent|transfer\\w*|transport\\w*|directed|referred|taken|to go) (?:[\\w/]+ ){0,5}(?:by|via) (?:ambulance|EMS|911)\\b"
                    + "|\\b(?:sent|transfer\\w*|directed|referred|taken|to go) (?:[\\w/]+ ){0,6}for (?:direct |urgent |inpatient |hospital )?(?:admission|hospitali[sz]ation)\\b"
                    + "|\\b(?:admit|admission|admitted) (?:directly )?to (?:the )?(?:hospital|inpatient|ICU|telemetry|medicine|ward)|\\bdirect(?:ly)? admi(?:t|ssion)"
                    + "|\\b(?:hospitali[sz]ation|hospital admission|inpatient admission|admission) (?:was |is )?(?:recommended|advised|offered|arranged|discussed|declined)"
                    + "|\\b(?:recommend|advis|arrang|discuss)\\w* (?:for )?(?:inpatient |hospital )?(?:admission|hospitali[sz]ation)\\b");

    private static final Pattern OVER_THE_COUNTER = Pattern.compile(
            "(?i)\\bOTC\\b|supportive care|tylenol|ibuprofen|physical therapy|\\bPT\\b|rest,? ice|splint|stretching");
    private static final Pattern TEST = Pattern.compile(
            "(?i)\\b(?:cbc|cmp|bmp|a1c|tsh|free t4|lipid(?:s| panel)?|ua|urinalysis|urine culture|x-?ray|xr|cxr|ct|mri|ultrasound|(?-i:US)|ekg|ecg|echo|psa|strep|flu test|inr|labs?|emg|spirometry|stress test)\\b");
    private static final Pattern INTERPRETED = Pattern.compile(
            "(?i)independent(?:ly)? (?:interpret|review)|personally reviewed (?:the )?(?:image|film|tracing)");
    private static final Pattern DISCUSSED =
            Pattern.compile("(?i)discussed with (?:dr|the (?:cardiologist|surgeon|radiologist|specialist))");
    private static final Pattern HISTORIAN = Pattern.compile(
            "(?i)history (?:obtained|provided) (?:from|by) (?:the )?(?:daughter|son|mother|father|wife|husband|spouse|caregiver)");

    private static final List<String> CHRONIC = List.of(
            "E0", "E1", "E2", "E66", "E78", "F", "G20", "G25", "G30", "G35", "G40", "G43", "G47", "G56", "H25", "H40",
            "I1", "I2", "I34", "I35", "I48", "I50", "I7", "I8", "J30", "J4", "J84", "K21", "K50", "K51", "K58", "K7",
            "L20", "L40", "M05", "M06", "M1", "M45", "M54", "M79", "M80", "M81", "N18", "N4", "N80", "C", "D5", "D6",
            "B18", "B20", "Q");

    /** Acute illnesses that threaten life or a function of the body, by what CPT gives as examples: infarction, embolism, respiratory failure, sepsis, shock, peritonitis, kidney failure. */
    private static final List<String> THREATS = List.of(
            "A40", "A41", "E101", "E111", "G41", "I161", "I21", "I22", "I26", "I46", "I60", "I61", "I63", "I710", "J80",
            "J960", "J962", "K65", "N17", "O15", "R57", "R652", "T780", "T782");

    /** A row of {@code visit/studies.tsv}: numbers of five digits, whose order is that of texts. */
    private record Study(String name, String first, String last) {
        boolean has(String code) {
            return code.compareTo(first) >= 0 && code.compareTo(last) <= 0;
        }
    }

    private static final List<Study> STUDIES = DataFile.rows("visit/studies.tsv").stream()
            .map(row -> new Study(row[0], row[1], row[2]))
            .toList();

    /**
     * @param said where the notes say it, in their order: what the elements rest on that reach the level
     * @param why each element with what it rests on
     * @param elements problems, data and risk, in this order
     */
    record Decision(Level level, List<Span> said, List<String> why, Map<String, Level> elements) {
        /** The elements that are at a level or above. */
        List<String> reaching(Level wanted) {
            return elements.entrySet().stream()
                    .filter(element -> element.getValue().compareTo(wanted) >= 0)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private record Element(Level level, List<Span> said) {}

    private DecisionMaking() {}

    /** @param services that were given at the visit */
    static Decision of(Visit visit, List<Procedure> services) {
        var problems = problems(visit);
        var data = data(visit, services);
        var risk = risk(visit.text());
        var level = Level.ofTwo(problems.level(), data.level(), risk.level());
        var why = new ArrayList<String>();
        why.add("Problems: %s (%d addressed, %d of them chronic)"
                .formatted(
                        problems.level().text(),
                        dealtWith(visit).size(),
                        chronic(visit).size()));
        why.add("Data: " + data.level().text());
        why.add("Risk: " + risk.level().text()
                + (risk.level() != Level.MODERATE
                        ? ""
                        : first(PRESCRIPTION, visit.text()).isPresent()
                                ? " (prescription drug management)"
                                : " (decision for surgery)"));
        why.add("Two of three elements reach " + level.text());
        var said = Stream.of(problems, data, risk)
                .filter(element -> element.level().compareTo(level) >= 0)
                .flatMap(element -> element.said().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
        var elements = new LinkedHashMap<String, Level>();
        elements.put("problems", problems.level());
        elements.put("data", data.level());
        elements.put("risk", risk.level());
        return new Decision(level, said, List.copyOf(why), elements);
    }

    private static List<Visit.Problem> dealtWith(Visit visit) {
        return visit.problems().stream()
                .filter(problem ->
                        !problem.code().startsWith("Z") && !problem.code().startsWith("Y"))
                .toList();
    }

    private static List<Visit.Problem> chronic(Visit visit) {
        return dealtWith(visit).stream()
                .filter(problem -> CHRONIC.stream().anyMatch(problem.code()::startsWith))
                .toList();
    }

    private static Element problems(Visit visit) {
        var all = dealtWith(visit);
        var said = new ArrayList<Span>();
        (all.isEmpty() ? visit.problems() : all).forEach(problem -> said.addAll(problem.said()));
        if (all.stream()
                .anyMatch(problem -> SEVERE.matcher(problem.words()).find()
                        || THREATS.stream().anyMatch(problem.code()::startsWith))) {
            return new Element(Level.HIGH, said);
        }
        var chronic = chronic(visit);
        var worse = chronic.stream()
                .anyMatch(problem -> WORSE.matcher(problem.words()).find());
        var systemic = all.stream()
                .anyMatch(problem -> SYSTEMIC.matcher(problem.words()).find());
        var uncertain = first(UNCERTAIN_PROGNOSIS, visit.text());
        uncertain.ifPresent(said::add);
        if (worse || systemic || chronic.size() >= 2 || uncertain.isPresent()) {
            return new Element(Level.MODERATE, said);
        }
        return new Element(all.isEmpty() ? Level.STRAIGHTFORWARD : Level.LOW, said);
    }

    /**
     * Three categories: tests and an independent historian (three of them), something interpreted independently, something discussed with another professional. One
     * category is moderate, two are extensive; two tests or a historian alone are limited. A test that several notes name is one; one whose own code has the reading
     * counts neither as a test nor as an interpretation.
     */
    private static Element data(Visit visit, List<Procedure> services) {
        var text = visit.text();
        var tests = new LinkedHashMap<String, Span>();
        TEST.matcher(text)
                .results()
                .filter(found -> Done.isDoneOrReviewed(text, found.start(), found.end()))
                .forEach(found -> tests.putIfAbsent(name(found.group()), new Span(found.start(), found.end())));
        var billed = billed(visit, services);
        tests.keySet().removeAll(billed);
        if (tests.size() > 1) {
            tests.remove("lab"); // the ones that are named
        }
        var historian = first(HISTORIAN, text);
        var interpreted = interpreted(text, billed);
        var discussed = first(DISCUSSED, text);
        var said = new ArrayList<>(tests.values());
        Stream.of(historian, interpreted, discussed).forEach(place -> place.ifPresent(said::add));
        var items = tests.size() + (historian.isPresent() ? 1 : 0);
        var categories = (items >= 3 ? 1 : 0) + (interpreted.isPresent() ? 1 : 0) + (discussed.isPresent() ? 1 : 0);
        if (categories >= 2) {
            return new Element(Level.HIGH, said);
        }
        if (categories == 1) {
            return new Element(Level.MODERATE, said);
        }
        return new Element(items >= 2 || historian.isPresent() ? Level.LOW : Level.STRAIGHTFORWARD, said);
    }

    /** The tests that the codes of studies at this visit are of, proposed or on its bill. */
    private static Set<String> billed(Visit visit, List<Procedure> services) {
        var proposed = services.stream()
                .filter(service -> OfficeProcedures.isStudy(service.code()))
                .flatMap(service -> service.said().stream())
                .flatMap(place -> TEST.matcher(visit.text().substring(place.start(), place.end()))
                        .results())
                .map(test -> name(test.group()));
        var charged = STUDIES.stream()
                .filter(study -> visit.charged().stream().anyMatch(study::has))
                .map(Study::name);
        return Stream.concat(proposed, charged).collect(Collectors.toSet());
    }

    private static Optional<Span> interpreted(String text, Set<String> billed) {
        return INTERPRETED
                .matcher(text)
                .results()
                .filter(said -> {
                    var clause = Done.clause(text, said.start(), said.end());
                    return !(billed.contains("ecg") && clause.contains("tracing"))
                            && TEST.matcher(clause).results().noneMatch(test -> billed.contains(name(test.group())));
                })
                .map(said -> new Span(said.start(), said.end()))
                .findFirst();
    }

    /** One for each test, however it is written. */
    private static String name(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "ua" -> "urinalysis";
            case "ekg" -> "ecg";
            case "x-ray", "xray" -> "xr";
            case "us" -> "ultrasound";
            case "labs" -> "lab";
            default -> lower.startsWith("lipid") ? "lipids" : lower;
        };
    }

    private static Element risk(String text) {
        return element(Level.HIGH, MONITORED, text)
                .or(() -> HOSPITAL.matcher(text)
                        .results()
                        .filter(said -> Done.isDoneOrReviewed(text, said.start(), said.end()))
                        .findFirst()
                        .map(said -> new Element(Level.HIGH, List.of(new Span(said.start(), said.end())))))
                .or(() -> element(Level.MODERATE, PRESCRIPTION, text))
                .or(() -> element(Level.MODERATE, SURGERY, text))
                .or(() -> element(Level.LOW, OVER_THE_COUNTER, text))
                .orElse(new Element(Level.STRAIGHTFORWARD, List.of()));
    }

    private static Optional<Element> element(Level level, Pattern pattern, String text) {
        return first(pattern, text).map(place -> new Element(level, List.of(place)));
    }

    private static Optional<Span> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(new Span(found.start(), found.end())) : Optional.empty();
    }
}
