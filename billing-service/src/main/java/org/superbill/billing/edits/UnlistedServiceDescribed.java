package org.superbill.billing.edits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A code that says only that nothing fits says what was done in words. Source: 005010X222A1, loop 2400, SV101-7. */
final class UnlistedServiceDescribed implements Edit {
    private static final EditRule RULE = new EditRule(
            "unlisted-service-described",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV101-7; 005010X223A2, loop 2400, SV202-7",
            "A line with an unlisted or not otherwise classified code describes what was done",
            "Complete the encounter again with details.description on the service");

    private static final Set<String> UNLISTED = read();

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (UNLISTED.contains(line.line().procedureCode())
                    && line.line().more().description() == null
                    && line.line().more().note() == null) {
                found.accept(RULE.finding(
                        line,
                        "details/description",
                        "The code of line " + line.number() + " does not say what was done, and nothing else does"));
            }
        }
    }

    private static Set<String> read() {
        try (var stream =
                Objects.requireNonNull(UnlistedServiceDescribed.class.getResourceAsStream("unlisted-services.txt"))) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.trim().split(" +")))
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
