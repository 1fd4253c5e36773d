package org.superbill.coding.visit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.superbill.coding.cac.DataFile;

/**
 * Drugs that were injected at a visit. The code goes by the drug, its units by the dose and by what the code's official description calls a unit; where the note
 * leaves the drug's form or the dose open nothing is proposed.
 */
final class InjectedDrugs {
    private static final double GIVEN = 0.85;
    private static final double NOT_SAID_TO_BE_GIVEN = 0.7;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final Pattern INJECTED = Pattern.compile(
            "(?i)\\b(?:IM|IV|SC|SQ|subq|sub-?cut\\w*|subcutaneous\\w*|intramuscular\\w*|intravenous\\w*|intra-?articular\\w*|inject\\w*|shot)\\b");
    private static final Pattern SAID_TO_BE_GIVEN = Pattern.compile(
            "(?i)\\b(?:given|gave|administered|injected|received|x ?1|once|stat|in (?:the )?(?:office|clinic)|tolerated)\\b");
    private static final Pattern AT_HOME = Pattern.compile(
            "(?i)\\b(?:every|daily|weekly|monthly|nightly|q ?\\d+ ?\\w*|qd|qhs|bid|tid|qid|prn|at home|self[- ]inject\\w*|prescri\\w*|rx|refill\\w*|continue\\w*|allerg\\w*)\\b");
    private static final Pattern LISTED =
            Pattern.compile("(?i)^\\s*(?:(?:home|current|outpatient) )?(?:med(?:ication)?s?|allergies)(?: list)?\\s*:");
    /** Neither a concentration nor a dose by weight. */
    private static final Pattern DOSE = Pattern.compile(
            "(?i)\\b([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(million)?\\s*(mg|mcg|micrograms?|milligrams?|grams?|gm|g|units?|ml|cc|meq)\\b(?!\\s*(?:/|per\\b))");

    private static final List<Map.Entry<String, String>> BRANDS = DataFile.rows("visit/drug-brands.tsv").stream()
            .map(row -> Map.entry(row[0], row[1]))
            .toList();

    private InjectedDrugs() {}

    /** Something that was injected, as one clause of a note tells it. */
    private record Told(Collection<DrugCode> codes, Span said, List<DrugCode.Dose> doses, boolean given) {}

    /** @param drugs those that are valid on the day of the visit */
    static List<Procedure> of(Visit visit, List<DrugCode> drugs) {
        var byName = byName(drugs);
        var told = new LinkedHashMap<List<String>, List<Told>>();
        for (var clause : clauses(visit.text())) {
            told(visit.text(), clause, byName)
                    .ifPresent(one -> told.computeIfAbsent(
                                    one.codes().stream().map(DrugCode::code).toList(), codes -> new ArrayList<>())
                            .add(one));
        }
        return told.values().stream().map(InjectedDrugs::procedure).toList();
    }

    /** By everything that a note may call it: name with and without the salt, brand. Several codes where the name leaves them open. */
    private static Map<String, List<DrugCode>> byName(List<DrugCode> drugs) {
        var byName = new LinkedHashMap<String, List<DrugCode>>();
        for (var drug : drugs) {
            byName.computeIfAbsent(drug.name(), name -> new ArrayList<>()).add(drug);
            if (!drug.base().equals(drug.name())) {
                byName.computeIfAbsent(drug.base(), name -> new ArrayList<>()).add(drug);
            }
        }
        BRANDS.forEach(brand -> {
            var named = drugs.stream()
                    .filter(drug -> drug.name().equals(brand.getValue()))
                    .toList();
            if (!named.isEmpty()) {
                byName.put(brand.getKey(), named);
            }
        });
        return byName;
    }

