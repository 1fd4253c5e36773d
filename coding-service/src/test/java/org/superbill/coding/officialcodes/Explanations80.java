package org.superbill.coding.officialcodes;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.superbill.coding.Api;

/** The codes that are explained in our own words. */
final class Explanations80 {
    private Explanations80() {}

    /** Each of them is in the lists that are loaded, and may be used today. */
    static void allExist(Api api) {
        for (var line : lines()) {
            var fields = line.split("\t");
            api.get("/api/v1/codes/{system}/{code}?on=2026-03-02", fields[0], fields[1])
                    .statusCode(200)
                    .body("validOnDate", is(true))
                    .body("explanation.action", notNullValue());
        }
    }

    static List<String> lines() {
        try (var resource = Explanations80.class.getResourceAsStream("/reference/explanations.tsv")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
