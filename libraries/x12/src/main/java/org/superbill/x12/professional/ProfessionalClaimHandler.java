package org.superbill.x12.professional;

import org.superbill.x12.Unit;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.ClaimHandler;

/** Takes the claims of the 837P transaction sets in a file, one at a time. For {@link org.superbill.x12.X12Reader#streaming}. */
public interface ProfessionalClaimHandler extends ClaimHandler<ProfessionalClaim> {
    @Override
    default Guide guide() {
        return Guide.PROFESSIONAL_837;
    }

    @Override
    default ProfessionalClaim typed(Unit unit) {
        return ProfessionalClaim.of(unit);
    }
}
