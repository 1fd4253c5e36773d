package org.superbill.billing.editrule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claim of a test, as JSON has it, in the types that conditions expect. */
final class TestClaim {
    private TestClaim() {}

    /** @throws IllegalArgumentException naming the field that no claim has, or that has another type */
    static RuleVariables variables(Map<String, Object> json) {
        var lines = new ArrayList<Map<String, Object>>();
        if (json.get("lines") instanceof List<?> given) {
            given.forEach(line -> lines.add(line(line)));
        }
        var claim = new HashMap<String, Object>();
        for (var variable : Variable.values()) {
            if (!variable.isOfLine()) {
                claim.put(variable.text(), typed(variable, json.get(variable.text())));
            }
        }
        claim.put("lines", lines);
        json.keySet().stream()
                .filter(name -> !claim.containsKey(name))
                .findFirst()
                .ifPresent(TestClaim::refuse);
        return new RuleVariables(claim, lines);
    }

    private static Map<String, Object> line(@Nullable Object given) {
        if (!(given instanceof Map<?, ?> json)) {
            throw new IllegalArgumentException("A line is an object");
        }
        var line = new HashMap<String, Object>();
        Variable.FIELDS_OF_LINES.forEach((field, variable) -> line.put(field, typed(variable, json.get(field))));
        json.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !line.containsKey(name))
                .findFirst()
                .ifPresent(TestClaim::refuse);
        return line;
    }

    private static void refuse(String name) {
        throw new IllegalArgumentException(
                "A test's claim says what conditions ask, e.g. diagnoses and lines; none asks for " + name);
    }

    private static Object typed(Variable variable, @Nullable Object given) {
        if (given == null || variable == Variable.LINES) {
            return variable.nothing();
        }
        if (given instanceof Number number) {
            switch (variable.type().kind()) {
                case INT -> {
                    return number.longValue();
                }
                case DOUBLE -> {
                    return number.doubleValue();
                }
                default -> {}
            }
        }
        var nothing = variable.nothing();
        var fits = nothing instanceof String
                ? given instanceof String
                : nothing instanceof List<?>
                        && given instanceof List<?> list
                        && list.stream().allMatch(String.class::isInstance);
        if (!fits) {
            throw new IllegalArgumentException("%s has another type".formatted(variable.field()));
        }
        return given;
    }
}
