package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.notetext.Sentence;

/**
 * What one place of an entry says of all of it: the cell of a table's row that has a status or a relative ("Asthma | Resolved", "Mother | Breast cancer"), the line with
 * the clinical or verification status beside the one with the code in the narrative of a FHIR Condition.
 */
final class Entries {
    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern LABELLED = Pattern.compile("\\s*([A-Za-z][A-Za-z ]{0,38}?)\\s*:\\s*(\\S.*)");
    private static final Set<String> STATUS_LABELS = Set.of(
            "status",
            "clinical status",
            "clinicalstatus",
            "verification status",
            "verificationstatus",
            "verification",
            "problem status",
            "condition status",
            "concern status",
            "diagnosis status");
    private static final Set<String> SUBJECTS =
            Set.of("code", "condition", "problem", "diagnosis", "name", "problem name", "condition name", "display");

    private final Map<String, Assertion> statuses = new HashMap<>();
    private final Map<String, Assertion> answers = new HashMap<>();
    private final Set<String> relatives = new HashSet<>();
    private final Set<String> ofRelatives = new HashSet<>();

    /** @param rows kind, phrases parted by semicolons */
    Entries(List<String[]> rows) {
        for (var row : rows) {
            var phrases = Arrays.stream(row[1].split(";")).map(String::strip).toList();
            switch (row[0]) {
                case "relative" -> relatives.addAll(phrases);
                case "of-relative" -> ofRelatives.addAll(phrases);
                case "answer" -> phrases.forEach(phrase -> answers.put(phrase, Assertion.NEGATED));
                default -> {
                    var says = Assertion.valueOf(row[0].toUpperCase(Locale.ROOT));
                    phrases.forEach(phrase -> statuses.put(phrase, says));
                }
            }
        }
    }

    static Entries shipped() {
        return new Entries(DataFile.rows("cac/entries.tsv"));
    }

    /** A stretch of the text and what is said of all of it. */
    private record Said(int start, int end, Assertion assertion) {}

    /** @return for each sentence what its entry says of it, or null */
    @Nullable
    Assertion[] of(String text, List<Sentence> sentences) {
        var said = said(text);
        var all = new Assertion[sentences.size()];
        for (var one : said) {
            for (var i = 0; i < all.length; i++) {
                var start = sentences.get(i).start();
                if (start >= one.start() && start < one.end()) {
                    all[i] = stronger(all[i], one.assertion());
                }
            }
        }
        return all;
    }

    private List<Said> said(String text) {
        var said = new ArrayList<Said>();
        var subjects = new ArrayList<Said>();
        var labels = new HashSet<String>();
        Assertion status = null;
        var lines = LINE.matcher(text);
        while (lines.find()) {
            var line = lines.group();
            if (line.isBlank()) {
                continue;
            }
            if (line.indexOf('|') >= 0) {
                var ofRow = ofRow(line);
                if (ofRow != null) {
                    said.add(new Said(lines.start(), lines.end(), ofRow));
                }
            }
            var labelled = LABELLED.matcher(line);
            var label = labelled.matches() ? labelled.group(1).toLowerCase(Locale.ROOT) : "";
            if (label.isEmpty() || !labels.add(label)) {
                close(said, subjects, status);
                status = null;
                labels.clear();
                labels.add(label);
            }
            if (STATUS_LABELS.contains(label)) {
                status = stronger(status, statuses.get(letters(labelled.group(2))));
            } else if (SUBJECTS.contains(label)) {
                subjects.add(new Said(lines.start(), lines.end(), Assertion.PRESENT));
            }
        }
        close(said, subjects, status);
        return said;
    }

    private static void close(List<Said> said, List<Said> subjects, @Nullable Assertion status) {
        if (status != null) {
            subjects.forEach(subject -> said.add(new Said(subject.start(), subject.end(), status)));
        }
        subjects.clear();
    }

    private @Nullable Assertion ofRow(String line) {
        var cells = Arrays.stream(line.split("\\|"))
                .map(Entries::letters)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (cells.size() < 2) {
            return null;
        }
        Assertion says = null;
        for (var cell : cells) {
            says = stronger(says, statuses.get(cell));
            if (cells.size() == 2) {
                says = stronger(says, answers.get(cell));
            }
            if (isRelative(cell)) {
                says = stronger(says, Assertion.FAMILY);
            }
        }
        return says;
    }

    private boolean isRelative(String cell) {
        var words = List.of(cell.split(" "));
        return words.stream().anyMatch(relatives::contains)
                && words.stream().allMatch(word -> relatives.contains(word) || ofRelatives.contains(word));
    }

    /** A cell's words: dates, numbers, marks and what stands in brackets make no difference. */
    private static String letters(String cell) {
        var words = IN_BRACKETS.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return NO_LETTERS.matcher(words).replaceAll(" ").strip();
    }

    private static @Nullable Assertion stronger(@Nullable Assertion one, @Nullable Assertion other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }
}
