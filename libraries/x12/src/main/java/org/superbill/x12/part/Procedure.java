package org.superbill.x12.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/**
 * What was done (composite C003: SV101, SVC01, SVC06, SVD03).
 *
 * @param qualifier HC for HCPCS and CPT
 * @param code up to 48 characters
 * @param modifiers at most four of two characters
 * @param description up to 80 characters
 */
public record Procedure(
        String qualifier,
        String code,
        List<String> modifiers,
        @Nullable String description) {
    public Procedure {
        modifiers = List.copyOf(modifiers);
        if (modifiers.size() > 4) {
            throw new IllegalArgumentException("A procedure has at most four modifiers");
        }
    }

    /** A HCPCS or CPT code. */
    public static Procedure hcpcs(String code, List<String> modifiers) {
        return new Procedure("HC", code, modifiers, null);
    }

    public static Procedure hcpcs(String code, String... modifiers) {
        return hcpcs(code, List.of(modifiers));
    }

    public static Procedure of(Segment segment, int element) {
        var modifiers = new ArrayList<String>();
        for (int component = 3; component <= 6; component++) {
            var modifier = segment.component(element, component);
            if (!modifier.isEmpty()) {
                modifiers.add(modifier);
            }
        }
        return new Procedure(
                segment.component(element, 1),
                segment.component(element, 2),
                modifiers,
                segment.componentValue(element, 7));
    }

    public String composite() {
        var components = new ArrayList<@Nullable String>();
        components.add(qualifier);
        components.add(code);
        components.addAll(modifiers);
        while (components.size() < 6) {
            components.add(null);
        }
        components.add(description);
        return Segment.composite(components);
    }
}
