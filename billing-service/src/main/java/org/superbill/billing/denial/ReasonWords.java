package org.superbill.billing.denial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adjustment reason codes (CARC) and remark codes (RARC) in words of our own; {@code carc.txt} and {@code rarc.txt} beside this class. */
public final class ReasonWords {
    private static final Map<String, Reason> REASONS = read("carc.txt")
            .collect(Collectors.toUnmodifiableMap(
                    row -> row[0],
                    row -> new Reason(
                            Treatment.valueOf(row[1].toUpperCase(Locale.ROOT).replace('-', '_')), row[2])));
    private static final Map<String, String> REMARKS =
            read("rarc.txt").collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private ReasonWords() {}

    public static Treatment treatment(String carc) {
        var reason = REASONS.get(carc);
        return reason == null ? Treatment.DENIAL : reason.treatment();
    }

    /** One sentence without a full stop; codes that have no words here are named by their number. */
    public static String explain(String carc, List<String> rarcs) {
        var reason = REASONS.get(carc);
        var words = reason == null ? "Adjustment reason " + carc : reason.words();
        var remarks = rarcs.stream()
                .map(rarc -> REMARKS.getOrDefault(rarc, "remark " + rarc))
                .collect(Collectors.joining("; "));
        return remarks.isEmpty() ? words : words + ": " + remarks;
    }

    private record Reason(Treatment treatment, String words) {}

    static Stream<String[]> read(String resource) {
        try (var stream = Objects.requireNonNull(ReasonWords.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\\|", -1))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
