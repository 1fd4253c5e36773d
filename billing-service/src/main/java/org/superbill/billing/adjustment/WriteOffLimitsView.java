package org.superbill.billing.adjustment;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of one claim each role may give up, in cents; an absent limit is none. */
@Schema(name = "WriteOffLimits")
record WriteOffLimitsView(
        @Min(0) @Nullable Long posterCents,
        @Min(0) @Nullable Long billerCents,
        @Min(0) @Nullable Long billingManagerCents) {}
