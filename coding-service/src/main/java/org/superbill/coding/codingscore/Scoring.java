package org.superbill.coding.codingscore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.CodedLine;
import org.superbill.coding.codingcase.StayProcedure;

/** Compares a coding with the right one, code by code. */
public final class Scoring {
    private static final int CATEGORY_LENGTH = 3;

    private final CaseCoding coded;
    private final CaseCoding right;
    private final List<CodeError> errors = new ArrayList<>();
    private int items;

    private Scoring(CaseCoding coded, CaseCoding right) {
        this.coded = coded;
        this.right = right;
    }

    public static Score compare(CaseCoding coded, CaseCoding right) {
        var scoring = new Scoring(coded, right);
        scoring.diagnoses();
        scoring.presentOnAdmission();
        scoring.lines();
        scoring.procedures();
        return new Score(scoring.items, scoring.items - scoring.errors.size(), scoring.errors);
    }

    private void diagnoses() {
        var missing = new ArrayList<>(right.diagnoses());
        missing.removeAll(coded.diagnoses());
        for (var i = 0; i < coded.diagnoses().size(); i++) {
            var code = coded.diagnoses().get(i);
            if (coded.diagnoses().indexOf(code) < i) {
                item(
                        false,
                        difference(
                                "/diagnoses/" + i,
                                code,
                                Optional.empty())); // the same once more is none that is wanted
                continue;
            }
            if (right.diagnoses().contains(code)) {
                item(i != 0 || right.diagnoses().get(0).equals(code), sequence(code));
                continue;
            }
            var instead = missing.stream()
                    .filter(candidate -> category(candidate).equals(category(code)))
                    .findFirst();
            instead.ifPresent(missing::remove);
            item(false, difference("/diagnoses/" + i, code, instead));
        }
        missing.forEach(code -> item(false, new CodeError(ErrorKind.MISSING, "/diagnoses", null, code)));
    }

    private CodeError sequence(String code) {
        var principal = right.diagnoses().isEmpty() ? null : right.diagnoses().get(0);
        return new CodeError(ErrorKind.SEQUENCE, "/diagnoses/0", code, principal);
    }

    private static CodeError difference(String pointer, String code, Optional<String> instead) {
        return new CodeError(
                instead.isPresent() ? ErrorKind.WRONG : ErrorKind.EXTRA, pointer, code, instead.orElse(null));
    }

    private static String category(String diagnosis) {
        return diagnosis.substring(0, Math.min(CATEGORY_LENGTH, diagnosis.length()));
    }

    /** Of the diagnoses that both have. */
    private void presentOnAdmission() {
        for (var i = 0; i < coded.diagnoses().size(); i++) {
            var there = right.diagnoses().indexOf(coded.diagnoses().get(i));
            var first = coded.diagnoses().indexOf(coded.diagnoses().get(i)) == i;
            if (first && there >= 0 && there < right.presentOnAdmission().size()) {
                var said = i < coded.presentOnAdmission().size()
                        ? coded.presentOnAdmission().get(i)
                        : null;
                var correct = right.presentOnAdmission().get(there);
                item(
                        correct.equals(said),
                        new CodeError(ErrorKind.PRESENT_ON_ADMISSION, "/presentOnAdmission/" + i, said, correct));
            }
        }
    }

    private void lines() {
        var numbers = coded.lines().stream().map(CodedLine::lineNumber).toList();
        for (var i = 0; i < coded.lines().size(); i++) {
            var line = coded.lines().get(i);
            var correct = line(right, line.lineNumber());
            var pointer = "/lines/" + i;
            if (correct.isEmpty() || numbers.indexOf(line.lineNumber()) < i) {
                item(false, new CodeError(ErrorKind.EXTRA, pointer, line.procedureCode(), null));
            } else {
                line(pointer, line, correct.get());
            }
        }
        right.lines().stream()
                .filter(line -> line(coded, line.lineNumber()).isEmpty())
                .forEach(line -> item(false, new CodeError(ErrorKind.MISSING, "/lines", null, line.procedureCode())));
    }

    private void line(String pointer, CodedLine line, CodedLine correct) {
        item(
                line.procedureCode().equals(correct.procedureCode()),
                new CodeError(
                        ErrorKind.WRONG, pointer + "/procedureCode", line.procedureCode(), correct.procedureCode()));
        if (!line.modifiers().isEmpty() || !correct.modifiers().isEmpty()) {
            item(
                    new HashSet<>(line.modifiers()).equals(new HashSet<>(correct.modifiers())),
                    new CodeError(
                            ErrorKind.MODIFIER,
                            pointer + "/modifiers",
                            String.join(" ", line.modifiers()),
                            String.join(" ", correct.modifiers())));
        }
        item(
                line.units().compareTo(correct.units()) == 0,
                new CodeError(
                        ErrorKind.UNITS,
                        pointer + "/units",
                        line.units().toPlainString(),
                        correct.units().toPlainString()));
        var points = pointed(coded, line);
        var shouldPoint = pointed(right, correct);
        if (!points.isEmpty() || !shouldPoint.isEmpty()) {
            item(
                    points.equals(shouldPoint),
                    new CodeError(
                            ErrorKind.POINTER,
                            pointer + "/diagnosisPointers",
                            String.join(" ", points),
                            String.join(" ", shouldPoint)));
        }
    }

    /** What a line points to, in its order: positions differ where the diagnoses do. */
    private static List<String> pointed(CaseCoding coding, CodedLine line) {
        return line.diagnosisPointers().stream()
                .filter(position ->
                        position >= 1 && position <= coding.diagnoses().size())
                .map(position -> coding.diagnoses().get(position - 1))
                .toList();
    }

    private static Optional<CodedLine> line(CaseCoding coding, int lineNumber) {
        return coding.lines().stream()
                .filter(line -> line.lineNumber() == lineNumber)
                .findFirst();
    }

    private void procedures() {
        var missing = new ArrayList<>(
                right.procedures().stream().map(StayProcedure::code).toList());
        for (var i = 0; i < coded.procedures().size(); i++) {
            var code = coded.procedures().get(i).code();
            item(missing.remove(code), new CodeError(ErrorKind.EXTRA, "/procedures/" + i, code, null));
        }
        missing.forEach(code -> item(false, new CodeError(ErrorKind.MISSING, "/procedures", null, code)));
    }

    private void item(boolean isRight, CodeError otherwise) {
        items++;
        if (!isRight) {
            errors.add(otherwise);
        }
    }
}
