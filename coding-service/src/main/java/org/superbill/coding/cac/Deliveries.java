package org.superbill.coding.cac;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mother's record of a birth has its outcome, and where nothing else was wrong the normal delivery. Source: ICD-10-CM Official Guidelines I.C.15.b.5 (Z37 on every maternal record
 * with a delivery) and I.C.15.n (O80: full term, one healthy infant, no complication).
 */
final class Deliveries {
    private static final String CHILD = "(?:infant|boy|girl|newborn|baby|babies|neonate|child)";
    private static final Pattern BORN = Pattern.compile(
            "(?i)\\b(?:live ?born|live[- ]born|live|healthy|viable|vigorous)\\b(?: [\\w-]+){0,3} " + CHILD
                    + "\\b|\\b(?:live|viable) (?:male|female)\\b|\\bliveborn\\b|\\b" + CHILD
                    + " (?:was )?born alive\\b");
    private static final Pattern HERE = Pattern.compile(
            "(?i)\\b(?:vaginal|cesarean|caesarean|operative|spontaneous|forceps|breech) (?:delivery|birth|section)\\b|\\bdelivered (?:vaginally|a|an|by|spontaneously)\\b|\\b(?:gave|giving) birth\\b|\\bNSVD\\b|\\bSVD\\b");
    private static final Pattern VAGINAL = Pattern.compile("(?i)\\bvaginal(?:ly)?\\b|\\bNSVD\\b|\\bSVD\\b");
    private static final Pattern OTHERWISE = Pattern.compile(
            "(?i)\\bcesarean|\\bcaesarean|\\bC[- ]?section|\\bforceps|\\bvacuum|\\bbreech|\\btwins?\\b|\\btriplets?\\b|\\bpreterm|\\bpremature|\\bpostpartum day|\\bprevious(?:ly)?\\b|\\bhistory of\\b|\\bin (?:19|20)\\d\\d\\b|\\bG\\d+P\\d+.*\\bprior\\b|\\bcomplicat|\\bh(?:a)?emorrhage|\\blaceration|\\btear\\b|\\bepisiotomy");
    private static final Pattern STILLBORN = Pattern.compile(
            "(?i)\\bstill ?-?born|\\bstillbirth|\\b(?:intrauterine )?fetal (?:death|demise)|\\bIUFD\\b");
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\btwins?\\b|\\btriplets?\\b|\\bquadruplets?\\b");
    private static final Pattern PAST = Pattern.compile(
            "(?i)\\b(?:history|previous(?:ly)?|(?:days?|weeks?|months?) (?:after|post|ago|status post)|prior|last|first|earlier|years ago|both born|was born|were born|at birth|her (?:\\w+ )?(?:children|sons?|daughters?)|in (?:19|20)\\d\\d)\\b");
    private static final int FULL_TERM = 37;

    private Deliveries() {}

    /** Of a woman's record, not of the child's. */
    static void apply(Candidates codes, ReadNote note) {
        if (codes.has("Z37", "O00", "O01", "O02", "O03", "O04") || note.has(SEVERAL)) {
            normal(codes, note);
            return;
        }
        var here = HERE.matcher(note.text());
        while (here.find()) {
            var sentence = sentence(note, here.start());
            if (PAST.matcher(sentence).find() || note.assertionAt(here.start()) != Assertion.PRESENT) {
                continue;
            }
            var still = ofThisBirth(note, STILLBORN);
            var born = ofThisBirth(note, BORN);
            if (still.isPresent()) {
                outcome(codes, "Z371", "Single stillbirth", still.get());
            } else if (born.isPresent()) {
                outcome(codes, "Z370", "Single live birth", born.get());
            }
            break;
        }
        normal(codes, note);
    }

    /** Neither denied nor of an earlier one. */
    private static Optional<MatchResult> ofThisBirth(ReadNote note, Pattern words) {
        return words.matcher(note.text())
                .results()
                .filter(said -> note.assertionAt(said.start()) == Assertion.PRESENT)
                .filter(said -> !PAST.matcher(sentence(note, said.start())).find())
                .findFirst();
    }

    private static void outcome(Candidates codes, String code, String path, MatchResult said) {
        codes.add(code, List.of(Measures.mention("Z37", path, said.start(), said.end())))
                .because("Guidelines I.C.15.b.5: the outcome of the delivery is of every record that has one");
    }

    private static void normal(Candidates codes, ReadNote note) {
        var alive = codes.find("Z370");
        var weeks = note.weeks().map(Measures.Found::value).orElse(FULL_TERM);
        var vaginal = VAGINAL.matcher(note.text());
        if (alive.isPresent()
                && weeks >= FULL_TERM
                && vaginal.find()
                && !OTHERWISE.matcher(note.text()).find()
                && codes.all("O").stream().allMatch(other -> other.begins("O80"))) {
            codes.drop(new Candidate("O80"));
            codes.add("O80", alive.get().mentions())
                    .seenIn(List.of(Measures.mention("O80", "Delivery, vaginal", vaginal.start(), vaginal.end())))
                    .because(
                            "Guidelines I.C.15.n.1: a normal delivery at full term of one healthy infant, and nothing else is said");
        }
    }

    private static String sentence(ReadNote note, int at) {
        return note.sentences().stream()
                .filter(one -> one.start() <= at && at < one.end())
                .findFirst()
                .map(one -> note.text().substring(one.start(), one.end()))
                .orElse("");
    }
}
