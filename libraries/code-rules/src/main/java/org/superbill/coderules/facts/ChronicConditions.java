package org.superbill.coderules.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.superbill.coderules.CodeRange;

/**
 * Which ICD-10-CM codes are chronic conditions: ones that last a year or longer and limit the patient or need care all along. The judgement is Superbill's own,
 * by category, in {@code chronic.tsv}; no official list is used. A code that only says "chronic" in its description counts too, and one that says "acute" and
 * not "chronic" does not.
 */
public final class ChronicConditions {
    private static final String FILE = "chronic.tsv";
    private static final ChronicConditions SHIPPED = read();

    private final List<Line> lines;

    private ChronicConditions(List<Line> lines) {
        this.lines = lines;
    }

    private record Line(CodeRange codes, String why) {}

    public static ChronicConditions shipped() {
        return SHIPPED;
    }

    /**
     * Why the code is chronic, a few words; empty when it is not known to be.
     *
     * @param code stored form
     */
    public Optional<String> why(String code, String description) {
        var words = Words.of(description);
        if (words.contains("acute") && !words.contains("chronic")) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(line -> line.codes().contains(code))
                .map(Line::why)
                .findFirst()
                .or(() -> words.contains("chronic") ? Optional.of("called chronic") : Optional.empty());
    }

    private static ChronicConditions read() {
        try (var stream = ChronicConditions.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new FileNotFoundException("This build lacks its resource " + FILE);
            }
            return new ChronicConditions(new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ChronicConditions::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var fields = text.split("\t");
        var ends = fields[0].split("-");
        return new Line(new CodeRange(ends[0], ends[ends.length - 1], null), fields[1]);
    }
}
