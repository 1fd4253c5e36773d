package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Drugs that were injected at a visit, as its notes tell it: what was swallowed, listed, ordered for home or given by others is none. */
final class InjectedDrugs {
    private static final Pattern ROUTE = Pattern.compile(
            "(?i)\\b(?:IM|IV|SC|SQ|subq|sub-?cut\\w*|subcutaneous\\w*|intramuscular\\w*|intravenous\\w*|intra-?articular\\w*|shot)\\b");
    private static final Pattern INJECTED = Pattern.compile("(?i)\\binject\\w*\\b");
    private static final Pattern NOT_INJECTED = Pattern.compile(
            "(?i)\\b(?:PO|oral(?:ly)?|by mouth|tab(?:let)?s?|cap(?:sule)?s?|topical\\w*|ointment|cream)\\b");
    private static final Pattern SAID_TO_BE_GIVEN = Pattern.compile(
            "(?i)\\b(?:given|gave|administered|injected|received|x ?1|once|stat|in (?:the )?(?:office|clinic)|tolerated)\\b");
    private static final Pattern AT_HOME = Pattern.compile(
            "(?i)\\b(?:every|daily|weekly|monthly|nightly|q ?\\d+ ?\\w*|qd|qhs|bid|tid|qid|prn|at home|self[- ]inject\\w*|prescri\\w*|rx|refill\\w*|continu\\w*|allerg\\w*)\\b");
    /** More than one injection: whether the dose is of each or of all the words do not tell. */
    private static final Pattern SEVERAL_TIMES =
            Pattern.compile("(?i)\\bx ?(?:[2-9]|\\d{2,})\\b|\\b(?:twice|each|both|bilateral\\w*)\\b");

    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)\\b(?:in|at|by|from) (?:the |an |a )?(?:ED|ER|emergency (?:department|room)|urgent care|hospital|EMS|paramedics|infusion center|outside)\\b");
    private static final Pattern LISTED =
            Pattern.compile("(?i)^\\s*(?:(?:home|current|outpatient) )?(?:med(?:ication)?s?|allergies)(?: list)?\\s*:");
    private static final Pattern JOINED =
            Pattern.compile(",\\s|\\s(?:and|plus|with|followed by)\\s|\\s?\\+\\s?|\\s&\\s");

    private final String text;
    private final DrugNames names;

    private InjectedDrugs(String text, DrugNames names) {
        this.text = text;
        this.names = names;
    }

    /** @param drugs those that are valid on the day of the visit */
    static List<Procedure> of(Visit visit, List<DrugCode> drugs) {
        if (drugs.isEmpty()) {
            return List.of();
        }
        var told = new InjectedDrugs(visit.text(), new DrugNames(drugs)).told();
        var byCodes = new LinkedHashMap<List<DrugCode>, List<GivenDrug>>();
        told.forEach(one -> byCodes.computeIfAbsent(one.named().codes(), codes -> new ArrayList<>())
                .add(one));
        var lines = new DrugLines(visit, drugs);
        return byCodes.values().stream().flatMap(one -> lines.of(one).stream()).toList();
    }

    /** What is given is neither an operation nor a service of its own. */
    static boolean isDrug(Procedure service) {
        return service.system().equals("hcpcs") && service.code().startsWith("J");
    }

    private List<GivenDrug> told() {
        var told = new ArrayList<GivenDrug>();
        var clauses = Done.clauses(text);
        for (var i = 0; i < clauses.size(); i++) {
            var words = words(clauses.get(i));
            if (isOfInjections(words)) {
                var items = items(clauses.get(i));
                for (var j = 0; j < items.size(); j++) {
                    var ofRest = j + 1 < items.size() || i + 1 == clauses.size() ? "" : restIn(clauses.get(i + 1));
                    given(items.get(j), words, ofRest).ifPresent(told::add);
                }
            }
        }
        return told;
    }

    private static boolean isOfInjections(String clause) {
        return (ROUTE.matcher(clause).find() || INJECTED.matcher(clause).find())
                && !ELSEWHERE.matcher(clause).find();
    }

    /** What the clause behind says of the vial, unless it speaks of another drug. */
    private String restIn(Span clause) {
        return names.longestIn(words(clause)).isEmpty() ? words(clause) : "";
    }

    /** The parts of a clause that speak of one drug each: a name or a dose begins another one where there is one already. */
    private List<Span> items(Span clause) {
        var items = new ArrayList<Span>();
        var named = false;
        var dosed = false;
        for (var part : parts(clause)) {
            var hasName = names.longestIn(words(part)).isPresent();
            var hasDose = DrugDose.in(words(part)).stream().anyMatch(dose -> dose.role() == DrugDose.Role.GIVEN);
            if (items.isEmpty() || hasName && (named || dosed) || hasDose && dosed) {
                items.add(part);
                named = hasName;
                dosed = hasDose;
            } else {
                items.set(items.size() - 1, new Span(items.get(items.size() - 1).start(), part.end()));
                named |= hasName;
                dosed |= hasDose;
            }
        }
        return items;
    }

    private List<Span> parts(Span clause) {
        var parts = new ArrayList<Span>();
        var joined = JOINED.matcher(text).region(clause.start(), clause.end());
        var start = clause.start();
        while (joined.find()) {
            parts.add(new Span(start, joined.start()));
            start = joined.end();
        }
        parts.add(new Span(start, clause.end()));
        return parts;
    }

    private Optional<GivenDrug> given(Span item, String clause, String ofRest) {
        var words = words(item);
        var found = names.longestIn(words);
        var route = ROUTE.matcher(words);
        var hasRoute = route.find();
        if (found.isEmpty()
                || !hasRoute && !INJECTED.matcher(clause).find()
                || NOT_INJECTED.matcher(words).find()
                || AT_HOME.matcher(words).find()) {
            return Optional.empty();
        }
        var name = found.get();
        if (!Done.isDone(text, item.start() + name.start(), item.start() + name.end())
                || LISTED.matcher(lineBefore(item.start() + name.start())).find()) {
            return Optional.empty();
        }
        var doses = DrugDose.in(words).stream()
                .filter(dose -> dose.role() == DrugDose.Role.GIVEN)
                .toList();
        var once = !SEVERAL_TIMES.matcher(words).find();
        var start = name.start();
        var end = name.end();
        for (var dose : doses) {
            start = Math.min(start, dose.said().start());
            end = Math.max(end, dose.said().end());
        }
        if (hasRoute) {
            start = Math.min(start, route.start());
            end = Math.max(end, route.end());
        }
        var called = words.substring(name.start(), name.end());
        return Optional.of(new GivenDrug(
                names.of(called),
                called,
                new Span(item.start() + start, item.start() + end),
                once ? doses.stream().map(DrugDose::dose).toList() : List.of(),
                SAID_TO_BE_GIVEN.matcher(clause).find(),
                DrugWaste.in(words + "\n" + ofRest)));
    }

    private String words(Span place) {
        return text.substring(place.start(), place.end());
    }

    private String lineBefore(int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, at);
    }
}
