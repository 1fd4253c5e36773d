package org.superbill.x12.professional;

import org.superbill.x12.Unit;
import org.superbill.x12.X12Handler;
import org.superbill.x12.guide.Guide;

/** Takes the claims of the 837P transaction sets in a file, one at a time. For {@link org.superbill.x12.X12Reader#streaming}. */
public interface ProfessionalClaimHandler extends X12Handler {
    void claim(ProfessionalClaim claim);

    /** A claim that stands without the loops around it, so that it is no claim of anybody; its errors say so. */
    default void orphan(Unit unit) {}

    @Override
    default void unit(Unit unit) {
        if (unit.set().guide() == Guide.PROFESSIONAL_837) {
            var header = unit.ancestor("");
            if (unit.hasAncestor("2000B")
                    && header.segment("BHT") != null
                    && header.loop("1000A") != null
                    && header.loop("1000B") != null) {
                claim(ProfessionalClaim.of(unit));
            } else {
                orphan(unit);
            }
        }
    }
}
