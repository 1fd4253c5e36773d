package org.superbill.x12.institutional;

import org.superbill.x12.Unit;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.ClaimHandler;

/** Takes the claims of the 837I transaction sets in a file, one at a time. For {@link org.superbill.x12.X12Reader#streaming}. */
public interface InstitutionalClaimHandler extends ClaimHandler<InstitutionalClaim> {
    @Override
    default Guide guide() {
        return Guide.INSTITUTIONAL_837;
    }

    @Override
    default InstitutionalClaim typed(Unit unit) {
        return InstitutionalClaim.of(unit);
    }
}
