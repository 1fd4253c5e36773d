package org.superbill.x12.part;

import org.superbill.x12.Unit;
import org.superbill.x12.X12Handler;
import org.superbill.x12.guide.Guide;

/** Takes the claims of the 837 transaction sets of one guide in a file, one at a time. For {@link org.superbill.x12.X12Reader#streaming}. */
public interface ClaimHandler<C> extends X12Handler {
    Guide guide();

    /** The claim of a unit that stands in all the loops that a claim needs. */
    C typed(Unit unit);

    void claim(C claim);

    /** A claim that stands without the loops around it, so that it is no claim of anybody; its errors say so. */
    default void orphan(Unit unit) {}

    @Override
    default void unit(Unit unit) {
        if (unit.set().guide() == guide()) {
            var header = unit.ancestor("");
            if (unit.hasAncestor("2000B")
                    && header.segment("BHT") != null
                    && header.loop("1000A") != null
                    && header.loop("1000B") != null) {
                claim(typed(unit));
            } else {
                orphan(unit);
            }
        }
    }
}
