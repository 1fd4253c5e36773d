package org.superbill.coding.codecheck;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A modifier that is not two letters or digits. Source: 005010X222A1, loop 2400, SV101-3 (modifier, two characters). */
final class ModifierForm implements CodeRule {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2}");

    @Override
    public String id() {
        return "modifier-form";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2400, SV101-3 (modifier, two characters)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding).boxed().flatMap(i -> finding(i, coding.lines().get(i)));
    }

    private Stream<Finding> finding(int position, Coding.Line line) {
        return IntStream.range(0, line.modifiers().size())
                .filter(m -> !FORM.matcher(line.modifiers().get(m)).matches())
                .mapToObj(m -> error(
                        "/lines/%d/modifiers/%d".formatted(position, m),
                        "A modifier is two letters or digits",
                        "Look the modifier up in CPT or HCPCS Level II."));
    }
}
