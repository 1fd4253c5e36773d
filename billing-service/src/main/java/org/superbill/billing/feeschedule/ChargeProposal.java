package org.superbill.billing.feeschedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * What a service would be charged.
 *
 * @param feeScheduleId absent, as is the charge, when no schedule in force has the procedure
 */
@Schema(name = "ChargeProposal")
public record ChargeProposal(
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        LocalDate serviceDate,
        @Nullable Long chargeCents,
        @Nullable UUID feeScheduleId) {

    static ChargeProposal of(ServiceToPrice service, UUID schedule, Cents charge) {
        return new ChargeProposal(
                service.procedureCode(),
                service.modifiers(),
                service.units(),
                service.serviceDate(),
                charge.value(),
                schedule);
    }

    static ChargeProposal none(ServiceToPrice service) {
        return new ChargeProposal(
                service.procedureCode(), service.modifiers(), service.units(), service.serviceDate(), null, null);
    }
}
