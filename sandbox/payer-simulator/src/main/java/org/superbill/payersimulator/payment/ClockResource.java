package org.superbill.payersimulator.payment;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.payersimulator.clock.PayerClock;

/** The test clock, whose move makes payments due. */
@Path("/clock")
@Produces(APPLICATION_JSON)
class ClockResource {
    private final PayerClock clock;
    private final PaymentRun payments;

    ClockResource(PayerClock clock, PaymentRun payments) {
        this.clock = clock;
        this.payments = payments;
    }

    @GET
    public ClockView now() {
        return new ClockView(clock.today(), List.of());
    }

    /** Moves the clock on; what is due by then is paid before the answer. */
    @POST
    public ClockView move(Move move) {
        try {
            if (move.now() != null) {
                clock.moveTo(move.now());
            }
            if (move.advanceDays() != null) {
                clock.moveTo(clock.today().plusDays(move.advanceDays()));
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage());
        }
        return new ClockView(clock.today(), payments.run());
    }

    /** @param unpaid what was due and could not be paid */
    record ClockView(
            LocalDate now,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PaymentRun.Unpaid> unpaid) {}

    /** Either of the two, or both. */
    record Move(@Nullable LocalDate now, @Nullable Integer advanceDays) {}
}
