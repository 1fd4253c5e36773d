package org.superbill.coding.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeSystem;

/** Which codes a specialty or body system works with: our own table, {@code search/specialties.tsv}, described in docs/code-search.md. */
final class Specialties {
    private static final String TABLE = "/search/specialties.tsv";
    private static final int FIELDS = 3;
    private final Map<String, List<CodeRange>> ranges = new LinkedHashMap<>();

    Specialties() {
        Vocabulary.lines(Vocabulary.read(TABLE)).forEach(this::add);
    }

    /** Empty when the table has no such specialty. */
    Optional<List<CodeRange>> of(String specialty) {
        return Optional.ofNullable(ranges.get(specialty)).map(List::copyOf);
    }

    List<String> names() {
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
