package org.superbill.coding.codingscore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.CodedLine;
import org.superbill.coding.codingcase.StayProcedure;

/** Compares a coding with the right one, code by code. A mistake counts once: what follows from it elsewhere is no further one. */
public final class Scoring {
    private final CaseCoding coded;
    private final CaseCoding right;
    private final Meant diagnoses;
    private final List<CodeError> errors = new ArrayList<>();
    private int items;
    private int wrong;

    private Scoring(CaseCoding coded, CaseCoding right) {
        this.coded = coded;
        this.right = right;
        diagnoses = new Meant(coded.diagnoses(), right.diagnoses());
    }

    public static Score compare(CaseCoding coded, CaseCoding right) {
        var scoring = new Scoring(coded, right);
        scoring.diagnoses();
        scoring.lines();
        scoring.procedures();
        return new Score(scoring.items, scoring.items - scoring.wrong, scoring.errors);
    }

    private void diagnoses() {
        for (var i = 0; i < coded.diagnoses().size(); i++) {
            var code = coded.diagnoses().get(i);
            var meant = diagnoses.by(i);
            code(
                    code.equals(meant)
                            ? Stream.concat(sequence(i), presentOnAdmission(i))
                            : Stream.of(difference("/diagnoses/" + i, code, meant)));
        }
        missing("/diagnoses", diagnoses);
    }

    private Stream<CodeError> sequence(int place) {
        var code = coded.diagnoses().get(place);
        var principal = right.diagnoses().get(0);
        return place != 0 || code.equals(principal)
                ? Stream.empty()
                : Stream.of(new CodeError(ErrorKind.SEQUENCE, "/diagnoses/0", code, principal));
    }

    /** Of a diagnosis that both have. */
    private Stream<CodeError> presentOnAdmission(int place) {
        var there = right.diagnoses().indexOf(coded.diagnoses().get(place));
        if (there >= right.presentOnAdmission().size()) {
            return Stream.empty();
        }
        var said = place < coded.presentOnAdmission().size()
                ? coded.presentOnAdmission().get(place)
                : null;
        var correct = right.presentOnAdmission().get(there);
        return correct.equals(said)
                ? Stream.empty()
                : Stream.of(
                        new CodeError(ErrorKind.PRESENT_ON_ADMISSION, "/presentOnAdmission/" + place, said, correct));
    }

    private void lines() {
        var numbers = coded.lines().stream().map(CodedLine::lineNumber).toList();
        for (var i = 0; i < coded.lines().size(); i++) {
            var line = coded.lines().get(i);
            var correct = line(right, line.lineNumber());
            var pointer = "/lines/" + i;
            code(
                    correct.isEmpty() || numbers.indexOf(line.lineNumber()) < i
                            ? Stream.of(difference(pointer, line.procedureCode(), null))
                            : line(pointer, line, correct.get()));
        }
        right.lines().stream()
                .filter(line -> line(coded, line.lineNumber()).isEmpty())
                .forEach(line -> missing("/lines", line.procedureCode()));
    }

    private Stream<CodeError> line(String pointer, CodedLine line, CodedLine correct) {
        var found = new ArrayList<CodeError>();
        if (!line.procedureCode().equals(correct.procedureCode())) {
            found.add(difference(pointer + "/procedureCode", line.procedureCode(), correct.procedureCode()));
        }
        if (!new HashSet<>(line.modifiers()).equals(new HashSet<>(correct.modifiers()))) {
            found.add(new CodeError(
                    ErrorKind.MODIFIER,
                    pointer + "/modifiers",
                    String.join(" ", line.modifiers()),
                    String.join(" ", correct.modifiers())));
        }
        if (line.units().compareTo(correct.units()) != 0) {
            found.add(new CodeError(
                    ErrorKind.UNITS,
                    pointer + "/units",
                    line.units().toPlainString(),
                    correct.units().toPlainString()));
        }
        if (!pointsRight(line, correct)) {
            found.add(new CodeError(
                    ErrorKind.POINTER,
                    pointer + "/diagnosisPointers",
                    String.join(" ", pointed(coded, line)),
                    String.join(" ", pointed(right, correct))));
        }
        return found.stream();
    }

    /**
     * Whether a line points to what it should, as far as it can: to a diagnosis that is wrong where another should stand, and not to one that is missing. Where the positions
     * are the same, what they differ in is the diagnoses, which count there.
     */
    private boolean pointsRight(CodedLine line, CodedLine correct) {
        if (line.diagnosisPointers().equals(correct.diagnosisPointers())) {
            return true;
        }
        var meant = positions(coded, line)
                .map(position -> diagnoses.pointedTo(position - 1))
                .filter(Objects::nonNull)
                .toList();
        var wanted = pointed(right, correct);
        var there = wanted.stream()
                .filter(code -> !diagnoses.missing().contains(code))
                .toList();
        return there.equals(meant) || there.isEmpty() && !wanted.isEmpty();
    }

    /** What a line points to, in its order: positions differ where the diagnoses do. */
    private static List<String> pointed(CaseCoding coding, CodedLine line) {
        return positions(coding, line)
                .map(position -> coding.diagnoses().get(position - 1))
                .toList();
    }

    private static Stream<Integer> positions(CaseCoding coding, CodedLine line) {
        return line.diagnosisPointers().stream()
                .filter(position ->
                        position >= 1 && position <= coding.diagnoses().size());
    }

    private static Optional<CodedLine> line(CaseCoding coding, int lineNumber) {
        return coding.lines().stream()
                .filter(line -> line.lineNumber() == lineNumber)
                .findFirst();
    }

    private void procedures() {
        var codes = coded.procedures().stream().map(StayProcedure::code).toList();
        var procedures = new Meant(
                codes, right.procedures().stream().map(StayProcedure::code).toList());
        for (var i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            var meant = procedures.by(i);
            code(code.equals(meant) ? Stream.empty() : Stream.of(difference("/procedures/" + i, code, meant)));
        }
        missing("/procedures", procedures);
    }

    /** @param instead null where nothing should be */
    private static CodeError difference(String pointer, String code, @Nullable String instead) {
        return new CodeError(instead == null ? ErrorKind.EXTRA : ErrorKind.WRONG, pointer, code, instead);
    }

    private void missing(String list, Meant codes) {
        codes.missing().forEach(code -> missing(list, code));
    }

    private void missing(String list, String code) {
        code(Stream.of(new CodeError(ErrorKind.MISSING, list, null, code)));
    }

    private void code(Stream<CodeError> wrongAboutIt) {
        var before = errors.size();
        wrongAboutIt.forEach(errors::add);
        items++;
        wrong += errors.size() > before ? 1 : 0;
    }
}
