package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Wounds that were closed, by kind of repair, place and length; lengths of one kind and group of places are added up and coded once. Source: CPT, repair (closure), in
 * our own words.
 */
final class WoundRepairs {
    private static final Pattern CLOSED = Pattern.compile(
            "(?i)\\brepair(?:ed)?\\b|\\bsutur(?:ed|es)\\b|\\bstapled\\b|\\bclosed with\\b|dermabond|tissue adhesive");
    private static final Pattern LAYERS =
            Pattern.compile("(?i)\\blayer(?:s|ed)\\b|\\bintermediate\\b|\\bdeep sutures\\b");
    private static final Pattern COMPLEX = Pattern.compile("(?i)\\bcomplex\\b");
    private static final Pattern WOUND = Pattern.compile("(?i)\\blac\\w*\\b|\\bwound|\\bcut\\b");
    private static final Pattern LENGTH = Pattern.compile("(?i)(\\d{1,2}(?:\\.\\d+)?) ?-?cm\\b");
    private static final Pattern FACE =
            Pattern.compile("(?i)\\b(?:face|facial|forehead|cheek|chin|lip|eyelid|nose|ear|eyebrow)\\b");
    private static final int BESIDE = 40;

    /** Codes by the greatest length in centimeters that they are for. */
    private record Row(double to, String code) {}

    private static final List<Row> SIMPLE = List.of(
            new Row(2.5, "12001"),
            new Row(7.5, "12002"),
            new Row(12.5, "12004"),
            new Row(20, "12005"),
            new Row(30, "12006"),
            new Row(1000, "12007"));
    private static final List<Row> SIMPLE_OF_FACE = List.of(
            new Row(2.5, "12011"),
            new Row(5, "12013"),
            new Row(7.5, "12014"),
            new Row(12.5, "12015"),
            new Row(20, "12016"),
            new Row(30, "12017"),
            new Row(1000, "12018"));
    private static final List<Row> LAYERED = List.of(
            new Row(2.5, "12031"),
            new Row(7.5, "12032"),
            new Row(12.5, "12034"),
            new Row(20, "12035"),
            new Row(30, "12036"),
            new Row(1000, "12037"));
    private static final List<Row> LAYERED_OF_FACE = List.of(
            new Row(2.5, "12051"),
            new Row(5, "12052"),
            new Row(7.5, "12053"),
            new Row(12.5, "12054"),
            new Row(20, "12055"),
            new Row(30, "12056"),
            new Row(1000, "12057"));

    /** Lengths of one kind, with where the note says them. */
    private static final class Sum {
        private double centimeters;
        private int start = Integer.MAX_VALUE;
        private int end;

        void add(double length, int from, int behind) {
            centimeters += length;
            start = Math.min(start, from);
            end = Math.max(end, behind);
        }
    }

    private WoundRepairs() {}

    /** Of several notes that measure the wounds the one that measures most: another that tells of them again does not make them longer. */
    static List<Procedure> of(Visit visit) {
        var text = visit.text();
        return visit.notes().stream()
                .map(note -> of(text, note))
                .filter(repairs -> repairs.centimeters() > 0)
                .max(Comparator.comparingDouble(Repairs::centimeters))
                .orElseGet(() ->
                        of(text, new Span(0, text.length()))) // one describes the wound, another how it was closed
                .codes();
    }

    /** What one note tells. */
    private record Repairs(double centimeters, List<Procedure> codes) {
        static final Repairs NONE = new Repairs(0, List.of());
    }

    private static Repairs of(String text, Span note) {
        if (!WOUND.matcher(text).find()) {
            return Repairs.NONE;
        }
        var sentences = sentences(text, note);
        var closing =
                sentences.stream().filter(sentence -> isClosed(text, sentence)).toList();
        if (closing.isEmpty()) {
            return Repairs.NONE;
        }
        var said = text.substring(closing.get(0)[0], closing.get(closing.size() - 1)[1]);
        if (COMPLEX.matcher(said).find()) {
            return Repairs.NONE; // which depends on more than length and place
        }
        var face = new Sum();
        var elsewhere = new Sum();
        closing.forEach(sentence -> measure(text, sentence, face, elsewhere));
        if (face.centimeters + elsewhere.centimeters == 0) { // told where the wound is described
            sentences.stream()
                    .filter(sentence -> WOUND.matcher(text.substring(sentence[0], sentence[1]))
                            .find())
                    .forEach(sentence -> measure(text, sentence, face, elsewhere));
        }
        var layered = LAYERS.matcher(said).find();
        var found = new ArrayList<Procedure>();
        add(found, face, layered ? LAYERED_OF_FACE : SIMPLE_OF_FACE, layered, " of the face");
        add(found, elsewhere, layered ? LAYERED : SIMPLE, layered, "");
        return new Repairs(face.centimeters + elsewhere.centimeters, found);
    }

    private static boolean isClosed(String text, int[] sentence) {
        var closed = CLOSED.matcher(text).region(sentence[0], sentence[1]);
        return closed.find() && Done.isDone(text, closed.start(), closed.end());
    }

    private static void measure(String text, int[] sentence, Sum face, Sum elsewhere) {
        var length = LENGTH.matcher(text).region(sentence[0], sentence[1]);
        while (length.find()) {
            var beside = text.substring(
                    Math.max(sentence[0], length.start() - BESIDE), Math.min(sentence[1], length.end() + BESIDE));
            (FACE.matcher(beside).find() ? face : elsewhere)
                    .add(Double.parseDouble(length.group(1)), length.start(), length.end());
        }
    }

    private static void add(List<Procedure> found, Sum sum, List<Row> rows, boolean layered, String where) {
        if (sum.centimeters == 0) {
            return;
        }
        var fits = 0;
        while (sum.centimeters > rows.get(fits).to()) {
            fits++;
        }
        var code = rows.get(fits).code();
        var neighbour = fits + 1 < rows.size()
                ? Procedure.not(
                        rows.get(fits + 1).code(),
                        "there it is of more than %s cm"
                                .formatted(rows.get(fits).to()))
                : Procedure.not(
                        rows.get(fits - 1).code(),
                        "there it is of up to %s cm"
                                .formatted(rows.get(fits - 1).to()));
        found.add(OfficeProcedures.procedure(
                code,
                (layered ? "Layered repair of wounds" : "Simple repair of wounds") + where,
                1,
                sum.start,
                sum.end,
                neighbour,
                sum.centimeters + " cm altogether"));
    }

    /** Places of the sentences; the point of a number ends none. */
    private static List<int[]> sentences(String text, Span note) {
        var sentences = new ArrayList<int[]>();
        var start = note.start();
        for (var at = start; at <= note.end(); at++) {
            var ends = at == note.end()
                    || text.charAt(at) == '\n'
                    || text.charAt(at) == '.' && (at + 1 == note.end() || Character.isWhitespace(text.charAt(at + 1)));
            if (ends) {
                sentences.add(new int[] {start, at});
                start = Math.min(at + 1, note.end());
            }
        }
        return sentences;
    }
}
