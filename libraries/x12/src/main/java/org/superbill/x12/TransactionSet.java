package org.superbill.x12;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.guide.Guide;

/**
 * A transaction set's header (ST) and where it stands in the file.
 *
 * @param guide the implementation guide it follows, null when the library has none: it is then read without loops
 * @param interchangeNumber the how-manieth interchange of the file, from 1
 * @param groupNumber the how-manieth group of the interchange, from 1
 * @param number the how-manieth transaction set of the group, from 1
 */
public record TransactionSet(
        Interchange interchange,
        FunctionalGroup group,
        Segment st,
        @Nullable Guide guide,
        int interchangeNumber,
        int groupNumber,
        int number) {

    /** ST01: 837. */
    public String code() {
        return st.element(1);
    }

    /** ST02. */
    public String controlNumber() {
        return st.element(2);
    }

    /** ST03, or GS08 where the guide has no ST03. */
    public String version() {
        return st.has(3) ? st.element(3) : group.version();
    }
}
