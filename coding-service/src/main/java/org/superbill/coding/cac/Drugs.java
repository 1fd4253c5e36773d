package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Table of Drugs and Chemicals: a substance with a word for what it did gives the column. Poisoning without a word for the intent is accidental; an adverse effect is
 * of what was taken as prescribed. Source: ICD-10-CM Official Guidelines I.C.19.e.
 */
final class Drugs {
    private static final int ACCIDENTAL = 1;
    private static final int SELF_HARM = 2;
    private static final int ASSAULT = 3;
    private static final int ADVERSE = 5;
    private static final int UNDERDOSING = 6;
    private static final int REACH = 4;
    private static final int REACH_BACK = 6; // "ingestion of 30 tablets of"
    private static final double VALUE = 2.2;

    private static final Set<String> POISONING =
            Set.of("overdose", "overdosed", "poisoning", "poisoned", "intoxication", "ingestion", "ingested");
    private static final Set<String> CAUSING = Set.of(
            "due",
            "reaction",
            "secondary",
            "related",
            "attributed",
            "attributable",
            "ascribed",
            "imputed",
            "down",
            "owing",
            "induced");
    private static final Set<String> EFFECT =
            Set.of("induced", "toxicity", "nephrotoxicity", "hepatotoxicity", "related");
    private static final Set<String> CAUSED = Set.of("caused", "produced", "provoked", "triggered", "led");
    private static final Set<String> OF = Set.of("effect", "effects", "consequence");
    private static final Set<String> BY =
            Set.of("caused", "produced", "provoked", "triggered", "induced", "precipitated", "elicited");
    private static final Set<String> GOING_ON = Set.of(
            "was",
            "were",
            "is",
            "are",
            "which",
            "that",
            "who",
            "treatment",
            "therapy",
            "administration",
            "use",
            "intake",
            "toxicity",
            "infusion",
            "so",
            "but",
            "with",
            "without",
            "and",
            "or",
            "taken",
            "given",
            "as",
            "at",
            "in",
            "despite",
            "after",
            "on",
            "for");
    private static final Set<String> STOPPED = Set.of(
            "stopped", "withdrawn", "discontinued", "suspended", "interrupted", "replaced", "changed", "switched");
    private static final int FAR = 10;
    private static final Set<String> IN_ERROR = Set.of(
            "mistake",
            "mistakenly",
            "accidental",
            "accidentally",
            "inadvertent",
            "inadvertently",
            "erroneously",
            "error",
            "wrong",
            "wrongly",
            "overdose");

    /** Only of a dose: "twice the dose", "extra tablets", and not "twice daily". */
    private static final Set<String> TOO_MUCH = Set.of("twice", "double", "triple", "extra");

    private static final Set<String> OF_A_DOSE =
            Set.of("the", "his", "her", "prescribed", "dose", "doses", "tablet", "tablets", "pill", "pills", "amount");
    private static final Set<String> TAKEN = Set.of(
            "dose",
            "doses",
            "dosing",
            "took",
            "taken",
            "taking",
            "tablet",
            "tablets",
            "pill",
            "pills",
            "overdose",
            "ingestion");
    private static final Set<String> TOO_LITTLE = Set.of("underdosing", "underdosed", "underdose");
    private static final Set<String> DELIBERATE =
            Set.of("intentional", "intentionally", "suicide", "suicidal", "deliberate", "self");

    private final Dictionary names;
    private final List<String[]> rows;

    /** @param rows path of the substance, and six codes: poisoning accidental, by self-harm, by assault, undetermined, adverse effect, underdosing */
    Drugs(Reader reader, List<String[]> rows) {
        this.rows = rows;
        var builder = new Dictionary.Builder();
        for (var more : DataFile.rows("cac/drugs.tsv")) {
            for (var i = 0; i < rows.size(); i++) {
                if (rows.get(i)[0].equals(more[0])) {
                    for (var name : more[1].split(";")) {
                        builder.add(
                                reader.phraseWords(name.strip()),
                                Integer.toString(i),
                                Source.DRUG_TABLE,
                                rows.get(i)[0]);
                    }
                    break;
                }
            }
        }
        for (var i = 0; i < rows.size(); i++) {
            var name = rows.get(i)[0].toLowerCase(Locale.ROOT);
            if (!name.contains(" > ")) {
                builder.add(
                        reader.termWords(name.replaceAll("\\b(nec|nos)\\b", " ")),
                        Integer.toString(i),
                        Source.DRUG_TABLE,
                        rows.get(i)[0]);
            }
        }
        names = builder.build();
    }

    /** @return matches whose target is a code without the kind of encounter */
    List<Dictionary.Match> find(Reading reading) {
        var found = new ArrayList<Dictionary.Match>();
        if (!isSpokenOf(reading)) {
            return found;
        }
        for (var name : Dictionary.best(names.candidates(reading), reading)) {
            var column = column(reading, name);
            var code = column == 0 ? "" : rows.get(Integer.parseInt(name.term().target()))[column];
            if (!code.isEmpty()) {
                var term = new Term(
                        name.term().words(),
                        code,
                        Source.DRUG_TABLE,
                        name.term().path());
                found.add(new Dictionary.Match(term, name.positions(), 0, VALUE));
            }
        }
        return found;
    }

