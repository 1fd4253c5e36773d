package org.superbill.coding;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A release of CPT with the numbers that a test proposes, for that test only: others have their own.
 *
 * @param from first day, e.g. {@code 2026-01-01}
 */
public record OfficeNumbers(Api loader, String label, String from, List<String> numbers) {

    /** The newest of those that begin on the same day. */
    public void load() {
        loader.load(
                "cpt",
                label,
                from,
                numbers.stream()
                        .map(number -> number + ",Invented service,true\n")
                        .collect(Collectors.joining("", "code,display,billable\n", "")));
        loader.post(path("activate"), "").statusCode(200);
    }

    public void takeBack() {
        loader.post(path("rollback"), "").statusCode(200);
    }

    private String path(String step) {
        return "/api/v1/code-systems/cpt/releases/%s/%s".formatted(label, step);
    }
}
