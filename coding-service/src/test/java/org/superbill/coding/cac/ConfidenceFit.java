package org.superbill.coding.cac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/**
 * Fits the weights of {@link Confidence} by logistic regression, ridged, on the notes of the calibration folder and, with less weight, the tuning half: never on what is
 * kept for reporting. {@code ConfidenceFit [folder of notes] [file to write]}; it prints how it does on a tenth that it was not fitted on, ten times.
 */
final class ConfidenceFit {
    private static final double RIDGE = 1;
    private static final double TUNED_ON = 0.6;
    private static final int FOLDS = 10;
    private static final int STEPS = 60;

    /** Causes of errors were looked for in these notes, so that the engine does better on them than on others: by so much are the odds (their logarithm) lowered. */
    private static final double SEEN = 0.3;

    private static final double[] CURVE = {0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9};

    /** @param note its place in the order of all notes: the notes of a fold are left out together */
    private record Case(int note, boolean isRight, double weight, Map<String, Double> traits) {}

    private ConfidenceFit() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var cac = new Cac(ShippedBook.of("2026"));
        var cases = new ArrayList<Case>();
        var calibration = GoldNote.all(folder.resolve("calibration"));
        var tuning = GoldNote.all(folder.resolve("notes")).stream()
                .filter(note -> !note.isForReporting())
                .toList();
        var number = 0;
        var gold = 0;
        for (var note : Stream.concat(calibration.stream(), tuning.stream()).toList()) {
            var right = new HashSet<>(note.diagnoses());
            var at = number++;
            var weight = calibration.contains(note) ? 1 : TUNED_ON;
            gold += weight == 1 ? right.size() : 0;
            cac.each(
                    NoteText.of(note.text(), NoteFormat.TEXT),
                    note.encounter(),
                    (candidate, traits) -> cases.add(new Case(at, right.contains(candidate.code()), weight, traits)));
        }
        report(cases, gold);
        var weights = lowered(fit(cases));
        var lines = new ArrayList<String>();
        lines.add(
                "# Weights of what tells right proposals from wrong ones: trait, weight. Fitted by ConfidenceFit (among the tests); not written by hand.");
        weights.forEach((trait, weight) -> lines.add(String.format(Locale.ROOT, "%s\t%.3f", trait, weight)));
        Files.write(Path.of(args[1]), lines);
    }

    /** Cross-validated, on the calibration notes alone. */
    private static void report(List<Case> cases, int gold) {
        var judged = new ArrayList<double[]>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var out = fold;
            var confidence = new Confidence(lowered(
                    fit(cases.stream().filter(c -> c.note() % FOLDS != out).toList())));
            cases.stream()
                    .filter(c -> c.note() % FOLDS == out && c.weight() == 1)
                    .forEach(c -> judged.add(new double[] {confidence.of(c.traits()), c.isRight() ? 1 : 0}));
        }
        for (var threshold : CURVE) {
            var proposed = judged.stream().filter(c -> c[0] >= threshold).toList();
            var right = proposed.stream().filter(c -> c[1] == 1).count();
            System.out.printf(
                    Locale.ROOT,
                    "threshold %.2f  precision %.3f  recall %.3f%n",
                    threshold,
                    (double) right / Math.max(1, proposed.size()),
                    (double) right / gold);
        }
    }

    private static Map<String, Double> lowered(Map<String, Double> weights) {
        var lowered = new TreeMap<>(weights);
        lowered.merge("always", -SEEN, Double::sum);
        return lowered;
    }

    /** Newton's method. */
    private static Map<String, Double> fit(List<Case> cases) {
        var names = List.copyOf(new TreeSet<>(
                cases.stream().flatMap(c -> c.traits().keySet().stream()).toList()));
        var n = names.size();
        var weights = new double[n];
        for (var step = 0; step < STEPS; step++) {
            var gradient = new double[n];
            var hessian = new double[n][n];
            for (var c : cases) {
                var x = names.stream()
                        .mapToDouble(name -> c.traits().getOrDefault(name, 0.0))
                        .toArray();
                var score = 0.0;
                for (var i = 0; i < n; i++) {
                    score += weights[i] * x[i];
                }
                var p = 1 / (1 + Math.exp(-score));
                for (var i = 0; i < n; i++) {
                    gradient[i] += c.weight() * ((c.isRight() ? 1 : 0) - p) * x[i];
                    for (var j = 0; j < n && x[i] != 0; j++) {
                        hessian[i][j] += c.weight() * p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            for (var i = 0; i < n; i++) {
                var ridge = names.get(i).equals("always") ? 1e-6 : RIDGE;
                gradient[i] -= ridge * weights[i];
                hessian[i][i] += ridge;
            }
            var move = solved(hessian, gradient);
            for (var i = 0; i < n; i++) {
                weights[i] += move[i];
            }
        }
        var fitted = new TreeMap<String, Double>();
        for (var i = 0; i < n; i++) {
            fitted.put(names.get(i), weights[i]);
        }
        return fitted;
    }

    /** Gauss elimination with pivots; both arguments are used up. */
    private static double[] solved(double[][] a, double[] b) {
        var n = b.length;
        for (var column = 0; column < n; column++) {
            var pivot = column;
            for (var row = column + 1; row < n; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            var line = a[column];
            a[column] = a[pivot];
            a[pivot] = line;
            var value = b[column];
            b[column] = b[pivot];
            b[pivot] = value;
            for (var row = column + 1; row < n; row++) {
                var factor = a[row][column] / a[column][column];
                for (var k = column; k < n; k++) {
                    a[row][k] -= factor * a[column][k];
                }
                b[row] -= factor * b[column];
            }
        }
        for (var row = n - 1; row >= 0; row--) {
            for (var k = row + 1; k < n; k++) {
                b[row] -= a[row][k] * b[k];
            }
            b[row] /= a[row][row];
        }
        return b;
    }
}