    /** "Isoniazid-induced" as the index has it, "drug-induced", so that the condition of it is found too; null where no drug is said to have induced anything. */
    @Nullable
    Reading induced(Reading reading) {
        if (reading.items().stream().noneMatch(item -> item.plain().equals("induced"))) {
            return null;
        }
        var items = new ArrayList<>(reading.items());
        for (var name : Dictionary.best(names.candidates(reading), reading)) {
            for (var next = name.last() + 1; next <= Math.min(name.last() + 2, reading.size() - 1); next++) {
                if (reading.get(next).plain().equals("induced")) {
                    var item = items.get(name.last());
                    items.set(
                            name.last(), new Reading.Item(item.plain(), "drug", item.start(), item.end(), item.cost()));
                }
            }
        }
        return new Reading(items);
    }

    private static boolean isSpokenOf(Reading reading) {
        return reading.items().stream()
                .map(Reading.Item::plain)
                .anyMatch(word -> POISONING.contains(word)
                        || TOO_LITTLE.contains(word)
                        || CAUSING.contains(word)
                        || CAUSED.contains(word)
                        || BY.contains(word)
                        || OF.contains(word)
                        || word.equals("because")
                        || word.equals("reaction")
                        || word.equals("toxicity"));
    }

    private static int column(Reading reading, Dictionary.Match name) {
        var near = near(reading, name);
        if (near.stream().anyMatch(TOO_LITTLE::contains)) {
            return UNDERDOSING;
        }
        if (near.stream().anyMatch(POISONING::contains)) {
            var all = reading.items().stream().map(Reading.Item::plain).toList();
            return all.stream().anyMatch(DELIBERATE::contains) && !all.contains("unintentional")
                    ? SELF_HARM
                    : all.contains("assault") ? ASSAULT : ACCIDENTAL;
        }
        if (!isCause(reading, name)) {
            return 0;
        }
        return isWronglyTaken(reading) ? ACCIDENTAL : ADVERSE;
    }

    /** "Due to accidental extra doses", "took twice the dose by mistake": an error of the dose or the drug is a poisoning. Source: Guidelines I.C.19.e.5.b. */
    private static boolean isWronglyTaken(Reading reading) {
        var error = false;
        var taken = false;
        for (var i = 0; i < reading.size(); i++) {
            error |= IN_ERROR.contains(reading.get(i).plain())
                    || TOO_MUCH.contains(reading.get(i).plain())
                            && i + 1 < reading.size()
                            && OF_A_DOSE.contains(reading.get(i + 1).plain());
            taken |= TAKEN.contains(reading.get(i).plain());
        }
        return error && taken;
    }

    /** "Steroid-induced", "due to chemotherapy", "adverse reaction to penicillin". */
    private static boolean isCause(Reading reading, Dictionary.Match name) {
        var next = name.last() + 1;
        if (next + 1 < reading.size()
                && reading.get(next).plain().equals("-")
                && reading.get(next + 1).plain().equals("induced")) {
            return true;
        }
        if (next < reading.size()
                && (EFFECT.contains(reading.get(next).plain())
                        || isSubject(reading, next)
                        || isStoppedFor(reading, next))) {
            return true;
        }
        if (next < reading.size() && reading.get(next).plain().equals("-")) {
            return false; // "due to an ACTH-secreting adenoma"
        }
        for (var at = Math.max(1, name.first() - 3); at < name.first(); at++) {
            var word = reading.get(at).plain();
            var before = reading.get(at - 1).plain();
            if (word.equals("to") && CAUSING.contains(before)
                    || word.equals("by") && BY.contains(before)
                    || word.equals("of") && before.equals("because")
                    || word.equals("of") && OF.contains(before)) {
                return next >= reading.size() || goesOn(reading.get(next));
            }
        }
        return false;
    }

    /** "Paclitaxel, which caused" */
    private static boolean isSubject(Reading reading, int next) {
        for (var i = next; i < Math.min(reading.size(), next + 5); i++) {
            var word = reading.get(i).plain();
            if (CAUSED.contains(word)) {
                return true;
            }
            if (word.equals(".") || word.equals(";")) {
                return false;
            }
        }
        return false;
    }

    /** "Azathioprine had to be stopped because of" */
    private static boolean isStoppedFor(Reading reading, int next) {
        var stopped = false;
        for (var i = next; i < Math.min(reading.size(), next + FAR); i++) {
            var word = reading.get(i).plain();
            if (word.equals(".") || word.equals(";")) {
                return false;
            }
            stopped |= STOPPED.contains(word);
            if (stopped && (word.equals("because") || word.equals("due"))) {
                return true;
            }
        }
        return false;
    }

    /** Behind the drug, as in "due to rituximab, which", "due to gentamicin required": not a word that makes something else of it, as in "due to insulin resistance". */
    private static boolean goesOn(Reading.Item next) {
        return next.cost() < 1
                || !Character.isLetter(next.plain().charAt(0))
                || next.plain().endsWith("ed")
                || GOING_ON.contains(next.plain());
    }

    private static List<String> near(Reading reading, Dictionary.Match name) {
        var words = new ArrayList<String>();
        for (var i = Math.max(0, name.first() - REACH_BACK); i < Math.min(reading.size(), name.last() + REACH); i++) {
            words.add(reading.get(i).plain());
        }
        return words;
    }
}
