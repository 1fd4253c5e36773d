package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.edittable.TestTables;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/**
 * The NCCI edit against the file itself: rows sampled from it, ended ones too, with all the rows of their pairs; both orders of the lines, with and without modifiers
 * (which take turns), on the days around each deletion. What is right is said by a slow reading of the file that shares nothing with the tables.
 */
class NcciOracleTest {
    private static final int SAMPLED = 100_000;
    private static final long SEED = 6;
    private static final List<List<String>> NONE = List.of(List.of(), List.of());
    /** An odd number, so that each comes in both orders of the lines. */
    private static final List<List<List<String>>> MODIFIERS = List.of(
            List.of(List.of("59"), List.of()),
            List.of(List.of(), List.of("XS")),
            List.of(List.of("25"), List.of()),
            List.of(List.of(), List.of("RT")),
            List.of(List.of("LT"), List.of("RT")),
            List.of(List.of("51"), List.of("76")),
            List.of(List.of(), List.of("26")));

    private static final Set<String> LIFTING = Set.of("59", "XS", "25", "RT", "LT");

    /** A row as the file has it. */
    private record Row(LocalDate deleted, String indicator) {}

    /** @param facility whether the claim is a hospital's */
    @ParameterizedTest
    @CsvSource({"ncci_ptp_practitioner_2024q3.csv.gz, false", "ncci_ptp_outpatient_2024q3_active.csv.gz, true"})
    void judgesAsTheFileDoes(String name, boolean facility) throws IOException {
        var tables = new TestTables().official(name).build();
        var pairs = rowsOf(name, sample(name));
        var facts = facility ? OfTables.facility(new Facts()) : new Facts();
        var wrong = new ArrayList<String>();
        var checked = 0L;
        var denied = 0L;
        var days = 0;
        for (var pair : pairs.keySet()) {
            var codes = pair.split(" ");
            for (var on : days(pairs, codes)) {
                var context = new EditContext(on, Set.of(), tables, SameDayHistory.NONE);
                var turn = MODIFIERS.get(days++ % MODIFIERS.size());
                for (var modifiers : List.of(NONE, NONE, turn)) {
                    var expected = denies(pairs, codes[0], codes[1], on, modifiers)
                            || denies(pairs, codes[1], codes[0], on, modifiers);
                    var order = checked % 2 == 0;
                    var found = order
                            ? finds(facts, context, codes[0], modifiers.get(0), codes[1], modifiers.get(1))
                            : finds(facts, context, codes[1], modifiers.get(1), codes[0], modifiers.get(0));
                    checked++;
                    denied += expected ? 1 : 0;
                    if (found != expected) {
                        wrong.add("%s on %s with %s".formatted(pair, on, modifiers));
                    }
                }
            }
        }
        System.out.printf("%s, seed %d: %,d verdicts, %,d of them denials%n", name, SEED, checked, denied);
        assertThat(wrong).isEmpty();
        assertThat(denied).isPositive().isLessThan(checked);
    }

    /** The pairs of rows drawn by reservoir, written "column1 column2". */
    private static Set<String> sample(String name) throws IOException {
        var random = new Random(SEED);
        var drawn = new ArrayList<String>(SAMPLED);
        try (var lines = lines(name)) {
            var seen = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (seen < SAMPLED) {
                    drawn.add(first(line) + " " + second(line));
                } else {
                    var place = random.nextInt(seen + 1);
                    if (place < SAMPLED) {
                        drawn.set(place, first(line) + " " + second(line));
                    }
                }
                seen++;
            }
        }
        return new HashSet<>(drawn);
    }

    /** All rows of the pairs, and of the pairs the other way round. */
    private static Map<String, List<Row>> rowsOf(String name, Set<String> pairs) throws IOException {
        var rows = new HashMap<String, List<Row>>();
        var reversed = new HashMap<String, List<Row>>();
        try (var lines = lines(name)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var first = first(line);
                var second = second(line);
                var pair = first + " " + second;
                if (pairs.contains(pair)) {
                    rows.computeIfAbsent(pair, any -> new ArrayList<>(2)).add(row(line));
                } else if (pairs.contains(second + " " + first)) {
                    reversed.computeIfAbsent(pair, any -> new ArrayList<>(2)).add(row(line));
                }
            }
        }
        rows.putAll(reversed);
        return rows;
    }

    /** Codes have five characters; one file has them in quotes, the other not. */
    private static String first(String line) {
        return line.startsWith("\"") ? line.substring(1, 6) : line.substring(0, 5);
    }

    private static String second(String line) {
        return line.startsWith("\"") ? line.substring(9, 14) : line.substring(6, 11);
    }

    private static Row row(String line) {
        var fields = line.replace("\"", "").split(",", 5);
        return new Row(LocalDate.parse(fields[2]), fields[3]);
    }

    private static BufferedReader lines(String name) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TestTables.official(name, true)), 1 << 16),
                StandardCharsets.UTF_8));
        reader.readLine(); // the names of the columns
        return reader;
    }

    private static Set<LocalDate> days(Map<String, List<Row>> pairs, String[] codes) {
        var days = new TreeSet<LocalDate>();
        days.add(LocalDate.of(2024, 7, 1));
        for (var pair : List.of(codes[0] + " " + codes[1], codes[1] + " " + codes[0])) {
            for (var row : pairs.getOrDefault(pair, List.of())) {
                if (row.deleted().getYear() < 9999) {
                    days.add(row.deleted().minusDays(1));
                    days.add(row.deleted());
                    days.add(row.deleted().plusDays(1));
                }
            }
        }
        return days;
    }

    /** The row in force is the one with the smallest deletion date that is not before the day. */
    private static boolean denies(
            Map<String, List<Row>> pairs, String column1, String column2, LocalDate on, List<List<String>> modifiers) {
        Row inForce = null;
        for (var row : pairs.getOrDefault(column1 + " " + column2, List.of())) {
            if (!row.deleted().isBefore(on) && (inForce == null || row.deleted().isBefore(inForce.deleted()))) {
                inForce = row;
            }
        }
        if (inForce == null || inForce.indicator().equals("9")) {
            return false;
        }
        var lifted = modifiers.stream().flatMap(List::stream).anyMatch(LIFTING::contains);
        return inForce.indicator().equals("0") || !lifted;
    }

    private static boolean finds(
            Facts facts,
            EditContext context,
            String first,
            List<String> ofFirst,
            String second,
            List<String> ofSecond) {
        var on = context.today();
        var claim = facts.lines(line(1, first, ofFirst, on), line(2, second, ofSecond, on))
                .build();
        var found = new ArrayList<Finding>();
        new NcciPair().check(new KnownClaim(claim, context), found::add);
        return !found.isEmpty();
    }

    private static EncounterCoded.Line line(int number, String procedure, List<String> modifiers, LocalDate on) {
        return new EncounterCoded.Line(number, procedure, modifiers, BigDecimal.ONE, 100, on, List.of(1));
    }
}
