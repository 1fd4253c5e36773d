package org.superbill.billing.paperform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContents;
import org.superbill.billing.claim.ClaimProgress;
import org.superbill.billing.reference.BusinessDay;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Prints claims and notes that they were mailed; each public method is one transaction. */
@ApplicationScoped
class PaperForms {
    private final ClaimContents claims;
    private final ClaimProgress progress;
    private final BusinessDay day;

    PaperForms(ClaimContents claims, ClaimProgress progress, BusinessDay day) {
        this.claims = claims;
        this.progress = progress;
        this.day = day;
    }

    /**
     * The claim on its form, as a PDF.
     *
     * @param version absent for the current one
     * @throws Problem {@code CLAIM_NOT_FOUND}
     */
    @Transactional
    byte[] print(UUID claimId, @Nullable Integer version, FormPdf pdf) {
        var content = claims.saying(claimId, version);
        var on = claims.sentOn(claimId, content.version()).orElseGet(day::today);
        return pdf.write(
                content.facts().isInstitutional() ? new Ub04(content, on).pages() : new Cms1500(content, on).pages());
    }

    /** @throws Problem {@code CLAIM_NOT_FOUND}, {@code STALE}, {@code CLAIM_STEP_NOT_ALLOWED}, {@code CLAIM_DUTIES_APART} */
    @Transactional
    void mailed(UUID claimId, @Nullable Revision expected) {
        progress.mailed(claimId, expected);
    }
}
