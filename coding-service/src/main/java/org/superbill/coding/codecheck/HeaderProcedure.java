package org.superbill.coding.codecheck;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A procedure that only groups others. Source: the loaded release, column billable. */
final class HeaderProcedure implements CodeRule {
    @Override
    public String id() {
        return "procedure-is-header";
    }

    @Override
    public String source() {
        return "the loaded release, column billable";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding).mapToObj(i -> finding(i, coding, codes)).flatMap(Stream::ofNullable);
    }

    private @Nullable Finding finding(int position, Coding coding, CodeTable codes) {
        var line = coding.lines().get(position);
        var code = codes.procedure(line.procedureCode(), coding.dateOf(line));
        return code.valid() && !code.billable()
                ? error(
                        "/lines/%d/procedureCode".formatted(position),
                        "%s is a header, which groups procedures and is not billable".formatted(code.code()),
                        "Choose a code under it.")
                : null;
    }
}