    private static Optional<Told> told(String text, Span clause, Map<String, List<DrugCode>> byName) {
        var words = text.substring(clause.start(), clause.end());
        var name = longest(words, byName.keySet());
        if (name.isEmpty()
                || !INJECTED.matcher(words).find()
                || AT_HOME.matcher(words).find()) {
            return Optional.empty();
        }
        var start = clause.start() + name.get().start();
        var end = clause.start() + name.get().end();
        if (!Done.isDone(text, start, end)
                || LISTED.matcher(lineBefore(text, start)).find()) {
            return Optional.empty();
        }
        var codes = Objects.requireNonNull(
                byName.get(words.substring(name.get().start(), name.get().end()).toLowerCase(Locale.ROOT)),
                "a name that was found is one of them");
        return Optional.of(new Told(
                codes,
                new Span(start, end),
                doses(words),
                SAID_TO_BE_GIVEN.matcher(words).find()));
    }

    private static String lineBefore(String text, int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, at);
    }

    /** The longest name that the words have. */
    private static Optional<Span> longest(String words, Collection<String> names) {
        var lower = words.toLowerCase(Locale.ROOT);
        Span best = null;
        for (var name : names) {
            var at = lower.indexOf(name);
            if (at >= 0
                    && isEdge(lower, at - 1)
                    && isEdge(lower, at + name.length())
                    && (best == null || name.length() > best.end() - best.start())) {
                best = new Span(at, at + name.length());
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static List<DrugCode.Dose> doses(String words) {
        var found = new ArrayList<DrugCode.Dose>();
        var dose = DOSE.matcher(words);
        while (dose.find()) {
            var amount = new BigDecimal(dose.group(1).replace(",", ""));
            found.add(DrugCode.Dose.of(
                    dose.group(2) == null ? amount : amount.multiply(MILLION),
                    dose.group(3).toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    /** Several notes that tell of the same dose tell of one; of several doses nobody knows which was given. */
    private static Procedure procedure(List<Told> told) {
        var codes = told.get(0).codes();
        var said = told.stream().map(Told::said).toList();
        if (codes.size() > 1) {
            var names = codes.stream().map(DrugCode::name).collect(Collectors.toCollection(TreeSet::new));
            return open(
                    codes,
                    said,
                    names.size() == 1
                            ? "which of its preparations was given"
                            : "which form of it was given (" + String.join(", ", names) + ")");
        }
        var drug = codes.iterator().next();
        var doses = told.stream()
                .flatMap(one -> one.doses().stream())
                .filter(dose -> dose.measure().equals(drug.unit().measure()))
                .distinct()
                .toList();
        if (doses.size() != 1) {
            return open(codes, said, doses.isEmpty() ? "the dose that was given" : "which of the doses was given");
        }
        var units = drug.units(doses.get(0)).orElseThrow();
        return new Procedure(
                "hcpcs",
                drug.code(),
                drug.description(),
                List.of(),
                units,
                told.stream().anyMatch(Told::given) ? GIVEN : NOT_SAID_TO_BE_GIVEN,
                said,
                List.of(
                        "HCPCS Level II, %s: \"%s\"; %s by %s a unit, rounded up, is %d (Medicare Claims Processing Manual, chapter 17, section 10)"
                                .formatted(
                                        drug.code(),
                                        drug.description(),
                                        doses.get(0).text(),
                                        drug.unit().text(),
                                        units)),
                "that it was given at this visit, with drug, dose and route");
    }

    private static Procedure open(Collection<DrugCode> codes, List<Span> said, String missing) {
        return new Procedure(
                "hcpcs",
                codes.stream().map(DrugCode::code).sorted().collect(Collectors.joining(" or ")),
                codes.iterator().next().base() + ", injected",
                List.of(),
                1,
                0,
                said,
                List.of("HCPCS Level II names a drug by its form and counts it by its dose"),
                missing);
    }

    /** Parted by what ends a sentence, by semicolons and by lines; the point of a number ends nothing. */
    private static List<Span> clauses(String text) {
        var clauses = new ArrayList<Span>();
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            if (at == text.length() || Done.isMark(text, at)) {
                clauses.add(new Span(start, at));
                start = at + 1;
            }
        }
        return clauses;
    }
}
