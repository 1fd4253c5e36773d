package org.superbill.coding.codecheck;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A procedure that neither CPT nor HCPCS Level II has, as far as they are loaded. Source: 45 CFR 162.1002(c)(1). */
final class UnknownProcedure implements CodeRule {
    @Override
    public String id() {
        return "procedure-unknown";
    }

    @Override
    public String source() {
        return "45 CFR 162.1002(c)(1)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding).mapToObj(i -> finding(i, coding, codes)).flatMap(Stream::ofNullable);
    }

    private @Nullable Finding finding(int position, Coding coding, CodeTable codes) {
        var line = coding.lines().get(position);
        return codes.procedure(line.procedureCode(), coding.dateOf(line)).known()
                ? null
                : error(
                        "/lines/%d/procedureCode".formatted(position),
                        "No loaded release of CPT or HCPCS Level II has %s".formatted(line.procedureCode()),
                        "Search for the procedure; CPT has only what the licence holder has loaded.");
    }
}
