package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which codes a specialty or body system works with: our own table, {@code codesystem/specialties.tsv}, described in docs/code-search.md. */
public final class Specialties {
    private static final String TABLE = "/codesystem/specialties.tsv";
    private static final int FIELDS = 3;
    private final Map<String, List<CodeRange>> ranges = new LinkedHashMap<>();

    public Specialties() {
        try (var table = Specialties.class.getResourceAsStream(TABLE)) {
            new String(requireNonNull(table).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the table has no such specialty. */
    public Optional<List<CodeRange>> of(String specialty) {
        return Optional.ofNullable(ranges.get(specialty)).map(List::copyOf);
    }

    public List<String> names() {
        return List.copyOf(ranges.keySet());
    }

    private void add(String line) {
        var fields = line.split("\t");
        if (fields.length != FIELDS) {
            throw new IllegalStateException("A line of %s has %d fields".formatted(TABLE, fields.length));
        }
        // a system that this build does not know yet has no codes either
        CodeSystem.of(fields[1])
                .ifPresent(system -> Arrays.stream(fields[2].split(" "))
                        .map(range -> CodeRange.of(system, range).orElseThrow())
                        .forEach(range -> ranges.computeIfAbsent(fields[0], none -> new ArrayList<>())
                                .add(range)));
    }
}
