package org.superbill.billing.authorization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.problem.FieldError;

/**
 * What is said about an authorization; a change says all of it again.
 *
 * @param number the payer's
 * @param kind {@code authorization} (REF*G1) when absent, or {@code referral} (REF*9F)
 * @param providerNpi only services that this provider gives or bills; absent: anybody's
 */
@Schema(name = "AuthorizationDetails")
record AuthorizationDetails(
        @NotBlank @Size(max = 50) @Pattern(regexp = "[^~*:^]*", message = "must not have ~ * : or ^")
        String number,

        @Nullable @Pattern(regexp = "authorization|referral", message = "must be authorization or referral")
        String kind,

        @NotNull @Registered(Registered.As.PAYER) UUID payerId,
        @NotNull @Registered(Registered.As.PATIENT) UUID patientId,

        @Nullable @Pattern(regexp = "[12][0-9]{9}", message = "must be an NPI of ten digits")
        String providerNpi,

        @NotNull LocalDate effectiveFrom,
        @NotNull LocalDate effectiveTo,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid AuthorizedService> services) {

    static final String EXAMPLE = """
            {"number":"A-100","payerId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004","patientId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0005",
            "effectiveFrom":"2026-02-01","effectiveTo":"2026-04-30","services":[{"procedures":["97110","97140"],"units":12}]}""";

    AuthorizationDetails {
        kind = kind == null ? "authorization" : kind;
    }

    /** What is wrong between its fields, each being right by itself. */
    List<FieldError> contradictions() {
        return effectiveTo.isBefore(effectiveFrom)
                ? List.of(new FieldError("/effectiveTo", "before-start", "must not be before effectiveFrom"))
                : List.of();
    }
}
