package org.superbill.billing.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ProcedureRanges;
import org.superbill.servicekit.revision.Revision;

/** An authorization as the API shows it, with what is left of it. */
@Schema(name = "Authorization")
record Authorization(
        UUID id,
        @Schema(examples = "A-100") String number,
        @Schema(examples = "authorization") String kind,
        UUID payerId,
        UUID patientId,
        @Nullable String providerNpi,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        List<Service> services,
        long revision) {

    static final String EXAMPLE = """
            {"id":"0199d0a0-0000-7000-8000-0000000000c1","number":"A-100","kind":"authorization","payerId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0004",
            "patientId":"0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0005","effectiveFrom":"2026-02-01","effectiveTo":"2026-04-30",
            "services":[{"procedures":["97110","97140"],"units":12,"usedUnits":4,"remainingUnits":8}],"revision":0}""";
    static final String PAGE = "{\"items\":[" + EXAMPLE + "]}";

    Authorization {
        services = List.copyOf(services);
    }

    /**
     * Procedures that share units.
     *
     * @param units absent, as are the remaining ones: as many as are needed
     */
    @Schema(name = "AuthorizedServiceUse")
    record Service(
            List<String> procedures,
            @Nullable BigDecimal units,
            BigDecimal usedUnits,
            @Nullable BigDecimal remainingUnits) {
        static Service of(AuthorizedService service, BigDecimal used) {
            var units = service.units();
            return new Service(service.procedures(), units, used, units == null ? null : units.subtract(used));
        }

        boolean leaves(BigDecimal wanted) {
            return remainingUnits == null || remainingUnits.compareTo(wanted) >= 0;
        }
    }

    /** Indexes of the services that the procedure is among. */
    IntStream servicesFor(String procedureCode) {
        return IntStream.range(0, services.size())
                .filter(at -> ProcedureRanges.contain(services.get(at).procedures(), procedureCode));
    }

    boolean isInForce(LocalDate on) {
        return !on.isBefore(effectiveFrom) && !on.isAfter(effectiveTo);
    }

    String etag() {
        return new Revision(revision).etag();
    }

    /** Only for the API's document. */
    @Schema(name = "AuthorizationPage")
    record Listed(List<Authorization> items, @Nullable String nextCursor) {}
}
