package org.superbill.x12.guide;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element or a component of a guide.
 *
 * @param number the data element's number in the standard's dictionary, or the composite's (C003)
 * @param type AN, ID, N0, R, DT, TM, {@code composite}, or {@code -} where the guide does not use it
 * @param max the longest value: the guide's limit where it is narrower than the standard's (for R: digits)
 * @param codes the values that the guide allows; empty when it names none
 * @param list the external code list, by name and source number
 * @param components of a composite, in order; else empty
 */
public record ElementDef(
        int position,
        String number,
        Usage usage,
        int repeat,
        String type,
        int min,
        int max,
        Set<String> codes,
        @Nullable String list,
        String name,
        List<ElementDef> components) {
    public ElementDef {
        codes = Set.copyOf(codes);
        components = List.copyOf(components);
    }

    public boolean isComposite() {
        return type.equals("composite");
    }
}
