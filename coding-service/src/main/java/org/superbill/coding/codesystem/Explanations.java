package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The adjustment and remark codes that matter most, in plain words of our own, with what to do about them. Source: {@code reference/explanations.tsv}. */
final class Explanations {
    private static final String RESOURCE = "/reference/explanations.tsv";
    private static final int FIELDS = 4;
    private static final Map<Key, Explanation> ALL = read();

    private Explanations() {}

    /**
     * What a code means to whoever has to act on it; our words, not its publisher's.
     *
     * @param meaning what the payer says with it
     * @param action what to do about it
     */
    @Schema(name = "CodeExplanation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(String meaning, String action) {}

    record Key(CodeSystem system, String code) {}

    static Optional<Explanation> of(CodeSystem system, String code) {
        return Optional.ofNullable(ALL.get(new Key(system, code)));
    }

    static Map<Key, Explanation> all() {
        return ALL;
    }

    private static Map<Key, Explanation> read() {
        try (var stream = Explanations.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("This build lacks its resource " + RESOURCE);
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Explanations::fields)
                    .collect(Collectors.toUnmodifiableMap(
                            (String[] fields) -> key(fields), fields -> new Explanation(fields[2], fields[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Key key(String[] fields) {
        return new Key(CodeSystem.of(fields[0]).orElseThrow(), fields[1]);
    }

    private static String[] fields(String line) {
        var fields = line.split("\t");
        if (fields.length != FIELDS) {
            throw new IllegalStateException("A line of %s has %d fields".formatted(RESOURCE, fields.length));
        }
        return fields;
    }
}
