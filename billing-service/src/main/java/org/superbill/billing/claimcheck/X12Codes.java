package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;

/**
 * The codes of one kind of a claim (HI), in their order.
 *
 * @param components of one code: its qualifier, the code, and what the kind says of it
 */
record X12Codes(List<String> components) {
    /** All codes with one of the qualifiers. */
    static List<X12Codes> all(Loop claim, String... qualifiers) {
        var wanted = List.of(qualifiers);
        var found = new ArrayList<X12Codes>();
        for (var hi : claim.segments("HI")) {
            for (var element = 1; element <= hi.size(); element++) {
                if (wanted.contains(hi.component(element, 1))) {
                    found.add(new X12Codes(hi.components(element)));
                }
            }
        }
        return found;
    }

    /** The codes alone. */
    static ArrayNode of(Loop claim, String... qualifiers) {
        var codes = X12Parts.JSON.arrayNode();
        all(claim, qualifiers).forEach(code -> codes.add(code.code()));
        return codes;
    }

    String code() {
        return component(2);
    }

    /** From 1; empty when it is absent. */
    String component(int number) {
        return number > components.size() ? "" : components.get(number - 1);
    }

    /** C022-3 and C022-4 as a DTP. */
    Segment dtp() {
        return Segment.of("DTP", component(1), component(3), component(4));
    }
}
